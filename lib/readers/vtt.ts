// WebVTT of Zoom, Teams, Whisper, YouTube and editors: one block a cue, or one a voice where a cue has several.
import { cueBlocks } from "./cue-blocks";
import { scanCues } from "./cue-scan";
import type { ReadOptions, ReadResult } from "./read-result";

export function readVtt(text: string, options: ReadOptions = {}): Omit<ReadResult, "encoding"> {
  const { cues, problems } = scanCues(text, true);
  const found = cueBlocks(cues, { vtt: true, verbatim: options.verbatim ?? false });
  return { format: "vtt", unit: "cue", blocks: found.blocks, problems: [...problems, ...found.problems] };
}
