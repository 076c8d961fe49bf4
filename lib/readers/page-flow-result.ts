// A page flow → what its reader returns: blocks with labels and emphasis, and what a person should be told.
import { labelBlocks } from "./label-blocks";
import type { Flow, FlowCounts } from "./page-flow";
import { flowLines } from "./page-flow-lines";
import { listed, withProductLines } from "./product-lines";
import type { FileFormat, Problem, ReadOptions, ReadResult } from "./read-result";
import { labelByStyle, styleMightLabel } from "./style-speakers";

export function flowResult(format: FileFormat, { content, counts }: Flow, options: ReadOptions): ReadResult {
  const { lines, titleRows } = flowLines(content);
  const found = labelBlocks(lines, {
    verbatim: options.verbatim ?? false,
    keepNumbers: options.keep?.includes("line-numbers") ?? false,
  });
  const { blocks, findings } = withProductLines(found.blocks, options);
  const mightLabel = styleMightLabel(blocks);
  const byStyle = mightLabel && options.styleSpeakers === true;
  return {
    format,
    encoding: null,
    unit: "paragraph",
    blocks: byStyle ? labelByStyle(blocks) : blocks,
    problems: [
      ...countProblems(counts),
      ...(titleRows > 0 ? [{ code: "table-titles-left-out", params: { count: titleRows } }] : []),
      ...(mightLabel && !byStyle ? [{ code: "style-might-label", params: {} }] : []),
      ...found.problems.filter((problem) => !byStyle || problem.code !== "no-speakers-found"),
    ],
    ...listed(found.findings, findings),
    ...(mightLabel ? { styleMightLabel: true } : {}),
  };
}

function countProblems(counts: FlowCounts): Problem[] {
  const all: readonly (readonly [string, number])[] = [
    ["hidden-text-left-out", counts.hiddenCharacters],
    ["tracked-insertions-kept", counts.insertions],
    ["tracked-deletions-left-out", counts.deletions],
    ["symbols-unknown", counts.symbols],
    ["automatic-numbers-rebuilt", counts.numbersRebuilt],
    ["automatic-numbers-left-out", counts.numbersLeft],
    ["comments-left-out", counts.comments],
    ["notes-left-out", counts.notes],
    ["headers-left-out", counts.headers],
    ["embedded-left-out", counts.embedded],
    ["macros-present", counts.macros],
  ];
  return all.filter(([, count]) => count > 0).map(([code, count]) => ({ code, params: { count } }));
}
