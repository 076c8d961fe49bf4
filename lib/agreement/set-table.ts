// How often two coders gave an item which two sets of labels: what the figures on sets are computed from.
import type { LabelSet } from "./set-distance";

/** So many items got one set from the first coder and another from the second; sets by their places in the table. */
export interface SetPair {
  readonly first: number;
  readonly second: number;
  readonly items: number;
}

export interface SetTable {
  /** Each set once. */
  readonly sets: readonly LabelSet[];
  readonly pairs: readonly SetPair[];
}

/** Items one by one, or many of a kind with how many they are. */
export type SetItem = readonly [first: LabelSet, second: LabelSet, items?: number];

/** Throws RangeError where a number of items is not a count. Cost: O(labels of all items). */
export function setTable(items: readonly SetItem[]): SetTable {
  const places = new Map<string, number>();
  const sets: LabelSet[] = [];
  const placeOf = (set: LabelSet): number => {
    const key = JSON.stringify([...set].sort());
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, sets.length);
    return sets.push(set) - 1;
  };
  const counts = new Map<number, Map<number, number>>();
  for (const [a, b, number = 1] of items) {
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`the number of items is ${number}`);
    if (number === 0) continue;
    const [first, second] = [placeOf(a), placeOf(b)];
    const row = counts.get(first);
    if (row) row.set(second, (row.get(second) ?? 0) + number);
    else counts.set(first, new Map([[second, number]]));
  }
  const pairs = [...counts].flatMap(([first, row]) =>
    [...row].map(([second, number]): SetPair => ({ first, second, items: number })),
  );
  return { sets, pairs };
}

export function setTableSize({ pairs }: SetTable): number {
  return pairs.reduce((sum, pair) => sum + pair.items, 0);
}

/** How often each coder gave each set, in the order of the table. */
export function setMargins({ sets, pairs }: SetTable): { first: number[]; second: number[] } {
  const [first, second] = [sets.map(() => 0), sets.map(() => 0)];
  for (const pair of pairs) {
    first[pair.first] = (first[pair.first] ?? 0) + pair.items;
    second[pair.second] = (second[pair.second] ?? 0) + pair.items;
  }
  return { first, second };
}
