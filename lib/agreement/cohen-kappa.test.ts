import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappa, expectedAgreement } from "./cohen-kappa";
import { confusionKappa } from "./confusion-kappa";
import { percentAgreement } from "./percent-agreement";
import { positiveAgreement } from "./positive-agreement";
import { type Statistic, valueOrNull } from "./statistic";
import { type Table2x2, tableSize, tableStatus } from "./table2x2";

function table(both: number, onlyFirst: number, onlySecond: number, neither: number): Table2x2 {
  return { both, onlyFirst, onlySecond, neither };
}

function value(statistic: Statistic): number {
  const found = valueOrNull(statistic);
  if (found === null) throw new Error("the statistic is undefined");
  return found;
}

const count = fc.nat(1_000);
const anyTable = fc.tuple(count, count, count, count).map(([a, b, c, d]) => table(a, b, c, d));

describe("Artstein & Poesio 2008, p. 558", () => {
  const printed = table(20, 10, 20, 50);
  it("observed .70, expected .54, kappa .348", () => {
    expect(value(percentAgreement(printed))).toBeCloseTo(0.7, 12);
    expect(value(expectedAgreement(printed))).toBeCloseTo(0.54, 12);
    expect(value(cohenKappa(printed))).toBeCloseTo(0.348, 3);
  });
});

describe("Feinstein & Cicchetti 1990, the first paradox", () => {
  it("the same observed .85 gives kappa .70 and .32", () => {
    expect(value(percentAgreement(table(40, 9, 6, 45)))).toBeCloseTo(0.85, 12);
    expect(value(cohenKappa(table(40, 9, 6, 45)))).toBeCloseTo(0.7, 2);
    expect(value(percentAgreement(table(80, 10, 5, 5)))).toBeCloseTo(0.85, 12);
    expect(value(expectedAgreement(table(80, 10, 5, 5)))).toBeCloseTo(0.78, 12);
    expect(value(cohenKappa(table(80, 10, 5, 5)))).toBeCloseTo(0.32, 2);
  });
});

describe("Sim & Wright 2005, 39 patients", () => {
  it("kappa .67", () => {
    expect(value(cohenKappa(table(22, 2, 4, 11)))).toBeCloseTo(0.67, 2);
  });
});

describe("Vanbelle & Albert 2008, depression by diagnosis and by questionnaire", () => {
  it("kappa .7464503042596", () => {
    expect(value(cohenKappa(table(11, 2, 3, 34)))).toBeCloseTo(0.7464503042596, 12);
  });
});

describe("Hripcsak & Rothschild 2005", () => {
  it("kappa tends to positive agreement as uncoded text grows", () => {
    const rare = table(50, 20, 30, 10_000_000);
    expect(value(positiveAgreement(rare))).toBeCloseTo(2 / 3, 12);
    expect(value(cohenKappa(rare))).toBeCloseTo(2 / 3, 5);
  });
});

describe("cohenKappa", () => {
  it("is undefined with its reason where nothing varies, and 0 where only one coder varies", () => {
    expect(cohenKappa(table(0, 0, 0, 0))).toEqual({ kind: "undefined", reason: "no-data" });
    expect(cohenKappa(table(0, 0, 0, 1_000))).toEqual({ kind: "undefined", reason: "both-empty" });
    expect(cohenKappa(table(1_000, 0, 0, 0))).toEqual({ kind: "undefined", reason: "both-full" });
    expect(cohenKappa(table(0, 100, 0, 900))).toEqual({ kind: "defined", value: 0 });
    expect(cohenKappa(table(0, 0, 100, 900))).toEqual({ kind: "defined", value: 0 });
    expect(cohenKappa(table(100, 900, 0, 0))).toEqual({ kind: "defined", value: 0 });
    expect(cohenKappa(table(0, 100, 0, 0))).toEqual({ kind: "defined", value: 0 });
    expect(positiveAgreement(table(0, 0, 0, 9))).toEqual({ kind: "undefined", reason: "both-empty" });
    expect(positiveAgreement(table(0, 0, 0, 0))).toEqual({ kind: "undefined", reason: "no-data" });
  });

  it("names the status of each", () => {
    const statuses = [table(0, 0, 0, 0), table(0, 0, 0, 1), table(1, 0, 0, 0), table(0, 1, 0, 1), table(1, 0, 1, 0)];
    expect([...statuses, table(1, 1, 1, 1), table(0, 9, 0, 0)].map(tableStatus)).toEqual([
      "no-data",
      "both-empty",
      "both-full",
      "one-empty",
      "one-full",
      "ok",
      "one-empty",
    ]);
  });

  it("stays exact where the products of the counts leave the safe integers", () => {
    expect(cohenKappa(table(300_000_000, 0, 0, 1))).toEqual({ kind: "defined", value: 1 });
    expect(cohenKappa(table(0, 4e8, 0, 4e8))).toEqual({ kind: "defined", value: 0 });
    expect(value(cohenKappa(table(2e8, 5e7, 1e8, 1.5e8)))).toBeCloseTo(0.4, 14);
  });

  it("is (po − pe)/(1 − pe), and the kappa of the same table as a matrix", () => {
    fc.assert(
      fc.property(anyTable, (one) => {
        const kappa = cohenKappa(one);
        const matrix = [
          [one.both, one.onlyFirst],
          [one.onlySecond, one.neither],
        ];
        expect(confusionKappa(matrix).kind).toBe(kappa.kind);
        if (kappa.kind === "undefined") return;
        const [po, pe] = [value(percentAgreement(one)), value(expectedAgreement(one))];
        expect(kappa.value).toBeCloseTo((po - pe) / (1 - pe), 6);
        expect(kappa.value).toBeCloseTo(value(confusionKappa(matrix)), 10);
      }),
    );
  });

  it("does not mind who is first, what counts as coded, or a larger sample of the same shape", () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 2, max: 40 }), (one, k) => {
        const kappa = valueOrNull(cohenKappa(one));
        const { both: a, onlyFirst: b, onlySecond: c, neither: d } = one;
        expect(valueOrNull(cohenKappa(table(a, c, b, d)))).toBe(kappa);
        expect(valueOrNull(cohenKappa(table(d, b, c, a)))).toBe(kappa);
        const scaled = valueOrNull(cohenKappa(table(a * k, b * k, c * k, d * k)));
        if (kappa === null) expect(scaled).toBeNull();
        else expect(scaled).toBeCloseTo(kappa, 12);
        if (kappa !== null) expect(kappa >= -1 && kappa <= 1).toBe(true);
        expect(tableSize(one)).toBe(a + b + c + d);
      }),
    );
  });

  it("refuses what is not a count", () => {
    expect(() => cohenKappa(table(-1, 2, 3, 4))).toThrow(RangeError);
    expect(() => percentAgreement(table(Number.NaN, 2, 3, 4))).toThrow(RangeError);
  });
});
