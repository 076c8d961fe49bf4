import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kappaDifference, type RoundTables } from "./kappa-difference";
import { kappaOverDocuments } from "./kappa-over-documents";
import { valueOrNull } from "./statistic";
import { sumTables, type Table2x2, tableStatus } from "./table2x2";

const OPTIONS = { confidence: 0.95 };

function table(both: number, onlyFirst: number, onlySecond: number, neither: number): Table2x2 {
  return { both, onlyFirst, onlySecond, neither };
}

function round(tables: readonly Table2x2[], name = "d"): RoundTables {
  return new Map(tables.map((one, i) => [`${name}${i}`, one]));
}

const count = fc.integer({ min: 0, max: 12 });
const anyTable = fc
  .tuple(count, count, count, fc.integer({ min: 1, max: 12 }))
  .map(([a, b, c, d]) => table(a, b, c, d));
const anyRound = fc
  .array(anyTable, { minLength: 2, maxLength: 6 })
  .filter((tables) => tableStatus(sumTables(tables)) === "ok");

function variance(tables: readonly Table2x2[]): number {
  return (valueOrNull(kappaOverDocuments(tables, 0.95).se) ?? 0) ** 2;
}

describe("Welch 1947 and Satterthwaite 1946, two independent variances", () => {
  it("rounds on different documents add their variances, with Welch's degrees", () => {
    fc.assert(
      fc.property(anyRound, anyRound, (one, two) => {
        const found = kappaDifference(round(one, "a"), round(two, "b"), OPTIONS);
        const [v1, v2] = [variance(one), variance(two)];
        expect((valueOrNull(found.se) ?? 0) ** 2).toBeCloseTo(v1 + v2, 12);
        if (v1 + v2 > 1e-9) {
          const welch = (v1 + v2) ** 2 / (v1 ** 2 / (one.length - 1) + v2 ** 2 / (two.length - 1));
          expect(found.degrees).toBeCloseTo(welch, 6);
        }
        expect(found.documents).toEqual({ before: one.length, after: two.length, shared: 0 });
      }),
    );
  });
});

describe("kappaDifference", () => {
  it("of a round with itself is 0 without error", () => {
    fc.assert(
      fc.property(anyRound, (tables) => {
        const found = kappaDifference(round(tables), round(tables), {
          ...OPTIONS,
          bootstrap: { replicates: 30, seed: 5 },
        });
        expect(valueOrNull(found.difference)).toBe(0);
        expect(valueOrNull(found.se)).toBe(0);
        expect(found.degrees).toBe(tables.length - 1);
        expect(found.interval).toEqual({ kind: "defined", low: 0, high: 0 });
        if (found.bootstrap?.se.kind === "defined") expect(found.bootstrap.se.value).toBe(0);
      }),
    );
  });

  it("on the same documents is the variance of paired differences, with K − 1 degrees", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyTable, anyTable), { minLength: 2, maxLength: 6 }), (pairs) => {
        const [one, two] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
        fc.pre([one, two].every((tables) => tableStatus(sumTables(tables)) === "ok"));
        const found = kappaDifference(round(one), round(two), OPTIONS);
        const back = kappaDifference(round(two), round(one), OPTIONS);
        expect(found.degrees).toBeCloseTo(pairs.length - 1, 9);
        expect(valueOrNull(back.difference)).toBeCloseTo(-(valueOrNull(found.difference) ?? 0), 14);
        expect(valueOrNull(back.se)).toBeCloseTo(valueOrNull(found.se) ?? 0, 12);
        const most = Math.sqrt(variance(one)) + Math.sqrt(variance(two));
        expect(valueOrNull(found.se) ?? 0).toBeLessThanOrEqual(most + 1e-12);
      }),
    );
  });

  it("counts documents in one round and in both, and keeps the degrees between the rounds' own and their sum", () => {
    const [first, second] = [
      [table(9, 2, 1, 20), table(3, 3, 0, 15), table(4, 0, 2, 8), table(5, 1, 1, 9)],
      [table(8, 1, 1, 22), table(6, 0, 2, 12), table(7, 1, 0, 12)],
    ];
    const before = new Map(first.map((one, i) => [`d${i}`, one]));
    const after = new Map([
      ...second.map((one, i): [string, Table2x2] => [`d${i + 2}`, one]),
      ["d9", table(0, 0, 0, 0)],
    ]);
    const found = kappaDifference(before, after, { ...OPTIONS, bootstrap: { replicates: 200, seed: 1 } });
    expect(found.documents).toEqual({ before: 4, after: 3, shared: 2 });
    expect(found.degrees).toBeGreaterThanOrEqual(2);
    expect(found.degrees).toBeLessThanOrEqual(5);
    expect(found.bootstrap).toMatchObject({ replicates: 200, se: { kind: "defined" }, interval: { kind: "defined" } });
  });

  it("says why there is none", () => {
    const fine = round([table(9, 2, 1, 20), table(3, 3, 0, 15)]);
    const none = (reason: string) => ({ interval: { kind: "undefined", reason } });
    const options = { ...OPTIONS, bootstrap: { replicates: 10, seed: 1 } };
    expect(kappaDifference(new Map(), fine, options)).toMatchObject({ ...none("no-data"), bootstrap: none("no-data") });
    expect(kappaDifference(fine, round([table(0, 0, 0, 4)]), options)).toMatchObject(none("both-empty"));
    expect(kappaDifference(fine, round([table(5, 1, 2, 4)]), options)).toMatchObject({
      ...none("few-documents"),
      difference: { kind: "defined" },
      bootstrap: none("few-documents"),
    });
    const silent = round([table(0, 3, 0, 4), table(0, 3, 0, 9)]);
    expect(kappaDifference(fine, silent, options)).toMatchObject({
      ...none("one-empty"),
      bootstrap: none("one-empty"),
    });
  });
});
