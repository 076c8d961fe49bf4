// Every overlapping pair between two lists of spans, found in one sweep.
import { compareSpans, type Span } from "./span";

/**
 * Calls `visit` with the positions in both lists of every pair that shares a code unit. Pairs come in the order in
 * which the later of the two begins. Cost: O(n log n) and the number of pairs.
 */
export function eachOverlap(
  first: readonly Span[],
  second: readonly Span[],
  visit: (i: number, j: number) => void,
): void {
  const items = [
    ...first.map((span, at) => ({ span, at, side: 0 as const })),
    ...second.map((span, at) => ({ span, at, side: 1 as const })),
  ].sort((a, b) => compareSpans(a.span, b.span) || a.side - b.side || a.at - b.at);
  const open: [typeof items, typeof items] = [[], []];
  for (const item of items) {
    const others = open[1 - item.side] ?? [];
    let kept = 0;
    for (const other of others) {
      if (other.span.end <= item.span.start) continue;
      others[kept++] = other;
      if (item.side === 0) visit(item.at, other.at);
      else visit(other.at, item.at);
    }
    others.length = kept;
    open[item.side].push(item);
  }
}
