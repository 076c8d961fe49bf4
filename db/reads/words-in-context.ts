// A stretch of a text with a little of what stands before and after it on its line, for lists of hits and excerpts.
import type { Span } from "@/lib/text/span";

export interface WordsInContext {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const LETTERS = 60;

/** Cut at a line end or, where the line goes on, between two words; never through a character. */
export function wordsInContext(text: string, { start, end }: Span): WordsInContext {
  const left = text.slice(Math.max(0, start - LETTERS), start);
  const lineStart = left.lastIndexOf("\n") + 1;
  const cutLeft = lineStart === 0 && start > LETTERS;
  const right = text.slice(end, end + LETTERS);
  const lineEnd = right.indexOf("\n");
  const cutRight = lineEnd < 0 && end + LETTERS < text.length;
  return {
    before: cutLeft ? left.replace(/^\S* |^[\udc00-\udfff]/, "") : left.slice(lineStart),
    words: text.slice(start, end),
    after: cutRight ? right.replace(/ \S*$|[\ud800-\udbff]$/, "") : right.slice(0, lineEnd < 0 ? undefined : lineEnd),
  };
}
