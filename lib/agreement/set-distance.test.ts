import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceBetween, jaccardDistance, masiDistance, nominalDistance, SET_DISTANCES } from "./set-distance";

const set = (...labels: string[]) => new Set(labels);

describe("Passonneau 2006, the MASI distance as NLTK tests it, with exact thirds", () => {
  it("1 − J × M for sets that overlap, lie within one another, are disjoint, equal or empty", () => {
    const masi = (a: Set<string>, b: Set<string>) => distanceBetween(a, b, masiDistance);
    expect(masi(set("1", "2", "3", "4"), set("3", "4", "5"))).toBeCloseTo(1 - (2 / 5) * (1 / 3), 15);
    expect(masi(set("1", "2"), set("1", "3"))).toBeCloseTo(1 - (1 / 3) * (1 / 3), 15);
    expect(masi(set("1", "2"), set("1", "2", "3"))).toBeCloseTo(1 - (2 / 3) * (2 / 3), 15);
    expect(masi(set("1", "2"), set("3"))).toBe(1);
    expect(masi(set("1", "2"), set("2", "1"))).toBe(0);
    expect(masi(set(), set())).toBe(0);
    expect(masi(set(), set("1"))).toBe(1);
  });
});

describe("the distances between two sets", () => {
  it("Jaccard is the share of labels that only one holds; nominal asks for the same set", () => {
    expect(distanceBetween(set("1", "2", "3", "4"), set("3", "4", "5"), jaccardDistance)).toBe(0.6);
    expect(distanceBetween(set(), set(), jaccardDistance)).toBe(0);
    expect(distanceBetween(set(), set("1"), jaccardDistance)).toBe(1);
    expect(distanceBetween(set("1"), set("1", "2"), nominalDistance)).toBe(1);
    expect(distanceBetween(set("1", "2"), set("2", "1"), nominalDistance)).toBe(0);
    expect(distanceBetween(set(), set(), nominalDistance)).toBe(0);
  });

  it("are the same both ways, 0 for the same set alone, and rise from Jaccard over MASI to nominal", () => {
    const labels = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e")).map((list) => new Set(list));
    fc.assert(
      fc.property(labels, labels, (a, b) => {
        const [nominal, jaccard, masi] = [nominalDistance, jaccardDistance, masiDistance].map((distance) => {
          const there = distanceBetween(a, b, distance);
          expect(distanceBetween(b, a, distance)).toBe(there);
          expect(there === 0).toBe([...a].sort().join() === [...b].sort().join());
          return there;
        });
        expect(jaccard).toBeLessThanOrEqual(masi ?? Number.NaN);
        expect(masi).toBeLessThanOrEqual(nominal ?? Number.NaN);
      }),
    );
    expect(Object.keys(SET_DISTANCES)).toEqual(["nominal", "jaccard", "masi"]);
  });
});
