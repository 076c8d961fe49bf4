// Plain text: one block a line that holds words, with whatever labels and times stand at its head.
import { labelBlocks } from "./label-blocks";
import type { ReadResult } from "./read-result";

export function readTxt(text: string, options: { verbatim?: boolean } = {}): Omit<ReadResult, "encoding"> {
  const lines = text.split("\n").map((line) => ({ text: line }));
  const { blocks, problems } = labelBlocks(lines, { verbatim: options.verbatim ?? false });
  return { format: "txt", unit: "line", blocks, problems };
}
