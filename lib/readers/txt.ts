// Plain text: one block a line that holds words, with whatever labels and times stand at its head.
import { labelBlocks } from "./label-blocks";
import { meetingChatLines } from "./meeting-chat";
import { listed, withProductLines } from "./product-lines";
import type { ReadOptions, ReadResult } from "./read-result";
import { readTalkBank } from "./talkbank";

export function readTxt(text: string, options: ReadOptions = {}): Omit<ReadResult, "encoding"> {
  const talk = readTalkBank(text, options);
  if (talk !== null) return talk;
  const chat = meetingChatLines(text);
  const lines = chat?.lines ?? text.split("\n").map((line) => ({ text: line }));
  const found = labelBlocks(lines, {
    verbatim: options.verbatim ?? false,
    keepNumbers: options.keep?.includes("line-numbers") ?? false,
  });
  const { blocks, findings } = withProductLines(found.blocks, options);
  return {
    format: "txt",
    unit: "line",
    blocks,
    problems: [...found.problems, ...(chat?.problems ?? [])],
    ...listed(found.findings, findings),
  };
}
