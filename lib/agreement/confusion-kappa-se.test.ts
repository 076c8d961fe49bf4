import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confusionKappa } from "./confusion-kappa";
import { confusionKappaNullSE, confusionKappaSE } from "./confusion-kappa-se";
import { type ConfusionMatrix, margins, matrixSize } from "./confusion-matrix";
import { valueOrNull } from "./statistic";

/** Both variances of Fleiss, Cohen & Everitt 1969, term by term as agreement.md and irrCAC print them. */
function asPrinted(matrix: ConfusionMatrix, by?: "linear" | "quadratic"): { se: number; nullSE: number } {
  const n = matrixSize(matrix);
  const q = matrix.length;
  const apart = (i: number, j: number) => (by === "linear" ? Math.abs(i - j) / (q - 1) : ((i - j) / (q - 1)) ** 2);
  const w = (i: number, j: number) => (by ? 1 - apart(i, j) : Number(i === j));
  const p = (i: number, j: number) => (matrix[i]?.[j] ?? 0) / n;
  const { first, second } = margins(matrix);
  const [row, column] = [first.map((count) => count / n), second.map((count) => count / n)];
  const all = matrix.flatMap((cells, i) => cells.map((_, j): [number, number] => [i, j]));
  const sum = (of: (i: number, j: number) => number) => all.reduce((total, [i, j]) => total + of(i, j), 0);
  const r = (i: number) => row[i] ?? 0;
  const c = (j: number) => column[j] ?? 0;
  const po = sum((i, j) => w(i, j) * p(i, j));
  const pe = sum((i, j) => w(i, j) * r(i) * c(j));
  const k = (po - pe) / (1 - pe);
  const wRow = matrix.map((_, i) => column.reduce((total, share, j) => total + share * w(i, j), 0));
  const wColumn = matrix.map((_, j) => row.reduce((total, share, i) => total + share * w(i, j), 0));
  const bar = (i: number, j: number) => (wRow[i] ?? 0) + (wColumn[j] ?? 0);
  const variance = sum((i, j) => p(i, j) * (w(i, j) - bar(i, j) * (1 - k)) ** 2) - (k - pe * (1 - k)) ** 2;
  const nullVariance = sum((i, j) => r(i) * c(j) * (w(i, j) - bar(i, j)) ** 2) - pe ** 2;
  const root = (v: number) => Math.sqrt(Math.max(0, v) / n) / (1 - pe);
  return { se: root(variance), nullSE: root(nullVariance) };
}

describe("Fleiss, Levin & Paik 2003, section 18.1", () => {
  it("kappa .68, standard errors .087 and .076", () => {
    const matrix = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    expect(valueOrNull(confusionKappa(matrix))).toBeCloseTo(0.68, 2);
    expect(Math.abs((valueOrNull(confusionKappaSE(matrix)) ?? 0) - 0.087)).toBeLessThan(0.001);
    expect(valueOrNull(confusionKappaNullSE(matrix))).toBeCloseTo(0.076, 3);
  });
});

describe("Agresti 1990, sexual fun", () => {
  it("kappa .1293, standard error .0686", () => {
    const matrix = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    expect(valueOrNull(confusionKappa(matrix))).toBeCloseTo(0.1293, 4);
    expect(valueOrNull(confusionKappaSE(matrix))).toBeCloseTo(0.0686, 4);
  });
});

describe("Stuart 1953, unaided vision", () => {
  it("irr's z is kappa over the null standard error: 84.6", () => {
    const matrix = [
      [1520, 266, 124, 66],
      [234, 1512, 432, 78],
      [117, 362, 1772, 205],
      [36, 82, 179, 492],
    ];
    const z = (valueOrNull(confusionKappa(matrix)) ?? 0) / (valueOrNull(confusionKappaNullSE(matrix)) ?? 1);
    expect(z).toBeCloseTo(84.6, 1);
  });
});

describe("confusionKappaSE and confusionKappaNullSE", () => {
  const square = (q: number) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: q, maxLength: q }), { minLength: q, maxLength: q });
  const weights = fc.constantFrom<"linear" | "quadratic">("linear", "quadratic");

  it("are the formulas as printed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain(square),
        fc.option(weights, { nil: undefined }),
        (matrix, by) => {
          const printed = asPrinted(matrix, by);
          expect(valueOrNull(confusionKappaSE(matrix, by))).toBeCloseTo(printed.se, 10);
          expect(valueOrNull(confusionKappaNullSE(matrix, by))).toBeCloseTo(printed.nullSE, 10);
        },
      ),
    );
  });

  it("are undefined where kappa is, and 0 where one coder used a single category", () => {
    for (const se of [confusionKappaSE, confusionKappaNullSE]) {
      expect(se([])).toEqual({ kind: "undefined", reason: "no-data" });
      expect(se([[7]])).toEqual({ kind: "undefined", reason: "one-category" });
      expect(
        se([
          [0, 0, 0],
          [1, 5, 3],
          [0, 0, 0],
        ]),
      ).toEqual({ kind: "defined", value: 0 });
    }
  });
});
