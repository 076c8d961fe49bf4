import type { DeskTurn } from "./desk-turns";

/** Neighbouring turns that the browser lays out together. */
export interface Stretch {
  readonly turns: readonly DeskTurn[];
  readonly lines: number;
}

/** About as much as stands on a screen: fewer would be many to look at, more would be long to lay out at once. */
const LINES = 30;
const LINE = 66;

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
