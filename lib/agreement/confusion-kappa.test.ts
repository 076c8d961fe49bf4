import { describe, expect, it } from "vitest";
import { confusionKappa, expectedAgreementOfMatrix } from "./confusion-kappa";
import type { ConfusionMatrix } from "./confusion-matrix";
import { percentAgreementOfMatrix } from "./percent-agreement";
import { valueOrNull } from "./statistic";

function figures(matrix: ConfusionMatrix): (number | null)[] {
  return [percentAgreementOfMatrix(matrix), expectedAgreementOfMatrix(matrix), confusionKappa(matrix)].map(valueOrNull);
}

function expectFigures(matrix: ConfusionMatrix, po: number, pe: number, kappa: number, digits = 3): void {
  const [observed, expected, found] = figures(matrix);
  expect(observed).toBeCloseTo(po, 9);
  expect(expected).toBeCloseTo(pe, digits);
  expect(found).toBeCloseTo(kappa, digits);
}

describe("Cohen 1960, p. 45", () => {
  it("200 patients: observed .70, expected .41, kappa .492", () => {
    expectFigures(
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.7,
      0.41,
      0.492,
    );
  });
});

describe("Cohen 1960, p. 37", () => {
  it("agreement below chance: observed .29, expected .35, kappa -.092", () => {
    expectFigures(
      [
        [25, 12, 3],
        [13, 2, 15],
        [12, 16, 2],
      ],
      0.29,
      0.35,
      -0.0923,
    );
  });
});

describe("Brennan & Prediger 1981, p. 689", () => {
  it("observed .60, expected .45, kappa .27", () => {
    expectFigures(
      [
        [50, 0, 0],
        [10, 10, 10],
        [20, 0, 0],
      ],
      0.6,
      0.45,
      0.273,
    );
  });
});

describe("Zwick 1988, p. 376", () => {
  it("tables 1 and 3: kappa .467 and .474", () => {
    expectFigures(
      [
        [20, 0, 0, 5],
        [0, 10, 15, 0],
        [0, 15, 10, 0],
        [5, 0, 0, 20],
      ],
      0.6,
      0.25,
      0.467,
    );
    expectFigures(
      [
        [20, 5, 5, 10],
        [0, 10, 5, 5],
        [0, 5, 10, 5],
        [0, 0, 0, 20],
      ],
      0.6,
      0.24,
      0.474,
    );
  });
});

describe("confusionKappa", () => {
  it("is undefined with its reason", () => {
    expect(confusionKappa([])).toEqual({ kind: "undefined", reason: "no-data" });
    expect(
      confusionKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ kind: "undefined", reason: "no-data" });
    expect(
      confusionKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toEqual({ kind: "undefined", reason: "one-category" });
    expect(confusionKappa([[7]])).toEqual({ kind: "undefined", reason: "one-category" });
  });

  it("does not change with categories that nobody used", () => {
    expect(
      confusionKappa([
        [5, 1, 0],
        [2, 4, 0],
        [0, 0, 0],
      ]),
    ).toEqual(
      confusionKappa([
        [5, 1],
        [2, 4],
      ]),
    );
  });

  it("refuses what is not a square of counts", () => {
    expect(() => confusionKappa([[1, 2]])).toThrow(RangeError);
    expect(() =>
      confusionKappa([
        [1, -2],
        [0, 1],
      ]),
    ).toThrow(RangeError);
  });

  it("is exactly 0 where one coder used a single category, and exact where n² leaves the safe integers", () => {
    expect(
      confusionKappa([
        [4, 1],
        [0, 0],
      ]),
    ).toEqual({ kind: "defined", value: 0 });
    const large = 300_000_001;
    expect(
      confusionKappa([
        [large, 0, 3],
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ).toEqual({ kind: "defined", value: 0 });
    expect(
      confusionKappa([
        [large, 0, 0],
        [0, 1, 0],
        [0, 0, large],
      ]),
    ).toEqual({ kind: "defined", value: 1 });
    expect(
      confusionKappa([
        [large, large],
        [large, large],
      ]),
    ).toEqual({ kind: "defined", value: 0 });
  });
});
