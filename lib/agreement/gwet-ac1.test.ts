import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confusionGwetAC1 } from "./confusion-gwet-ac1";
import { gwetAC1, gwetAC1SE } from "./gwet-ac1";
import { valueOrNull } from "./statistic";

describe("irrCAC, gwet.ac1.table", () => {
  it("prints the same standard error", () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const n = a + b + c + d;
        const table = { both: a, onlyFirst: b, onlySecond: c, neither: d };
        const yes = (2 * a + b + c) / (2 * n);
        const pa = (a + d) / n;
        const pe = 2 * yes * (1 - yes);
        const ac1 = (pa - pe) / (1 - pe);
        const term = (count: number, same: number, mean: number) =>
          (count / n) * (same - 2 * (1 - ac1) * (1 - mean)) ** 2;
        const sum = term(a, 1, yes) + term(d, 1, 1 - yes) + term(b, 0, 0.5) + term(c, 0, 0.5);
        const printed = Math.sqrt((sum - (pa - 2 * (1 - ac1) * pe) ** 2) / (n * (1 - pe) ** 2));
        expect(valueOrNull(gwetAC1(table))).toBeCloseTo(ac1, 12);
        expect(valueOrNull(gwetAC1SE(table))).toBeCloseTo(printed, 9);
        const matrix = [
          [a, b],
          [c, d],
        ];
        expect(valueOrNull(confusionGwetAC1(matrix))).toBeCloseTo(ac1, 12);
      }),
    );
  });
});

describe("Cohen 1960's tables in irrCAC", () => {
  it("AC1 .57597 and -.04797", () => {
    const agreeing = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const disagreeing = [
      [25, 12, 3],
      [13, 2, 15],
      [12, 16, 2],
    ];
    expect(valueOrNull(confusionGwetAC1(agreeing))).toBeCloseTo(0.57597, 5);
    expect(valueOrNull(confusionGwetAC1(disagreeing))).toBeCloseTo(-0.04797, 5);
  });
});

describe("irrCAC 1.4, four points with quadratic weights", () => {
  it("AC2 .84028", () => {
    const likert = [
      [20, 5, 1, 0],
      [4, 15, 6, 1],
      [0, 5, 18, 4],
      [0, 1, 3, 12],
    ];
    expect(valueOrNull(confusionGwetAC1(likert, "quadratic"))).toBeCloseTo(0.84028, 5);
  });
});
