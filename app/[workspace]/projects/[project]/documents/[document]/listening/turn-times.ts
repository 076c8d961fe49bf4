import type { DeskTurn } from "../text/desk-turns";

/** A turn that has a time, by its place among all turns. */
export interface TurnTime {
  readonly index: number;
  readonly ms: number;
}

/** The turns that have times, as they follow one another in the talk. */
export function turnTimes(turns: readonly Pick<DeskTurn, "startMs">[]): TurnTime[] {
  const times: TurnTime[] = [];
  for (const [index, { startMs }] of turns.entries()) if (startMs !== null) times.push({ index, ms: startMs });
  return times.sort((a, b) => a.ms - b.ms || a.index - b.index);
}

/** The last that begins at or before the time; null before the first. */
export function turnAt(times: readonly TurnTime[], ms: number): TurnTime | null {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.ms ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return times[low - 1] ?? null;
}

/** The turn itself, where it has a time; else the nearest before it that has one. */
export function timeOf(times: readonly TurnTime[], index: number): TurnTime | null {
  let found: TurnTime | null = null;
  for (const each of times) if (each.index <= index && each.index > (found?.index ?? -1)) found = each;
  return found;
}
