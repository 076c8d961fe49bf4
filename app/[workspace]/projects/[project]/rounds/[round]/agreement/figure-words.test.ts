import { expect, test } from "vitest";
import { measuresOf } from "@/lib/agreement/measures";
import { defined, undefinedFor } from "@/lib/agreement/statistic";
import { cautionWords, kappaWords, landisKochWord, percentWords, setAsideWords } from "./figure-words";

const table = (both: number, onlyFirst: number, onlySecond: number, neither: number) =>
  measuresOf({ both, onlyFirst, onlySecond, neither });
const caution = (...cells: Parameters<typeof table>) => cautionWords(table(...cells), ["Sam", "Jo"], "turns");

test("a figure without a value is a dash, never a number", () => {
  expect(kappaWords(undefinedFor("both-empty"))).toBe("–");
  expect(percentWords(undefinedFor("no-data"))).toBe("–");
  expect(kappaWords(defined(-0.125), 3)).toBe("−0.125");
  expect(percentWords(defined(0.98765))).toBe("98.8%");
});

test("the caution says why there is no κ, or what it hangs on", () => {
  expect(caution(0, 0, 0, 10)).toBe("Not defined: neither coder used it");
  expect(caution(10, 0, 0, 0)).toBe("Not defined: both gave it to everything");
  expect(caution(0, 3, 0, 7)).toBe("κ is 0: only Sam used it");
  expect(caution(0, 0, 3, 7)).toBe("κ is 0: only Jo used it");
  expect(caution(1, 1, 0, 98)).toBe("rare: 1.5% of turns");
  expect(caution(40, 5, 5, 50)).toBeNull();
});

test("the labels of Landis and Koch change where they drew the lines", () => {
  const words = [-0.01, 0, 0.2, 0.21, 0.4, 0.41, 0.6, 0.61, 0.8, 0.81, 1].map((value) =>
    landisKochWord(defined(value)),
  );
  expect(words).toEqual([
    "poor",
    ...["slight", "slight"],
    ...["fair", "fair"],
    ...["moderate", "moderate"],
    ...["substantial", "substantial"],
    ...["almost perfect", "almost perfect"],
  ]);
  expect(landisKochWord(undefinedFor("no-data"))).toBeNull();
});

test("what was set aside is said in words", () => {
  expect(setAsideWords({ what: "codings", why: "empty", count: 1 })).toBe("1 coding covered nothing");
  expect(setAsideWords({ what: "documents", why: "not-compared", count: 1200 })).toBe(
    "1,200 documents were not assigned to both coders",
  );
});
