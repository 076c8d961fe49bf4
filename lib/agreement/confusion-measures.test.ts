import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfusionMatrix } from "./confusion-matrix";
import { CONFUSION_MEASURE_NAMES, confusionMeasures } from "./confusion-measures";
import type { AgreementWeights } from "./confusion-weights";
import { measuresOf } from "./measures";
import { type Statistic, valueOrNull } from "./statistic";

function valuesOf(matrix: ConfusionMatrix, weights?: AgreementWeights): (number | null)[] {
  const found = confusionMeasures(matrix, weights);
  return CONFUSION_MEASURE_NAMES.map((name) => valueOrNull(found[name]));
}

function expectSame(found: readonly (number | null)[], expected: readonly (number | null)[]): void {
  for (const [i, value] of expected.entries()) {
    if (value === null) expect(found[i]).toBeNull();
    else expect(found[i]).toBeCloseTo(value, 11);
  }
}

function printed(statistic: Statistic | undefined, value: number, digits: number): void {
  expect(statistic && valueOrNull(statistic)).toBeCloseTo(value, digits);
}

const square = (q: number) => {
  const cell = fc.oneof(fc.constant(0), fc.nat(60));
  return fc.array(fc.array(cell, { minLength: q, maxLength: q }), { minLength: q, maxLength: q });
};
const anyMatrix = fc.integer({ min: 2, max: 5 }).chain(square);
const anyWeights = fc.constantFrom<AgreementWeights | undefined>(undefined, "linear", "quadratic");

