import { sentenceBounds } from "@/lib/text/sentences";
import type { Span } from "@/lib/text/span";
import { snapToWords } from "@/lib/text/words";
import { type DeskTurn, indexAt } from "../text/desk-turns";

/** How much around a hit is coded. */
export type HitReach = "words" | "sentence" | "turn";

/** Gives the stretch around a hit; sentences are looked for once in each turn that is asked about. */
export function hitWidener(text: string, turns: readonly DeskTurn[], reach: HitReach): (hit: Span) => Span {
  const sentences = new Map<DeskTurn, readonly number[]>();
  const sentencesOf = (turn: DeskTurn): readonly number[] => {
    const known = sentences.get(turn);
    if (known) return known;
    const bounds = sentenceBounds(text.slice(turn.start, turn.end)).map((bound) => bound + turn.start);
    sentences.set(turn, bounds);
    return bounds;
  };
  return (hit) => {
    const words = snapToWords(text, hit);
    const turn = turns[indexAt(turns, hit.start)];
    if (reach === "words" || !turn) return words;
    const last = turns[indexAt(turns, hit.end - 1)] ?? turn;
    if (reach === "turn") return { start: turn.start, end: last.end };
    const [before, after] = [sentencesOf(turn), sentencesOf(last)];
    let [start, end] = [words.start, words.end];
    for (let i = 0; i < before.length; i += 2) {
      const [from, to] = [before[i] ?? 0, before[i + 1] ?? 0];
      if (from <= hit.start && hit.start < to) start = Math.min(start, from);
    }
    for (let i = 0; i < after.length; i += 2) {
      const [from, to] = [after[i] ?? 0, after[i + 1] ?? 0];
      if (from < hit.end && hit.end <= to) end = Math.max(end, to);
    }
    return { start, end };
  };
}

const AROUND = 45;

/** A hit with some words around it, on one line. */
export function hitInContext(text: string, { start, end }: Span): { before: string; words: string; after: string } {
  const line = (words: string) => words.replace(/\s+/g, " ");
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const before = line(text.slice(from, start));
  const after = line(text.slice(end, to));
  return {
    before: from === 0 ? before : `…${before.slice(before.indexOf(" ") + 1)}`,
    words: line(text.slice(start, end)),
    after: to === text.length ? after : `${after.slice(0, Math.max(after.lastIndexOf(" "), 0))}…`,
  };
}

/** Where the first span that ends after an offset stands among them; they are in order and do not overlap. */
export function firstAfter(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
