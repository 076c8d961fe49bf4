import { expect, test } from "vitest";
import { confusedPairs, levelOptions, OVERLAPS, overlapAddress, overlapOptionsFrom } from "./which-code-options";

test("the options of a view survive its address", () => {
  for (const overlap of OVERLAPS) {
    for (const matching of ["all-pairs", "one-to-one"] as const) {
      for (const level of [null, 0, 3]) {
        const options = { minIou: Number(overlap) / 100, matching, withUnmatched: level === 0, level };
        const kept = Object.entries(overlapAddress(options)).flatMap(([name, value]) =>
          value === null ? [] : [[name, value]],
        );
        expect(overlapOptionsFrom(new URLSearchParams(kept))).toEqual(options);
      }
    }
  }
});

test("what is not understood is left at its default", () => {
  const query = new URLSearchParams("overlap=33&matching=some&nothing=1&level=-1");
  const byDefault = { minIou: 0, matching: "all-pairs", withUnmatched: false, level: null };
  expect(overlapOptionsFrom(query)).toEqual(byDefault);
  expect(overlapOptionsFrom(new URLSearchParams("level=99"))).toEqual(byDefault);
});

test("levels are offered down to the one above the deepest", () => {
  expect(levelOptions([0, 0]).map(({ label }) => label)).toEqual(["As chosen"]);
  expect(levelOptions([0, 1, 2, 3]).map(({ label }) => label)).toEqual([
    "As chosen",
    "Top themes",
    "Sub-themes",
    "Level 3",
  ]);
});

test("what is confused most comes first, the diagonal never", () => {
  const found = confusedPairs(
    ["a", "b", null],
    [
      [9, 2, 1],
      [5, 9, 0],
      [0, 2, 0],
    ],
  );
  expect(found).toEqual([
    { firstCodeId: "b", secondCodeId: "a", pairs: 5, turned: 2 },
    { firstCodeId: "a", secondCodeId: "b", pairs: 2, turned: 5 },
    { firstCodeId: null, secondCodeId: "b", pairs: 2, turned: 0 },
    { firstCodeId: "a", secondCodeId: null, pairs: 1, turned: 0 },
  ]);
  expect(confusedPairs([], [])).toEqual([]);
});
