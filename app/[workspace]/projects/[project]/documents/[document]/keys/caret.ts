import { characterStep } from "@/lib/text/characters";
import type { Span } from "@/lib/text/span";
import { wordAfter, wordBefore } from "@/lib/text/words";
import type { DeskTurn } from "../text/desk-turns";
import type { TextPositions } from "../text/text-position";
import { lineEdge, lineStep, pageStep } from "./caret-lines";
import type { CaretUnit } from "./desk-keys";
import { sentenceStep, spanStep } from "./span-steps";

/** Where a selection began and where it goes on; the same where nothing is selected. */
export interface Caret {
  readonly anchor: number;
  readonly focus: number;
}

export interface CaretGround {
  readonly text: string;
  readonly turns: readonly DeskTurn[];
  readonly positions: TextPositions;
  readonly scroller: HTMLElement;
}

export function spanOf(caret: Caret | null): Span | null {
  if (!caret || caret.anchor === caret.focus) return null;
  return { start: Math.min(caret.anchor, caret.focus), end: Math.max(caret.anchor, caret.focus) };
}

export function turnStep(turns: readonly Span[], offset: number, step: 1 | -1, anchor: number | null = null): number {
  const edge = step === 1 ? turns.at(-1)?.end : turns[0]?.start;
  return spanStep(turns, offset, step, anchor) ?? edge ?? offset;
}

/** Whether the paragraph reads from right to left: then the arrow to the left goes on in it. */
export function isRightToLeft({ positions }: CaretGround, offset: number): boolean {
  return positions.at(offset)?.node.parentElement?.matches(":dir(rtl)") ?? false;
}

/** Keeps a line of the text within the window, with some lines around it. */
export function scrollTo({ positions, scroller }: CaretGround, offset: number, lines = 3): void {
  const rect = positions.caretRect(offset);
  if (!rect) return;
  const box = scroller.getBoundingClientRect();
  // In a window of a few lines the line itself comes first.
  const room = Math.min(rect.height * lines, Math.max(0, (box.height - rect.height) / 3));
  if (rect.top < box.top + room) scroller.scrollTop -= box.top + room - rect.top;
  else if (rect.bottom > box.bottom - room) scroller.scrollTop += rect.bottom - (box.bottom - room);
}

export interface CaretMove {
  readonly unit: CaretUnit;
  readonly step: 1 | -1;
  /** Where the selection began, while one is being made. */
  readonly anchor: number | null;
  /** The column that a walk over lines keeps. */
  readonly goal: number;
}

/** Where the caret goes. */
export function moveFocus(ground: CaretGround, offset: number, { unit, step, anchor, goal }: CaretMove): number {
  const { text, turns, positions } = ground;
  const end = step === 1 ? positions.length : positions.shown(0, 1);
  switch (unit) {
    case "character":
      return positions.shown(characterStep(text, offset, step), step);
    case "word":
      return (step === 1 ? wordAfter(text, offset)?.end : wordBefore(text, offset)?.start) ?? end;
    case "line":
      return lineStep(ground, offset, step, goal) ?? end;
    case "sentence":
      return sentenceStep(text, turns, offset, step, anchor) ?? end;
    case "turn":
      return turnStep(turns, offset, step, anchor);
    case "page":
      return pageStep(ground, offset, step, goal) ?? end;
    case "line-edge":
      return lineEdge(ground, offset, step);
    case "text":
      return end;
  }
}
