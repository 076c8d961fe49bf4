import type { DeskTurn } from "./desk-turns";

/** Neighbouring turns that the browser lays out together. */
export interface Stretch {
  readonly turns: readonly DeskTurn[];
  readonly lines: number;
}

/** Neighbouring stretches: the browser passes by those where nothing changed, however many stand in them. */
export interface Chapter {
  readonly stretches: readonly Stretch[];
  readonly lines: number;
  readonly turns: number;
}

/** About as much as stands on a screen: fewer would be many to look at, more would be long to lay out at once. */
const LINES = 30;
const LINE = 66;
const STRETCHES = 16;

export function stretchesOf(turns: readonly DeskTurn[]): Stretch[] {
  const stretches: Stretch[] = [];
  let own: DeskTurn[] = [];
  let lines = 0;
  for (const turn of turns) {
    own.push(turn);
    for (const { start, end } of turn.blocks) lines += Math.ceil((end - start) / LINE);
    if (lines < LINES) continue;
    stretches.push({ turns: own, lines });
    own = [];
    lines = 0;
  }
  if (own.length > 0) stretches.push({ turns: own, lines });
  return stretches;
}

export function chaptersOf(stretches: readonly Stretch[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (let from = 0; from < stretches.length; from += STRETCHES) {
    const own = stretches.slice(from, from + STRETCHES);
    const lines = own.reduce((sum, stretch) => sum + stretch.lines, 0);
    const turns = own.reduce((sum, stretch) => sum + stretch.turns.length, 0);
    chapters.push({ stretches: own, lines, turns });
  }
  return chapters;
}
