import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappaNullSE } from "./cohen-kappa-null-se";
import { cohenKappaSE } from "./cohen-kappa-se";
import { confusionKappaNullSE, confusionKappaSE } from "./confusion-kappa-se";
import { type Statistic, valueOrNull } from "./statistic";

function value(statistic: Statistic): number {
  const found = valueOrNull(statistic);
  if (found === null) throw new Error("the statistic is undefined");
  return found;
}

describe("Vanbelle & Albert 2008, depression by diagnosis and by questionnaire", () => {
  it("standard error .1066508049467", () => {
    expect(value(cohenKappaSE({ both: 11, onlyFirst: 2, onlySecond: 3, neither: 34 }))).toBeCloseTo(
      0.1066508049467,
      12,
    );
  });
});

describe("cohenKappaSE and cohenKappaNullSE", () => {
  it("are the formulas of Fleiss, Cohen & Everitt 1969 as printed, and those of the same table as a matrix", () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const table = { both: a, onlyFirst: b, onlySecond: c, neither: d };
        const n = a + b + c + d;
        const [p1, p2] = [(a + b) / n, (a + c) / n];
        const pe = p1 * p2 + (1 - p1) * (1 - p2);
        const k = ((a + d) / n - pe) / (1 - pe);
        const [yes, no] = [p1 + p2, 2 - p1 - p2];
        const A = (a / n) * (1 - yes * (1 - k)) ** 2 + (d / n) * (1 - no * (1 - k)) ** 2;
        const B = (1 - k) ** 2 * ((b / n) * (p2 + 1 - p1) ** 2 + (c / n) * (1 - p2 + p1) ** 2);
        const C = (k - pe * (1 - k)) ** 2;
        expect(value(cohenKappaSE(table))).toBeCloseTo(Math.sqrt(A + B - C) / ((1 - pe) * Math.sqrt(n)), 9);
        const products = p1 * p2 * yes + (1 - p1) * (1 - p2) * no;
        const nullSE = Math.sqrt(pe + pe ** 2 - products) / ((1 - pe) * Math.sqrt(n));
        expect(value(cohenKappaNullSE(table))).toBeCloseTo(nullSE, 9);
        const matrix = [
          [a, b],
          [c, d],
        ];
        expect(value(confusionKappaSE(matrix))).toBeCloseTo(value(cohenKappaSE(table)), 12);
        expect(value(confusionKappaNullSE(matrix))).toBeCloseTo(value(cohenKappaNullSE(table)), 12);
      }),
    );
  });

  it("keep their digits for a rare code in a very long text", () => {
    const [short, long] = [1e7, 1e12].map((neither) => ({ both: 50, onlyFirst: 20, onlySecond: 30, neither }));
    if (!short || !long) throw new Error("two tables were made");
    expect(value(cohenKappaSE(long))).toBeCloseTo(value(cohenKappaSE(short)), 6);
    // The delta method on 2a/(2a + s), the positive agreement that kappa tends to, with a and s as Poisson counts.
    const [a, s] = [50, 50];
    const limit = Math.sqrt((4 * a * s * s + s * (2 * a) ** 2) / (2 * a + s) ** 4);
    expect(value(cohenKappaSE(long))).toBeCloseTo(limit, 6);
  });
});
