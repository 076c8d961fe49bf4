import { describe, expect, it } from "vitest";
import { fileNameOf } from "./chart-download";
import { hatching, heatOf } from "./chart-heat";
import { placeMarks } from "./dot-groups";
import { rowName } from "./interval-plot";

describe("the depth of a tint", () => {
  it("goes from one end of the domain to the other", () => {
    expect(heatOf(0, [0, 50])).toEqual({ depth: 0, below: false });
    expect(heatOf(25, [0, 50])).toEqual({ depth: 0.5, below: false });
    expect(heatOf(80, [0, 50])).toEqual({ depth: 1, below: false });
    expect(heatOf(0.4, [0.5, 1])).toEqual({ depth: 0, below: false });
    expect(heatOf(3, [3, 3])).toEqual({ depth: 0, below: false });
  });

  it("begins at 0 on both sides where the domain goes below, equally deep for equal distances", () => {
    expect(heatOf(-0.2, [-0.4, 1])).toEqual({ depth: 0.2, below: true });
    expect(heatOf(0.2, [-0.4, 1])).toEqual({ depth: 0.2, below: false });
    expect(heatOf(0, [-0.4, 1])).toEqual({ depth: 0, below: false });
    expect(heatOf(-2, [-1, 0.5])).toEqual({ depth: 1, below: true });
  });

  it("can rise early, for counts", () => {
    expect(heatOf(1, [0, 100], "root").depth).toBeCloseTo(0.1, 12);
  });
});

it("hatching stays inside its cell", () => {
  const numbers = [...hatching(10, 20, 40, 26).matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
  expect(numbers.length).toBeGreaterThan(10);
  for (const [, x, y] of numbers) {
    expect(Number(x)).toBeGreaterThanOrEqual(10);
    expect(Number(x)).toBeLessThanOrEqual(50);
    expect(Number(y)).toBeGreaterThanOrEqual(20);
    expect(Number(y)).toBeLessThanOrEqual(46);
  }
});

it("marks at the same value stand aside, those that are alone do not", () => {
  const placed = placeMarks([0.5, 0.5, 0.9, null], 4, (value) => value * 100);
  expect(placed).toEqual([
    { at: 50, shift: -5 },
    { at: 50, shift: 5 },
    { at: 90, shift: 0 },
    { at: null, shift: 0 },
  ]);
});

it("a row says its value, its interval and what is missing", () => {
  const row = { id: "a", label: "Support", value: 0.5, interval: [0.25, 0.75] as const };
  expect(rowName(row, String)).toBe("Support: 0.5, interval 0.25 to 0.75");
  expect(rowName({ ...row, interval: null, note: "too few" }, String)).toBe("Support: 0.5, no interval, too few");
  expect(rowName({ ...row, value: null, note: "nobody" }, String)).toBe("Support: no value, nobody");
});

it("a file's name is one that every file system takes", () => {
  expect(fileNameOf('κ by theme: "a/b"\u0000.svg')).toBe("κ by theme a b .svg");
  expect(fileNameOf("...")).toBe("chart");
});
