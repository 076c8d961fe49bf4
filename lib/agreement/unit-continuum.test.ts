import { describe, expect, it } from "vitest";
import { type ContinuumUnit, unitContinuum } from "./unit-continuum";

function unit(start: number, end: number, category: string): ContinuumUnit {
  return { start, end, category };
}

describe("unitContinuum", () => {
  it("joins a coder's overlapping units of one category and keeps touching ones apart", () => {
    const { coders } = unitContinuum(20, [[unit(8, 12, "a"), unit(0, 3, "a"), unit(2, 6, "a"), unit(6, 8, "a")], []]);
    expect(coders).toEqual([[unit(0, 6, "a"), unit(6, 8, "a"), unit(8, 12, "a")], []]);
  });

  it("says whether a coder gave one passage two values", () => {
    expect(unitContinuum(20, [[unit(0, 5, "a"), unit(5, 9, "b")], [unit(4, 6, "b")]]).overlapping).toBe(false);
    expect(unitContinuum(20, [[unit(0, 9, "a"), unit(12, 14, "a"), unit(5, 6, "b")]]).overlapping).toBe(true);
  });

  it("lists the categories in the order in which they occur", () => {
    expect(unitContinuum(9, [[unit(4, 5, "b")], [unit(0, 1, "c"), unit(2, 3, "b")]]).categories).toEqual(["b", "c"]);
  });

  it("refuses units that are empty, reversed or outside, and lengths that are none", () => {
    for (const wrong of [unit(3, 3, "a"), unit(4, 2, "a"), unit(-1, 2, "a"), unit(8, 11, "a"), unit(0, 1.5, "a")]) {
      expect(() => unitContinuum(10, [[wrong], []])).toThrow(RangeError);
    }
    for (const length of [-1, 2.5, Number.NaN, Infinity]) expect(() => unitContinuum(length, [])).toThrow(RangeError);
  });
});
