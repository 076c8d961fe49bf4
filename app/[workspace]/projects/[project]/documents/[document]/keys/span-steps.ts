import { sentenceBounds } from "@/lib/text/sentences";
import type { Span } from "@/lib/text/span";
import { type DeskTurn, indexAt } from "../text/desk-turns";

/**
 * One step over stretches that stand in order: to where the next one begins, or this one, then the one before.
 * With an anchor a selection grows to the end of a stretch and shrinks by one, and never beyond its anchor.
 * Null where there is none in that direction.
 */
export function spanStep(spans: readonly Span[], offset: number, step: 1 | -1, anchor: number | null): number | null {
  const index = indexAt(spans, offset);
  if (step === 1) {
    const ends = anchor !== null && offset >= anchor;
    for (const span of spans.slice(index, index + 3)) {
      const edge = ends ? span.end : span.start;
      if (edge > offset) return ends || anchor === null ? edge : Math.min(edge, anchor);
    }
    return null;
  }
  const shrinks = anchor !== null && offset > anchor;
  for (let i = index; i >= Math.max(0, index - 2); i--) {
    const span = spans[i];
    const edge = shrinks ? span?.end : span?.start;
    if (edge !== undefined && edge < offset) return shrinks ? Math.max(edge, anchor) : edge;
  }
  return shrinks ? anchor : null;
}

const sentences = new WeakMap<DeskTurn, readonly Span[]>();

/** Found when somebody first goes there: a turn may be as long as a book. */
export function sentencesOf(text: string, turn: DeskTurn): readonly Span[] {
  const known = sentences.get(turn);
  if (known) return known;
  const found = turn.blocks.flatMap((block) => {
    const bounds = sentenceBounds(text.slice(block.start, block.end));
    const spans: Span[] = [];
    for (let i = 0; i < bounds.length; i += 2) {
      spans.push({ start: block.start + (bounds[i] ?? 0), end: block.start + (bounds[i + 1] ?? 0) });
    }
    return spans;
  });
  sentences.set(turn, found);
  return found;
}

export function sentenceStep(
  text: string,
  turns: readonly DeskTurn[],
  offset: number,
  step: 1 | -1,
  anchor: number | null,
): number | null {
  for (let i = indexAt(turns, offset); ; i += step) {
    const turn = turns[i];
    if (!turn) return null;
    const found = spanStep(sentencesOf(text, turn), offset, step, anchor);
    // Back to the anchor is the last resort: a sentence of the turn before may lie between.
    if (found !== null && !(found === anchor && step === -1 && turn.start > anchor)) return found;
  }
}
