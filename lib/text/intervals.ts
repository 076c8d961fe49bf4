// An index over spans that answers "what lies here" in logarithmic time, for hit tests and hovering.
import { compareSpans, type Span } from "./span";

/** Spans in document order; `reach[m]` is the furthest end in the part of the list whose middle is `m`. */
export interface IntervalIndex<T extends Span> {
  readonly spans: readonly T[];
  readonly reach: Float64Array;
}

export function indexIntervals<T extends Span>(spans: readonly T[]): IntervalIndex<T> {
  const sorted = [...spans].sort(compareSpans);
  const reach = new Float64Array(sorted.length);
  const fill = (from: number, to: number): number => {
    if (from >= to) return 0;
    const middle = (from + to) >> 1;
    const furthest = Math.max(sorted[middle]?.end ?? 0, fill(from, middle), fill(middle + 1, to));
    reach[middle] = furthest;
    return furthest;
  };
  fill(0, sorted.length);
  return { spans: sorted, reach };
}

/** The spans that share at least one code unit with `span`, in document order. Cost: O(log n) for each found. */
export function spansTouching<T extends Span>(index: IntervalIndex<T>, span: Span): T[] {
  const found: T[] = [];
  visit(index, span, 0, index.spans.length, (hit) => {
    found.push(hit);
    return true;
  });
  return found;
}

/** The spans that hold the code unit at `offset`, in document order. */
export function spansAt<T extends Span>(index: IntervalIndex<T>, offset: number): T[] {
  return spansTouching(index, { start: offset, end: offset + 1 });
}

/** The first span in document order that shares a code unit with `span`. */
export function firstTouching<T extends Span>(index: IntervalIndex<T>, span: Span): T | undefined {
  let first: T | undefined;
  visit(index, span, 0, index.spans.length, (hit) => {
    first = hit;
    return false;
  });
  return first;
}

function visit<T extends Span>(
  index: IntervalIndex<T>,
  span: Span,
  from: number,
  to: number,
  found: (hit: T) => boolean,
): boolean {
  if (from >= to) return true;
  const middle = (from + to) >> 1;
  const here = index.spans[middle];
  if (here === undefined || (index.reach[middle] ?? 0) <= span.start) return true;
  if (!visit(index, span, from, middle, found)) return false;
  if (here.start >= span.end) return true;
  if (here.end > span.start && !found(here)) return false;
  return visit(index, span, middle + 1, to, found);
}
