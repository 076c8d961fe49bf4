// Moving one edge of a span by a word, as `[` and `]` do on the desk.
import type { Span } from "./span";
import { wordAfter, wordBefore } from "./words";

/**
 * The span with its start or end one word further (`step` 1) or one word back (-1): a start goes to where a word
 * begins, an end to where one ends. The same span where the text ends there or no word would be left in it.
 */
export function moveEdge(text: string, span: Span, edge: "start" | "end", step: 1 | -1): Span {
  if (edge === "start") {
    const start = step === 1 ? nextBegin(text, span.start) : wordBefore(text, span.start)?.start;
    return start === undefined || start >= span.end ? span : { start, end: span.end };
  }
  const end = step === 1 ? wordAfter(text, span.end)?.end : lastFinish(text, span.end);
  return end === undefined || end <= span.start ? span : { start: span.start, end };
}

function nextBegin(text: string, offset: number): number | undefined {
  const here = wordAfter(text, offset);
  return here && here.start <= offset ? wordAfter(text, here.end)?.start : here?.start;
}

function lastFinish(text: string, offset: number): number | undefined {
  const here = wordBefore(text, offset);
  return here && here.end >= offset ? wordBefore(text, here.start)?.end : here?.end;
}
