import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { setAlpha } from "./set-alpha";
import { distanceBetween, SET_DISTANCES, type SetDistance } from "./set-distance";
import { type SetItem, setTable } from "./set-table";
import { valueOrNull } from "./statistic";

const set = (labels: string) => new Set(labels);

describe("DKPro Statistics, SetAnnotationsTest: nine items, two raters", () => {
  const table = setTable(
    (
      [
        ["", ""],
        ["A", ""],
        ["A", "A"],
        ["A", "B"],
        ["AB", "A"],
        ["AB", "AC"],
        ["ABC", "ABC"],
        ["C", "AC"],
        ["C", "AC"],
      ] as const
    ).map(([a, b]): SetItem => [set(a), set(b)]),
  );

  it("MASI as Passonneau 2006 has it: Do .543, De .747, alpha .273", () => {
    const { observed, expected, alpha } = setAlpha(table, SET_DISTANCES.masi);
    expect(valueOrNull(observed)).toBeCloseTo(0.54320987654321, 12);
    expect(valueOrNull(expected)).toBeCloseTo(0.7472766884531591, 12);
    expect(valueOrNull(alpha)).toBeCloseTo(0.27308066083576277, 12);
  });

  it("Jaccard alpha .316; nominal alpha .239 with 6 of 9 items apart", () => {
    expect(valueOrNull(setAlpha(table, SET_DISTANCES.jaccard).alpha)).toBeCloseTo(0.3156199677938808, 12);
    const nominal = setAlpha(table, SET_DISTANCES.nominal);
    expect(valueOrNull(nominal.observed)).toBeCloseTo(6 / 9, 12);
    expect(valueOrNull(nominal.alpha)).toBeCloseTo(0.23880597014925375, 12);
  });
});

const anySet = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")).map((list) => new Set(list));
const anyItems = fc.array(
  fc.tuple(anySet, anySet, fc.nat(4)).map((item): SetItem => item),
  { maxLength: 8 },
);

/** Every value compared with every other value, one by one. */
function oneByOne(items: readonly SetItem[], distance: SetDistance): number | null {
  const single = items.flatMap(([a, b, number = 1]) => Array.from({ length: number }, () => [a, b] as const));
  const values = single.flat();
  let expected = 0;
  for (const [i, a] of values.entries()) {
    for (const [j, b] of values.entries()) if (i !== j) expected += distanceBetween(a, b, distance);
  }
  if (expected === 0) return null;
  expected /= values.length * (values.length - 1);
  const observed = single.reduce((sum, [a, b]) => sum + distanceBetween(a, b, distance), 0) / single.length;
  return 1 - observed / expected;
}

describe("setAlpha", () => {
  it("agrees with all values compared one by one, items counted as often as they weigh", () => {
    fc.assert(
      fc.property(anyItems, fc.constantFrom(...Object.values(SET_DISTANCES)), (items, distance) => {
        const found = valueOrNull(setAlpha(setTable(items), distance).alpha);
        const expected = oneByOne(items, distance);
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 10);
      }),
    );
  });

  it("is the same when the coders change places, and nominal alpha of one code is that of its 2×2 table", () => {
    const four = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(four, ([both, onlyFirst, onlySecond, neither]) => {
        const items = (swapped: boolean): SetItem[] => [
          [set("x"), set("x"), both],
          [set(swapped ? "" : "x"), set(swapped ? "x" : ""), onlyFirst],
          [set(swapped ? "x" : ""), set(swapped ? "" : "x"), onlySecond],
          [set(""), set(""), neither],
        ];
        const found = setAlpha(setTable(items(false)), SET_DISTANCES.nominal).alpha;
        const table = krippendorffAlpha({ both, onlyFirst, onlySecond, neither });
        expect(found.kind).toBe(table.kind);
        const [there, back] = [found, setAlpha(setTable(items(true)), SET_DISTANCES.nominal).alpha].map(valueOrNull);
        if (there !== null && there !== undefined) {
          expect(there).toBeCloseTo(valueOrNull(table) ?? Number.NaN, 10);
          expect(back).toBeCloseTo(there, 10);
        }
      }),
    );
  });

  it("says why there is none: no item, or the same set throughout", () => {
    const none = { kind: "undefined", reason: "no-data" };
    expect(setAlpha(setTable([]), SET_DISTANCES.masi)).toEqual({ observed: none, expected: none, alpha: none });
    expect(setAlpha(setTable([[set("a"), set("b"), 0]]), SET_DISTANCES.masi).alpha).toEqual(none);
    for (const labels of ["", "ab"]) {
      expect(setAlpha(setTable([[set(labels), set(labels), 7]]), SET_DISTANCES.jaccard)).toEqual({
        observed: { kind: "defined", value: 0 },
        expected: { kind: "defined", value: 0 },
        alpha: { kind: "undefined", reason: "one-category" },
      });
    }
  });

  it("one item with two sets: alpha 0, as nothing varies beyond the two values", () => {
    expect(valueOrNull(setAlpha(setTable([[set("a"), set("b")]]), SET_DISTANCES.nominal).alpha)).toBeCloseTo(0, 12);
  });
});

describe("setTable", () => {
  it("refuses what is not a number of items", () => {
    expect(() => setTable([[set("a"), set("b"), -1]])).toThrow(RangeError);
    expect(() => setTable([[set("a"), set("b"), 0.5]])).toThrow(RangeError);
  });
});
