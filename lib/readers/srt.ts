// SubRip subtitles, as loosely as they are written: one block a cue.
import { cueBlocks } from "./cue-blocks";
import { scanCues } from "./cue-scan";
import type { ReadOptions, ReadResult } from "./read-result";

export function readSrt(text: string, options: ReadOptions = {}): Omit<ReadResult, "encoding"> {
  const { cues, problems } = scanCues(text, false);
  const found = cueBlocks(cues, { vtt: false, verbatim: options.verbatim ?? false });
  return { format: "srt", unit: "cue", blocks: found.blocks, problems: [...problems, ...found.problems] };
}
