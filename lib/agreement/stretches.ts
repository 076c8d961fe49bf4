// What a coder covered, as bare numbers: start, end, start, end, … of disjoint stretches in order; units or characters.
import type { Span } from "@/lib/text/span";

/** Half-open stretches as `[s0, e0, s1, e1, …]` with s0 < e0 < s1 < e1 …; what touches is one stretch. */
export type Stretches = ArrayLike<number>;

export const NO_STRETCHES: Stretches = [];

/** The union of spans; empty and reversed ones cover nothing. Cost: O(n log n), O(n) where they are in order. */
export function stretchesOf(spans: readonly Span[]): Stretches {
  let ordered = true;
  for (let i = 1; i < spans.length; i++) {
    if ((spans[i - 1] as Span).start > (spans[i] as Span).start) {
      ordered = false;
      break;
    }
  }
  const union: number[] = [];
  for (const { start, end } of ordered ? spans : [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= start) continue;
    const last = union.length - 1;
    if (last > 0 && start <= (union[last] as number)) {
      if (end > (union[last] as number)) union[last] = end;
    } else union.push(start, end);
  }
  return union;
}

export function spansOf(stretches: Stretches): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < stretches.length; i += 2) {
    spans.push({ start: stretches[i] as number, end: stretches[i + 1] as number });
  }
  return spans;
}

/** How many items the stretches cover. */
export function coveredItems(stretches: Stretches): number {
  let sum = 0;
  for (let i = 0; i + 1 < stretches.length; i += 2) sum += (stretches[i + 1] as number) - (stretches[i] as number);
  return sum;
}

/** How many items both cover, of two stretches or of parts of longer arrays. Cost: O(n). */
export function commonItems(a: Stretches, b: Stretches, aFrom = 0, aTo = a.length, bFrom = 0, bTo = b.length): number {
  let [sum, i, j] = [0, aFrom, bFrom];
  while (i < aTo && j < bTo) {
    const [aEnd, bEnd] = [a[i + 1] as number, b[j + 1] as number];
    const start = Math.max(a[i] as number, b[j] as number);
    const end = Math.min(aEnd, bEnd);
    if (end > start) sum += end - start;
    if (aEnd <= bEnd) i += 2;
    if (bEnd <= aEnd) j += 2;
  }
  return sum;
}

/**
 * Calls `visit(start, end, who)` for each maximal stretch of `[0, length)` on which the same of the `sides` are; `who`
 * is the sum of 2^i over the sides i that cover it, 0 for none. Throws RangeError above 52 sides, where the sum would
 * no longer be exact. Cost: O(n log n) in all their stretches, whatever `length` is.
 */
export function eachStretch(
  length: number,
  sides: readonly Stretches[],
  visit: (start: number, end: number, who: number) => void,
): void {
  if (sides.length > 52) throw new RangeError(`${sides.length} coders cannot be told apart in one number`);
  const events: { at: number; change: number }[] = [];
  for (const [i, side] of sides.entries()) {
    for (let k = 0; k < side.length; k++) events.push({ at: side[k] as number, change: (k % 2 ? -1 : 1) * 2 ** i });
  }
  events.sort((a, b) => a.at - b.at);
  let [from, who] = [0, 0];
  for (const { at, change } of events) {
    if (at > from) {
      visit(from, at, who);
      from = at;
    }
    who += change;
  }
  if (length > from) visit(from, length, who);
}
