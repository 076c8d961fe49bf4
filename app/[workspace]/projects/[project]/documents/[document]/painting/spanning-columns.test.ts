import fc from "fast-check";
import { expect, test } from "vitest";
import { CodingStore, type DeskCoding, freshCoding, type Patch } from "../saving/coding-store";
import { type SettledColumns, settleChange, spanningColumns } from "./spanning-columns";

const LENGTH = 40;
const TURNS = Array.from({ length: 12 }, (_, i) => ({ start: i * LENGTH, end: (i + 1) * LENGTH - 1 }));
const span = fc
  .tuple(fc.nat(12 * LENGTH - 3), fc.integer({ min: 1, max: 3 * LENGTH }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, 12 * LENGTH - 2) }))
  .filter(({ start, end }) => end > start);

/** Of each turn the columns taken by what crosses it; a column taken twice would be two stripes upon each other. */
function taken(store: CodingStore, settled: SettledColumns): number[][] {
  return TURNS.map((_, turn) => {
    const columns = spanningColumns(store, TURNS, turn, settled);
    return store.inTurn(turn).flatMap(({ id }) => columns.get(id) ?? []);
  });
}

test("acts change only the columns of what they change, and no two stripes ever share one", () => {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 15 }),
      fc.array(fc.tuple(fc.nat(), span, fc.constantFrom("add", "move", "remove")), { maxLength: 12 }),
      (first, acts) => {
        const store = new CodingStore(TURNS);
        const present: DeskCoding[] = first.map((each, i) => freshCoding(`first ${i}`, "code", each));
        store.replaceAll(present);
        const settled: SettledColumns = new Map();
        taken(store, settled);
        for (const [i, [pick, where, act]] of acts.entries()) {
          const before = act === "add" ? undefined : present[pick % Math.max(present.length, 1)];
          if (act !== "add" && !before) continue;
          const after =
            act === "remove" ? null : before ? { ...before, ...where } : freshCoding(`act ${i}`, "code", where);
          if (before) present.splice(present.indexOf(before), 1);
          if (after) present.push(after);
          const patch: Patch = { before: before ?? null, after };
          const columnOf = ({ id, start }: DeskCoding) =>
            settled.get(store.turnsOf({ start, end: start + 1 }).from)?.get(id);
          const others = present.filter((each) => each !== after);
          const stood = others.map(columnOf);
          store.apply([patch]);
          expect(settleChange(store, patch, settled)).toBe(true);
          expect(others.map(columnOf)).toEqual(stood);
          for (const columns of taken(store, settled)) expect(new Set(columns).size).toBe(columns.length);
        }
      },
    ),
  );
});

test("where a turn was never asked for, all must be settled anew", () => {
  const store = new CodingStore(TURNS);
  const settled: SettledColumns = new Map();
  spanningColumns(store, TURNS, 0, settled);
  const patch: Patch = { before: null, after: freshCoding("one", "code", { start: 10, end: 3 * LENGTH }) };
  store.apply([patch]);
  expect(settleChange(store, patch, settled)).toBe(false);
});
