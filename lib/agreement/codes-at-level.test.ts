import { describe, expect, it } from "vitest";
import { codesAtLevel } from "./codes-at-level";

const TREE = [
  { id: "theme", parentId: null },
  { id: "sub", parentId: "theme" },
  { id: "code", parentId: "sub" },
  { id: "alone", parentId: null },
  { id: "orphan", parentId: "not in here" },
];

describe("codesAtLevel", () => {
  it("gives each code the code above it at that depth; what stands higher stays itself", () => {
    expect(Object.fromEntries(codesAtLevel(TREE, 0))).toEqual({
      theme: "theme",
      sub: "theme",
      code: "theme",
      alone: "alone",
      orphan: "orphan",
    });
    expect(Object.fromEntries(codesAtLevel(TREE, 1))).toMatchObject({ theme: "theme", sub: "sub", code: "sub" });
    expect(codesAtLevel(TREE, 2)).toEqual(codesAtLevel(TREE, null));
    expect(codesAtLevel(TREE, 9)).toEqual(codesAtLevel(TREE, null));
  });

  it("refuses what is no depth, and parents in a circle", () => {
    expect(() => codesAtLevel(TREE, -1)).toThrow(RangeError);
    expect(() => codesAtLevel(TREE, 0.5)).toThrow(RangeError);
    const circle = [
      { id: "a", parentId: "b" },
      { id: "b", parentId: "a" },
    ];
    expect(() => codesAtLevel(circle, 0)).toThrow(RangeError);
  });
});
