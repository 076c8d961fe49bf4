// WebVTT of Zoom, Teams, Whisper, YouTube and editors: one block a cue, or one a voice where a cue has several.
import { cueBlocks } from "./cue-blocks";
import { scanCues } from "./cue-scan";
import type { ReadResult } from "./read-result";

export function readVtt(text: string): Omit<ReadResult, "encoding"> {
  const { cues, problems } = scanCues(text, true);
  const found = cueBlocks(cues, true);
  return { format: "vtt", unit: "cue", blocks: found.blocks, problems: [...problems, ...found.problems] };
}
