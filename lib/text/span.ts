// A span: a half-open stretch [start, end) of one revision's text, in UTF-16 code units; the only coordinates there are.

/** Half-open `[start, end)`, in UTF-16 code units of the revision's stored text (line ends `\n`, no BOM). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the span when it lies within a text of `length` code units and is not empty.
 * Throws RangeError with the offending numbers otherwise: a span that reaches here unchecked is a bug.
 */
export function checkedSpan(span: Span, length: number): Span {
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > length) {
    throw new RangeError(`span [${start}, ${end}) does not lie in a text of ${length} code units`);
  }
  return span;
}

/** Whether two spans share at least one code unit; touching is not overlapping. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** How many code units two spans share; 0 when they only touch. */
export function overlapLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Document order: by start, the longer first where two start together. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The union of spans as disjoint spans in order; spans that touch become one. */
export function unionOf(spans: readonly Span[]): Span[] {
  const union: { start: number; end: number }[] = [];
  for (const span of [...spans].sort(compareSpans)) {
    const last = union.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else union.push({ start: span.start, end: span.end });
  }
  return union;
}

/** The common part of two unions, as disjoint spans in order. Both arguments must come from `unionOf`. */
export function intersectionOf(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  let j = 0;
  for (const span of a) {
    while (j < b.length && (b[j] as Span).end <= span.start) j++;
    for (let k = j; k < b.length && (b[k] as Span).start < span.end; k++) {
      const other = b[k] as Span;
      common.push({ start: Math.max(span.start, other.start), end: Math.min(span.end, other.end) });
    }
  }
  return common;
}

export function totalLength(union: readonly Span[]): number {
  return union.reduce((sum, span) => sum + span.end - span.start, 0);
}
