import { expect, test } from "vitest";
import { measuresOf } from "@/lib/agreement/measures";
import { defined, UNDEFINED_REASONS, undefinedFor } from "@/lib/agreement/statistic";
import {
  cautionWords,
  kappaWords,
  type LabelScheme,
  labelWord,
  percentWords,
  setAsideWords,
  undefinedWords,
} from "./figure-words";

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
  expect(caution(499, 0, 0, 9501)).toBe("rare: 4.9% of turns");
  expect(caution(40, 5, 5, 50)).toBeNull();
});

/** The words of a scheme with the lowest and the highest of the hundredths that bear each. */
function bounds(scheme: LabelScheme): Record<string, [number, number]> {
  const found: Record<string, [number, number]> = {};
  for (let hundredths = -100; hundredths <= 100; hundredths++) {
    const value = hundredths / 100;
    const word = labelWord(defined(value), scheme) ?? "no word";
    found[word] = [found[word]?.[0] ?? value, value];
  }
  return found;
}

test("Landis & Koch 1977, p. 165", () => {
  expect(bounds("landis-koch")).toEqual({
    poor: [-1, -0.01],
    slight: [0, 0.2],
    fair: [0.21, 0.4],
    moderate: [0.41, 0.6],
    substantial: [0.61, 0.8],
    "almost perfect": [0.81, 1],
  });
});

test("McHugh 2012, table 3", () => {
  expect(bounds("mchugh")).toEqual({
    "no word": [-1, -0.01],
    none: [0, 0.2],
    minimal: [0.21, 0.39],
    weak: [0.4, 0.59],
    moderate: [0.6, 0.79],
    strong: [0.8, 0.9],
    "almost perfect": [0.91, 1],
  });
});

test("Altman 1991, p. 404", () => {
  expect(bounds("altman")).toEqual({
    poor: [-1, 0.2],
    fair: [0.21, 0.4],
    moderate: [0.41, 0.6],
    good: [0.61, 0.8],
    "very good": [0.81, 1],
  });
});

test("the word fits the number as it is shown; without a value or a scheme there is none", () => {
  expect(kappaWords(defined(0.8049))).toBe("0.80");
  expect(labelWord(defined(0.8049), "landis-koch")).toBe("substantial");
  expect(kappaWords(defined(-0.001))).toBe("0.00");
  expect(labelWord(defined(-0.001), "landis-koch")).toBe("slight");
  expect(labelWord(undefinedFor("no-data"), "altman")).toBeNull();
  expect(labelWord(defined(0.5), null)).toBeNull();
});

test("every reason why there is no figure has its words", () => {
  for (const reason of UNDEFINED_REASONS)
    expect(undefinedWords(reason)).toMatch(/^(Not defined|No interval|No jackknife|Not computed): /);
});

test("what was set aside is said in words", () => {
  expect(setAsideWords({ what: "codings", why: "empty", count: 1 })).toBe("1 coding covers nothing");
  expect(setAsideWords({ what: "documents", why: "no-units", count: 2 })).toBe(
    "2 documents have no such unit to count",
  );
  expect(setAsideWords({ what: "documents", why: "not-compared", count: 1200 })).toBe(
    "1,200 documents were not assigned to both coders",
  );
});
