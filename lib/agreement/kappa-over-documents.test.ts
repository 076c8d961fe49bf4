import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kappaInfluence, kappaItemVariance } from "./kappa-influence";
import { kappaOverDocuments } from "./kappa-over-documents";
import { type Statistic, valueOrNull } from "./statistic";
import { sumTables, type Table2x2, tableSize, tableStatus } from "./table2x2";

function table(both: number, onlyFirst: number, onlySecond: number, neither: number): Table2x2 {
  return { both, onlyFirst, onlySecond, neither };
}

function value(statistic: Statistic): number {
  return valueOrNull(statistic) ?? Number.NaN;
}

const count = fc.nat(40);
const anyTable = fc.tuple(count, count, count, count).map(([a, b, c, d]) => table(a, b, c, d));
const anyDocuments = fc.array(anyTable, { minLength: 1, maxLength: 8 });

/** 17 documents simulated for Vanbelle's multiagree, function delta.pair. */
const SEVENTEEN: readonly Table2x2[] = (
  [
    [6, 1, 4, 27],
    [22, 0, 6, 22],
    [22, 3, 4, 18],
    [29, 1, 6, 22],
    [0, 0, 3, 18],
    [0, 0, 8, 26],
    [13, 3, 3, 26],
    [9, 1, 3, 14],
    [4, 2, 0, 16],
    [13, 2, 7, 21],
    [0, 0, 9, 50],
    [6, 0, 7, 28],
    [4, 0, 6, 17],
    [12, 0, 3, 30],
    [14, 3, 3, 11],
    [16, 5, 1, 17],
    [11, 2, 6, 40],
  ] as const
).map(([a, b, c, d]) => table(a, b, c, d));

describe("Vanbelle 2017, the delta method of multiagree", () => {
  it("17 documents: kappa .6702917671894, standard error .03173063514635", () => {
    const found = kappaOverDocuments(SEVENTEEN, 0.95);
    expect(value(found.kappa)).toBeCloseTo(0.6702917671894, 12);
    expect(value(found.se)).toBeCloseTo(0.03173063514635, 12);
    expect(found.degrees).toBe(16);
    expect(value(found.seIndependent)).toBeCloseTo(0.029489461413353252, 12);
    expect(value(found.designEffect)).toBeCloseTo(1.1577741512161392, 10);
    expect(found.interval).toMatchObject({
      low: expect.closeTo(0.6030258255949834, 10),
      high: expect.closeTo(0.7375577087837861, 10),
    });
  });

  it("is the variance as it is printed, with the po, pe and pe* of each document", () => {
    const whole = sumTables(SEVENTEEN);
    const n = tableSize(whole);
    const [p1, p2] = [(whole.both + whole.onlyFirst) / n, (whole.both + whole.onlySecond) / n];
    const [po, pe] = [(whole.both + whole.neither) / n, p1 * p2 + (1 - p1) * (1 - p2)];
    const terms = SEVENTEEN.map((document) => {
      const size = tableSize(document);
      const [one, two] = [(document.both + document.onlyFirst) / size, (document.both + document.onlySecond) / size];
      const star = one * p2 + (1 - one) * (1 - p2) + two * p1 + (1 - two) * (1 - p1);
      const observed = (document.both + document.neither) / size;
      return (size / n) * ((observed - po) / (1 - pe) - ((1 - po) / (1 - pe) ** 2) * (star - 2 * pe));
    });
    for (const [i, influence] of kappaInfluence(whole, SEVENTEEN).entries())
      expect(influence).toBeCloseTo(terms[i] ?? 0, 14);
    const variance = (17 / 16) * terms.reduce((sum, term) => sum + term ** 2, 0);
    expect(value(kappaOverDocuments(SEVENTEEN, 0.95).se)).toBeCloseTo(Math.sqrt(variance), 14);
  });
});

