import type { Span } from "@/lib/text/span";
import { wordAfter, wordBefore } from "@/lib/text/words";
import type { CaretUnit } from "./desk-keys";
import { indexAt } from "./desk-turns";
import type { TextPositions } from "./text-position";

/** Where a selection began and where it goes on; the same where nothing is selected. */
export interface Caret {
  readonly anchor: number;
  readonly focus: number;
}

export interface CaretGround {
  readonly text: string;
  readonly turns: readonly Span[];
  readonly positions: TextPositions;
  readonly scroller: HTMLElement;
}

export function spanOf(caret: Caret | null): Span | null {
  if (!caret || caret.anchor === caret.focus) return null;
  return { start: Math.min(caret.anchor, caret.focus), end: Math.max(caret.anchor, caret.focus) };
}

/** Longer than any character that a person would take for one. */
const WINDOW = 64;

/** What a person takes for one character: an emoji, a letter with its accents. */
export function characterStep(text: string, offset: number, step: 1 | -1): number {
  const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  if (step === 1) {
    const [first] = characters.segment(text.slice(offset, offset + WINDOW));
    return offset + (first?.segment.length ?? 0);
  }
  const last = [...characters.segment(text.slice(Math.max(0, offset - WINDOW), offset))].at(-1);
  return offset - (last?.segment.length ?? 0);
}

export function turnStep(turns: readonly Span[], offset: number, step: 1 | -1): number {
  const index = indexAt(turns, offset);
  const here = turns[index];
  if (!here) return offset;
  if (step === 1) return turns[index + 1]?.start ?? here.end;
  return offset > here.start ? here.start : (turns[index - 1]?.start ?? here.start);
}

/** Keeps a line of the text within the window, with some lines around it. */
export function scrollTo({ positions, scroller }: CaretGround, offset: number, lines = 3): void {
  const rect = positions.caretRect(offset);
  if (!rect) return;
  const box = scroller.getBoundingClientRect();
  const room = rect.height * lines;
  if (rect.top < box.top + room) scroller.scrollTop -= box.top + room - rect.top;
  else if (rect.bottom > box.bottom - room) scroller.scrollTop += rect.bottom - (box.bottom - room);
}

function lineStep(ground: CaretGround, offset: number, step: 1 | -1, goal: number): number {
  const { positions, scroller } = ground;
  scrollTo(ground, offset);
  const rect = positions.caretRect(offset);
  if (!rect) return offset;
  // What floats over the text must not be what is found beneath the point.
  scroller.dataset.probing = "";
  try {
    for (let i = 1; i <= 12; i++) {
      const y = step === 1 ? rect.bottom + (i - 0.4) * rect.height * 0.5 : rect.top - (i - 0.4) * rect.height * 0.5;
      const found = positions.offsetAtPoint(goal, y);
      const line = found === null ? null : positions.caretRect(found);
      if (found === null || !line) continue;
      if (step === 1 ? line.top > rect.top + rect.height / 2 : line.top < rect.top - rect.height / 2) return found;
    }
  } finally {
    delete scroller.dataset.probing;
  }
  return step === 1 ? turnStep(ground.turns, offset, 1) : turnStep(ground.turns, offset, -1);
}

function lineEdge({ positions }: CaretGround, offset: number, step: 1 | -1): number {
  const rect = positions.caretRect(offset);
  const place = positions.at(offset);
  const block = place?.node.parentElement?.getBoundingClientRect();
  if (!rect || !block) return offset;
  return positions.offsetAtPoint(step === 1 ? block.right - 1 : block.left + 1, rect.top + rect.height / 2) ?? offset;
}

/** Where the caret goes; `goal` is the column that a walk over lines keeps. */
export function moveFocus(ground: CaretGround, offset: number, unit: CaretUnit, step: 1 | -1, goal: number): number {
  const { text, turns, positions } = ground;
  switch (unit) {
    case "character":
      return positions.shown(characterStep(text, offset, step), step);
    case "word":
      return (step === 1 ? wordAfter(text, offset)?.end : wordBefore(text, offset)?.start) ?? offset;
    case "line":
      return lineStep(ground, offset, step, goal);
    case "turn":
      return turnStep(turns, offset, step);
    case "line-edge":
      return lineEdge(ground, offset, step);
    case "text":
      return step === 1 ? positions.length : positions.shown(0, 1);
  }
}