describe("Cohen 1960, pp. 37 and 45", () => {
  it("the largest possible kappa .85 and .831", () => {
    const found = confusionMeasures([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    printed(found.percentAgreement, 0.7, 12);
    printed(found.expectedAgreement, 0.41, 12);
    printed(found.kappaMax, 0.831, 2);
    const other = confusionMeasures([
      [25, 12, 3],
      [13, 2, 15],
      [12, 16, 2],
    ]);
    printed(other.kappaMax, 0.85, 2);
  });
});

describe("Brennan & Prediger 1981, p. 689", () => {
  it("observed .60, their coefficient .4", () => {
    const found = confusionMeasures([
      [50, 0, 0],
      [10, 10, 10],
      [20, 0, 0],
    ]);
    printed(found.percentAgreement, 0.6, 12);
    printed(found.brennanPrediger, 0.4, 12);
  });
});

describe("Zwick 1988, p. 376", () => {
  it("S, pi and kappa are one with equal margins, and part without", () => {
    const equal = confusionMeasures([
      [20, 0, 0, 5],
      [0, 10, 15, 0],
      [0, 15, 10, 0],
      [5, 0, 0, 20],
    ]);
    for (const one of [equal.brennanPrediger, equal.scottPi, equal.cohenKappa]) printed(one, 0.467, 3);
    const unequal = confusionMeasures([
      [20, 5, 5, 10],
      [0, 10, 5, 5],
      [0, 5, 10, 5],
      [0, 0, 0, 20],
    ]);
    printed(unequal.brennanPrediger, 0.467, 3);
    printed(unequal.scottPi, 0.4595, 4);
    printed(unequal.cohenKappa, 0.474, 3);
  });
});

describe("Krippendorff 2004, p. 246", () => {
  it("kappa .258 rises with unequal margins, pi .186 does not; S .19", () => {
    const found = confusionMeasures([
      [12, 18, 18],
      [0, 14, 18],
      [0, 0, 20],
    ]);
    printed(found.percentAgreement, 0.46, 12);
    printed(found.brennanPrediger, 0.19, 3);
    printed(found.scottPi, 0.186, 3);
    printed(found.cohenKappa, 0.258, 3);
  });
});

describe("irrCAC 1.0, four diagnoses", () => {
  it("kappa, pi, AC1, Brennan-Prediger, alpha and the standard error to ten digits", () => {
    const found = confusionMeasures([
      [40, 6, 4, 15],
      [4, 25, 1, 5],
      [4, 2, 21, 9],
      [17, 13, 12, 45],
    ]);
    printed(found.cohenKappa, 0.4315007758812, 10);
    printed(found.scottPi, 0.4303405572755, 10);
    printed(found.gwetAC1, 0.456157635468, 10);
    printed(found.brennanPrediger, 0.4499252615845, 10);
    printed(found.krippendorffAlpha, 0.4316178206, 10);
    printed(found.cohenKappaSE, 0.04596918156238, 10);
  });
});

describe("Artstein & Poesio 2008, weighted alpha", () => {
  it(".8156", () => {
    const found = confusionMeasures(
      [
        [46, 6, 0],
        [0, 32, 0],
        [0, 6, 10],
      ],
      [
        [1, 0, 0.5],
        [0, 1, 0.5],
        [0.5, 0.5, 1],
      ],
    );
    printed(found.krippendorffAlpha, 0.8156, 4);
    expect(found.kappaMax).toBeUndefined();
  });
});

describe("confusionMeasures", () => {
  it("of two categories are the measures of the 2×2 table", () => {
    fc.assert(
      fc.property(square(2), (matrix) => {
        const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = matrix;
        const table = measuresOf({ both: a, onlyFirst: b, onlySecond: c, neither: d });
        const { brennanPrediger, kappaMax, ...found } = confusionMeasures(matrix);
        for (const name of CONFUSION_MEASURE_NAMES) {
          if (name !== "brennanPrediger") expectSame([valueOrNull(found[name])], [valueOrNull(table[name])]);
        }
        expectSame([valueOrNull(brennanPrediger)], [valueOrNull(table.pabak)]);
        expectSame([kappaMax ? valueOrNull(kappaMax) : Number.NaN], [valueOrNull(table.kappaMax)]);
      }),
    );
  });

  it("do not mind who is first, nor the order of categories; linear and quadratic weights only its turning round", () => {
    fc.assert(
      fc.property(anyMatrix, anyWeights, (matrix, weights) => {
        const found = valuesOf(matrix, weights);
        const transposed = matrix.map((_, i) => matrix.map((row) => row[i] ?? 0));
        expectSame(valuesOf(transposed, weights), found);
        expectSame(valuesOf(matrix.map((row) => [...row].reverse()).reverse(), weights), found);
        if (weights === undefined) {
          const turned = [...matrix.slice(1), ...matrix.slice(0, 1)].map((row) => [
            ...row.slice(1),
            ...row.slice(0, 1),
          ]);
          expectSame(valuesOf(turned), found);
        }
      }),
    );
  });

  it("on k times the counts are the same, standard errors √k times smaller, and kappa is not above its maximum", () => {
    fc.assert(
      fc.property(anyMatrix, anyWeights, fc.integer({ min: 2, max: 30 }), (matrix, weights, k) => {
        const [one, more] = [matrix, matrix.map((row) => row.map((count) => count * k))].map((of) =>
          confusionMeasures(of, weights),
        );
        for (const name of CONFUSION_MEASURE_NAMES) {
          const [here, there] = [one, more].map((found) => (found ? valueOrNull(found[name]) : null));
          if (typeof here !== "number" || typeof there !== "number") expect(there).toBe(here);
          else if (name.endsWith("SE")) expect(there * Math.sqrt(k)).toBeCloseTo(here, 10);
          else if (name !== "krippendorffAlpha") expect(there).toBeCloseTo(here, 11);
        }
        const [kappa, max] = [one?.cohenKappa, one?.kappaMax].map((found) => found && valueOrNull(found));
        if (typeof kappa === "number" && typeof max === "number") expect(kappa).toBeLessThanOrEqual(max + 1e-12);
        const [pi, alpha] = [one?.scottPi, one?.krippendorffAlpha].map((found) => found && valueOrNull(found));
        const values = 2 * (one?.items ?? 0);
        if (typeof pi === "number") expect(alpha).toBeCloseTo(1 - ((1 - pi) * (values - 1)) / values, 11);
      }),
    );
  });

  it("count the unused categories of the codebook in AC1 and Brennan-Prediger, and in nothing else", () => {
    const used = [
      [5, 1],
      [2, 4],
    ];
    const [few, many] = [confusionMeasures(used), confusionMeasures([...used.map((row) => [...row, 0]), [0, 0, 0]])];
    for (const name of CONFUSION_MEASURE_NAMES) {
      const [here, there] = [valueOrNull(few[name]) ?? 0, valueOrNull(many[name]) ?? 0];
      if (name === "gwetAC1" || name === "brennanPrediger") expect(there).toBeGreaterThan(here);
      else expect(there).toBeCloseTo(here, 12);
    }
  });

  it("name the reason of each figure that has none", () => {
    const reasons = (matrix: ConfusionMatrix, weights?: AgreementWeights) => {
      const found = confusionMeasures(matrix, weights);
      return new Set(
        CONFUSION_MEASURE_NAMES.map((name) => {
          const statistic = found[name];
          return statistic.kind === "undefined" ? statistic.reason : `${name} ${statistic.value}`;
        }),
      );
    };
    expect(reasons([])).toEqual(new Set(["no-data"]));
    expect(
      reasons([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual(new Set(["no-data"]));
    const agreed = ["percentAgreement 1", "expectedAgreement 1"];
    expect(reasons([[7]])).toEqual(new Set([...agreed, "one-category", "one-label"]));
    expect(reasons([[7]], "quadratic")).toEqual(new Set([...agreed, "one-category", "one-label"]));
    expect(
      reasons([
        [7, 0],
        [0, 0],
      ]),
    ).toEqual(new Set([...agreed, "one-category", "gwetAC1 1", "brennanPrediger 1"]));
    const alike: AgreementWeights = { by: "linear", scores: [1, 1] };
    expect(
      reasons(
        [
          [3, 1],
          [2, 4],
        ],
        alike,
      ),
    ).toEqual(new Set([...agreed, "one-category", "one-label"]));
  });

  it("refuse what is not a square of counts", () => {
    expect(() => confusionMeasures([[1, 2]])).toThrow(RangeError);
    expect(() => confusionMeasures([[Number.NaN]])).toThrow(RangeError);
  });
});
