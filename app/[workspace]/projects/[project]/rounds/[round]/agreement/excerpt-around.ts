import type { Span } from "@/lib/text/span";

/** So many characters of context stay on either side of what is marked. */
const CONTEXT = 120;

export interface ExcerptAround {
  readonly words: string;
  /** Where these words begin, counted as `start` was. */
  readonly start: number;
  /** Whether something was left out before and after. */
  readonly before: boolean;
  readonly after: boolean;
}

/** The part of a long stretch that holds its marks, cut at spaces; short ones stay whole. */
export function excerptAround(words: string, start: number, marks: readonly Span[]): ExcerptAround {
  const whole = { words, start, before: false, after: false };
  if (marks.length === 0) return whole;
  const first = Math.max(0, Math.min(...marks.map((mark) => mark.start)) - start);
  const last = Math.min(words.length, Math.max(...marks.map((mark) => mark.end)) - start);
  let from = 0;
  if (first > CONTEXT) {
    const space = words.indexOf(" ", first - CONTEXT);
    from = space >= 0 && space < first ? space + 1 : first;
  }
  let to = words.length;
  if (words.length - last > CONTEXT) {
    const space = words.lastIndexOf(" ", last + CONTEXT);
    to = space > last ? space : last;
  }
  return { words: words.slice(from, to), start: start + from, before: from > 0, after: to < words.length };
}