describe("Fleiss, Cohen & Everitt 1969", () => {
  /** Their equation in proportions, written out. */
  function asPrinted({ both, onlyFirst, onlySecond, neither }: Table2x2): number {
    const n = both + onlyFirst + onlySecond + neither;
    const [a, b, c, d] = [both / n, onlyFirst / n, onlySecond / n, neither / n];
    const pe = (a + b) * (a + c) + (c + d) * (b + d);
    const kappa = (a + d - pe) / (1 - pe);
    const agreed = a * (1 - (2 * a + b + c) * (1 - kappa)) ** 2 + d * (1 - (2 * d + b + c) * (1 - kappa)) ** 2;
    const apart = (1 - kappa) ** 2 * (b * (a + c + c + d) ** 2 + c * (a + b + b + d) ** 2);
    return (agreed + apart - (kappa - pe * (1 - kappa)) ** 2) / (1 - pe) ** 2;
  }

  it("is the variance of documents of one item each, times (K − 1)/K", () => {
    fc.assert(
      fc.property(anyTable, (whole) => {
        fc.pre(tableStatus(whole) === "ok" && tableSize(whole) > 1);
        const items = (["both", "onlyFirst", "onlySecond", "neither"] as const).flatMap((cell) =>
          Array.from({ length: whole[cell] }, () => ({ ...table(0, 0, 0, 0), [cell]: 1 })),
        );
        const found = kappaOverDocuments(items, 0.95);
        const n = items.length;
        expect((value(found.se) ** 2 * (n - 1)) / n).toBeCloseTo(asPrinted(whole) / n, 12);
        expect(kappaItemVariance(whole)).toBeCloseTo(asPrinted(whole), 10);
        expect(value(found.seIndependent)).toBeCloseTo(Math.sqrt(kappaItemVariance(whole) / n), 14);
        if (found.designEffect.kind === "defined") expect(found.designEffect.value).toBeCloseTo(n / (n - 1), 8);
      }),
    );
  });
});

describe("kappaOverDocuments", () => {
  it("does not mind the order of documents, who is first, empty documents, or a larger sample of the same shape", () => {
    fc.assert(
      fc.property(anyDocuments, fc.integer({ min: 2, max: 30 }), (documents, k) => {
        const found = kappaOverDocuments(documents, 0.9);
        const same = (others: readonly Table2x2[]): void => {
          const other = kappaOverDocuments(others, 0.9);
          expect(other.se.kind).toBe(found.se.kind);
          if (found.se.kind === "defined") expect(value(other.se)).toBeCloseTo(found.se.value, 10);
          expect(other.interval.kind).toBe(found.interval.kind);
        };
        same([...documents].reverse());
        same(documents.map(({ both, onlyFirst, onlySecond, neither }) => table(both, onlySecond, onlyFirst, neither)));
        same([...documents, table(0, 0, 0, 0)]);
        same(
          documents.map(({ both, onlyFirst, onlySecond, neither }) =>
            table(both * k, onlyFirst * k, onlySecond * k, neither * k),
          ),
        );
      }),
    );
  });

  it("divides the variance by the number of times that the same documents come again", () => {
    const once = kappaOverDocuments(SEVENTEEN, 0.95);
    const thrice = kappaOverDocuments([...SEVENTEEN, ...SEVENTEEN, ...SEVENTEEN], 0.95);
    expect(value(thrice.se) ** 2).toBeCloseTo(((value(once.se) ** 2 * 16) / 17 / 3) * (51 / 50), 14);
  });

  it("says why there is no interval", () => {
    const reason = (documents: readonly Table2x2[]): unknown => kappaOverDocuments(documents, 0.95);
    const none = (of: string) => ({ kind: "undefined", reason: of });
    expect(reason([])).toMatchObject({ kappa: none("no-data"), se: none("no-data"), degrees: 0 });
    expect(reason([table(0, 0, 0, 9), table(0, 0, 0, 5)])).toMatchObject({ interval: none("both-empty") });
    expect(reason([table(9, 0, 0, 0), table(3, 0, 0, 0)])).toMatchObject({ designEffect: none("both-full") });
    expect(reason([table(5, 1, 2, 9), table(0, 0, 0, 0)])).toMatchObject({
      se: none("few-documents"),
      seIndependent: { kind: "defined" },
    });
    expect(reason([table(0, 4, 0, 9), table(0, 1, 0, 5)])).toMatchObject({
      kappa: { value: 0 },
      se: { value: 0 },
      interval: none("one-empty"),
      designEffect: none("one-empty"),
    });
    expect(reason([table(5, 0, 3, 0), table(2, 0, 2, 0)])).toMatchObject({ interval: none("one-full") });
    expect(reason([table(5, 0, 0, 4), table(2, 0, 0, 3)])).toMatchObject({
      interval: { low: 1, high: 1 },
      designEffect: none("one-category"),
    });
  });

  it("keeps its digits where documents have millions of characters", () => {
    const large = SEVENTEEN.map(({ both, onlyFirst, onlySecond, neither }) =>
      table(both * 60_000, onlyFirst * 60_000, onlySecond * 60_000, neither * 60_000),
    );
    expect(value(kappaOverDocuments(large, 0.95).se)).toBeCloseTo(0.03173063514635, 12);
  });

  it("refuses what is not a count or a confidence", () => {
    expect(() => kappaOverDocuments([table(-1, 2, 3, 4), table(1, 1, 1, 1)], 0.95)).toThrow(RangeError);
    expect(() => kappaOverDocuments(SEVENTEEN, 95)).toThrow(RangeError);
  });
});
