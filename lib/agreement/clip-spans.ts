// Clipping spans to their text, with a count of what was cut and what was left with nothing.
import type { Span } from "@/lib/text/span";

export interface Clipped<T extends Span> {
  readonly spans: readonly T[];
  /** Spans that left the text at either end, those that nothing remained of included. */
  readonly clipped: number;
  /** Spans without a character, from the start or after clipping. */
  readonly empty: number;
}

/** Keeps what lies within `[0, length)` of each span; empty and reversed ones are left out and counted. */
export function clipSpans<T extends Span>(length: number, spans: readonly T[]): Clipped<T> {
  const kept: T[] = [];
  let [clipped, empty] = [0, 0];
  for (const span of spans) {
    const start = Math.max(0, span.start);
    const end = Math.min(length, span.end);
    const changed = start !== span.start || end !== span.end;
    if (changed) clipped++;
    if (start >= end) empty++;
    else kept.push(changed ? { ...span, start, end } : span);
  }
  return { spans: kept, clipped, empty };
}
