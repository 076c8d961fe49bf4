import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confusionKappa, expectedAgreementOfMatrix } from "./confusion-kappa";
import { confusionKappaNullSE, confusionKappaSE } from "./confusion-kappa-se";
import type { ConfusionMatrix } from "./confusion-matrix";
import { percentAgreementOfMatrix } from "./percent-agreement";
import { valueOrNull } from "./statistic";
import { weightedKappa } from "./weighted-kappa";

const SAS = [
  [0, 4, 1],
  [0, 8, 0],
  [0, 1, 5],
];
const LIKERT = [
  [20, 5, 1, 0],
  [4, 15, 6, 1],
  [0, 5, 18, 4],
  [0, 1, 3, 12],
];

const square = (q: number) =>
  fc.array(fc.array(fc.nat(40), { minLength: q, maxLength: q }), { minLength: q, maxLength: q });
const anyMatrix = fc.integer({ min: 1, max: 5 }).chain(square);

describe("Artstein & Poesio 2008, p. 571", () => {
  it("weighted: observed .91, expected .51, kappa .8163", () => {
    const matrix = [
      [46, 6, 0],
      [0, 32, 0],
      [0, 6, 10],
    ];
    const weights = [
      [1, 0, 0.5],
      [0, 1, 0.5],
      [0.5, 0.5, 1],
    ];
    expect(valueOrNull(percentAgreementOfMatrix(matrix, weights))).toBeCloseTo(0.91, 12);
    expect(valueOrNull(expectedAgreementOfMatrix(matrix, weights))).toBeCloseTo(0.51, 12);
    expect(valueOrNull(weightedKappa(matrix, weights))).toBeCloseTo(0.8163, 4);
  });
});

describe("SAS PROC FREQ AGREE", () => {
  it("linear weights: kappa .4701, standard errors .1457 and .1426", () => {
    expect(valueOrNull(weightedKappa(SAS, "linear"))).toBeCloseTo(0.4701, 4);
    expect(valueOrNull(confusionKappaSE(SAS, "linear"))).toBeCloseTo(0.1457, 4);
    expect(valueOrNull(confusionKappaNullSE(SAS, "linear"))).toBeCloseTo(0.1426, 4);
  });
});

describe("weightedKappa", () => {
  it("is undefined with its reason, 0 where one coder used a single category, 1 where agreement is full", () => {
    expect(weightedKappa([], "linear")).toEqual({ kind: "undefined", reason: "no-data" });
    expect(weightedKappa([[7]], "linear")).toEqual({ kind: "undefined", reason: "one-category" });
    expect(weightedKappa([[7]], { by: "quadratic", scores: [3] })).toEqual({
      kind: "undefined",
      reason: "one-category",
    });
    expect(weightedKappa(LIKERT, { by: "linear", scores: [2, 2, 2, 2] })).toEqual({
      kind: "undefined",
      reason: "one-category",
    });
    const constant = [
      [3, 5, 7],
      [0, 0, 0],
      [0, 0, 0],
    ];
    for (const weights of ["linear", "quadratic"] as const) {
      expect(weightedKappa(constant, weights)).toEqual({ kind: "defined", value: 0 });
      expect(confusionKappaSE(constant, weights)).toEqual({ kind: "defined", value: 0 });
      expect(confusionKappaNullSE(constant, weights)).toEqual({ kind: "defined", value: 0 });
    }
    const full = [
      [3, 0],
      [0, 8],
    ];
    expect(weightedKappa(full, "quadratic")).toEqual({ kind: "defined", value: 1 });
    expect(confusionKappaSE(full, "quadratic")).toEqual({ kind: "defined", value: 0 });
  });

  it("with two categories, or a weight for the same category alone, is the kappa without weights", () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const same = matrix.map((row, i) => row.map((_, j) => Number(i === j)));
        const [weighted, plain] = [valueOrNull(weightedKappa(matrix, same)), valueOrNull(confusionKappa(matrix))];
        if (plain === null) expect(weighted).toBeNull();
        else expect(weighted).toBeCloseTo(plain, 12);
        if (matrix.length === 2) expect(valueOrNull(weightedKappa(matrix, "linear"))).toBe(weighted);
      }),
    );
  });

  it("by scores: evenly spaced ones are none, and equal ones merge their categories", () => {
    expect(weightedKappa(LIKERT, { by: "quadratic", scores: [10, 12, 14, 16] })).toEqual(
      weightedKappa(LIKERT, "quadratic"),
    );
    expect(weightedKappa(LIKERT, { by: "linear", scores: [1, 2, 3, 4] })).toEqual(weightedKappa(LIKERT, "linear"));
    const merged: ConfusionMatrix = [
      [20 + 5 + 4 + 15, 1 + 0 + 6 + 1],
      [0 + 5 + 0 + 1, 18 + 4 + 3 + 12],
    ];
    const found = weightedKappa(LIKERT, { by: "linear", scores: [0, 0, 1, 1] });
    expect(valueOrNull(found)).toBeCloseTo(valueOrNull(confusionKappa(merged)) ?? Number.NaN, 12);
    const se = confusionKappaSE(LIKERT, { by: "quadratic", scores: [0, 0, 1, 1] });
    expect(valueOrNull(se)).toBeCloseTo(valueOrNull(confusionKappaSE(merged)) ?? Number.NaN, 12);
  });

  it("counts categories that nobody used in the steps of linear and quadratic weights", () => {
    const spread = [...LIKERT.map((row) => [...row, 0]), [0, 0, 0, 0, 0]];
    expect(valueOrNull(percentAgreementOfMatrix(spread, "linear"))).toBeGreaterThan(
      valueOrNull(percentAgreementOfMatrix(LIKERT, "linear")) ?? 1,
    );
  });

  it("refuses weights that do not fit", () => {
    const two = [
      [1, 0],
      [0, 1],
    ];
    const three = [...two, [0, 0]];
    for (const weights of [
      [[1]],
      three,
      [
        [1, 2],
        [0, 1],
      ],
      [
        [1, -1],
        [0, 1],
      ],
      [
        [1, Number.NaN],
        [0, 1],
      ],
    ]) {
      expect(() => weightedKappa(two, weights)).toThrow(RangeError);
    }
    expect(() => weightedKappa(two, { by: "linear", scores: [1] })).toThrow(RangeError);
    expect(() => weightedKappa(two, { by: "linear", scores: [1, Infinity] })).toThrow(RangeError);
  });
});
