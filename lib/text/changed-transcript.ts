// A transcript after changes of its text: turns, cues and emphasis moved along, paragraphs and sentences found anew.
import type { Transcript } from "../readers/read-result";
import { paragraphBounds, sentenceBounds } from "./sentences";
import type { Span } from "./span";
import { applyTextChanges, ChangeMap, type TextChange } from "./text-changes";

/**
 * What is put in at the edge of a turn belongs to it; between two that touch, to the earlier one. A turn or cue without
 * a word left is gone, and the speakers of the others are as they were.
 */
export function changedTranscript(before: Transcript, changes: readonly TextChange[]): Transcript {
  const text = applyTextChanges(before.text, changes);
  const map = ChangeMap.of(changes);
  return {
    text,
    turns: movedStretches(before.turns, map),
    cues: movedStretches(before.cues, map),
    paragraphs: paragraphBounds(text),
    sentences: sentenceBounds(text),
    ...(before.emphasis ? { emphasis: movedEmphasis(before.emphasis, map) } : {}),
  };
}

function movedStretches<T extends Span>(stretches: readonly T[], map: ChangeMap): T[] {
  const moved: T[] = [];
  let last = -1;
  let taken = 0;
  for (const stretch of stretches) {
    const start = Math.max(taken, map.offset(stretch.start, stretch.start === last ? 1 : -1));
    const end = Math.max(start, map.offset(stretch.end, 1));
    last = stretch.end;
    taken = end;
    if (end > start || stretch.end === stretch.start) moved.push({ ...stretch, start, end });
  }
  return moved;
}

function movedEmphasis(emphasis: readonly number[], map: ChangeMap): number[] {
  const moved: number[] = [];
  for (let i = 0; i + 2 < emphasis.length; i += 3) {
    const span = map.span(emphasis[i] ?? 0, emphasis[i + 1] ?? 0);
    if (span) moved.push(span.start, span.end, emphasis[i + 2] ?? 0);
  }
  return moved;
}
