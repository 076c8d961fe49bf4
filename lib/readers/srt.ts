// SubRip subtitles, as loosely as they are written: one block a cue.
import { cueBlocks } from "./cue-blocks";
import { scanCues } from "./cue-scan";
import type { ReadResult } from "./read-result";

export function readSrt(text: string): Omit<ReadResult, "encoding"> {
  const { cues, problems } = scanCues(text, false);
  const found = cueBlocks(cues, false);
  return { format: "srt", unit: "cue", blocks: found.blocks, problems: [...problems, ...found.problems] };
}
