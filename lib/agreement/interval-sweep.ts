// The 2×2 table at character level, from the lengths of two coders' spans; no character is ever visited.
import { checkedSpan, intersectionOf, type Span, totalLength, unionOf } from "@/lib/text/span";
import type { Table2x2 } from "./table2x2";

/**
 * Spans of one code in a text of `length`; a coder's overlapping spans count once. Throws RangeError for a span that
 * is empty or leaves the text: set those aside first. Cost: O(n log n) in the spans.
 */
export function characterTable(length: number, first: readonly Span[], second: readonly Span[]): Table2x2 {
  for (const span of first) checkedSpan(span, length);
  for (const span of second) checkedSpan(span, length);
  const [firstUnion, secondUnion] = [unionOf(first), unionOf(second)];
  const both = totalLength(intersectionOf(firstUnion, secondUnion));
  const onlyFirst = totalLength(firstUnion) - both;
  const onlySecond = totalLength(secondUnion) - both;
  return { both, onlyFirst, onlySecond, neither: length - both - onlyFirst - onlySecond };
}
