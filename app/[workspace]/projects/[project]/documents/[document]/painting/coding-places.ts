import type { Span } from "@/lib/text/span";
import { snapToWords, wordAfter, wordBefore } from "@/lib/text/words";
import type { CodingStore, DeskCoding } from "../saving/coding-store";

/** Where a coding is cut at an offset: never within a word, and with no white space left at the cut; null where not. */
export function splitPlace(
  text: string,
  coding: Span,
  offset: number,
): { readonly firstEnd: number; readonly secondStart: number } | null {
  const word = wordAfter(text, offset);
  const within = word && word.start < offset && offset < word.end;
  const cut = !within ? offset : word.start > coding.start ? word.start : word.end;
  if (cut <= coding.start || cut >= coding.end) return null;
  const firstEnd = snapToWords(text, { start: coding.start, end: cut }).end;
  const secondStart = snapToWords(text, { start: cut, end: coding.end }).start;
  return firstEnd > coding.start && secondStart < coding.end && firstEnd <= secondStart
    ? { firstEnd, secondStart }
    : null;
}

/** The coding and all of its code that overlap it, or stand beside it with no word between them; and those beside these. */
export function mergeable(store: CodingStore, text: string, coding: DeskCoding): DeskCoding[] {
  const found = new Map([[coding.id, coding]]);
  let { start, end } = coding;
  for (;;) {
    const [before, after] = [wordBefore(text, start), wordAfter(text, end)];
    const reach = {
      start: before ? Math.min(before.end, start) - 1 : start,
      end: after ? Math.max(after.start, end) + 1 : end,
    };
    const more = store.touching(reach).filter((each) => each.codeId === coding.codeId && !found.has(each.id));
    if (more.length === 0) return [...found.values()];
    for (const each of more) {
      found.set(each.id, each);
      start = Math.min(start, each.start);
      end = Math.max(end, each.end);
    }
  }
}

/** A boundary of a coding drawn to an offset: at least a word stays; to whole words unless `exact`. */
export function drawnEdge(text: string, coding: Span, edge: "start" | "end", offset: number, exact: boolean): Span {
  const { start, end } = coding;
  if (edge === "start") {
    const last = exact ? end - 1 : (wordBefore(text, end)?.start ?? start);
    const wanted = Math.min(offset, last);
    const snapped = exact ? wanted : snapToWords(text, { start: wanted, end }).start;
    return { start: Math.max(0, Math.min(snapped, end - 1)), end };
  }
  const first = exact ? start + 1 : (wordAfter(text, start)?.end ?? end);
  const wanted = Math.max(offset, first);
  const snapped = exact ? wanted : snapToWords(text, { start, end: wanted }).end;
  return { start, end: Math.max(snapped, start + 1) };
}
