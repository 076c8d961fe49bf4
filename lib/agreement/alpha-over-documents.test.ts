import fc from "fast-check";
import { expect, test } from "vitest";
import { alphaOverDocuments } from "./alpha-over-documents";
import { bootstrapEstimate } from "./bootstrap-estimate";
import { jackknifeEstimate } from "./jackknife-estimate";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { mulberry32 } from "./mulberry32";
import type { RatingCounts } from "./rating-counts";
import { valueOrNull } from "./statistic";
import { sumTables, type Table2x2 } from "./table2x2";

function countsOf({ both, onlyFirst, onlySecond, neither }: Table2x2): RatingCounts {
  const item = (weight: number, given: number) => ({ weight, counts: [2 - given, given], total: 2 });
  return { coders: 2, categories: 2, items: [item(both, 2), item(onlyFirst + onlySecond, 1), item(neither, 0)] };
}

const table = fc.record({
  both: fc.nat(20),
  onlyFirst: fc.nat(6),
  onlySecond: fc.nat(6),
  neither: fc.integer({ min: 1, max: 60 }),
});

test("for two coders, alpha of the tables left out and drawn one document after the other", () => {
  fc.assert(
    fc.property(fc.array(table, { minLength: 2, maxLength: 8 }), fc.nat(1000), (tables, seed) => {
      const alphaOf = (some: readonly Table2x2[]) => valueOrNull(krippendorffAlpha(sumTables(some)));
      const found = alphaOverDocuments(tables.map(countsOf), { confidence: 0.9, bootstrap: { replicates: 50, seed } });
      const whole = alphaOf(tables);
      if (whole === null) {
        expect(found.value).toEqual({ kind: "undefined", reason: "both-empty" });
        expect(found.bootstrap?.interval).toEqual({ kind: "undefined", reason: "both-empty" });
        return;
      }
      expect(valueOrNull(found.value)).toBeCloseTo(whole, 10);
      const without = tables.map((_, i) => alphaOf(tables.filter((_, k) => k !== i)));
      const jackknife = jackknifeEstimate(found.value, without, 0.9);
      expect(valueOrNull(found.jackknife.se)).toEqual(
        jackknife.se.kind === "defined" ? expect.closeTo(jackknife.se.value, 9) : null,
      );
      const random = mulberry32(seed);
      const drawn = Array.from({ length: 50 }, () =>
        alphaOf(tables.map(() => tables[Math.floor(random() * tables.length)] as Table2x2)),
      ).filter((value) => value !== null);
      const plain = bootstrapEstimate(Float64Array.from(drawn), drawn.length, 50, 0.9);
      expect(found.bootstrap?.undefinedReplicates).toBe(plain.undefinedReplicates);
      if (plain.interval.kind === "defined") {
        expect(found.bootstrap?.interval).toMatchObject({
          low: expect.closeTo(plain.interval.low, 9),
          high: expect.closeTo(plain.interval.high, 9),
        });
      } else expect(found.bootstrap?.interval).toEqual(plain.interval);
    }),
  );
});

test("documents without a second coder are no documents of the interval", () => {
  const alone: RatingCounts = { coders: 2, categories: 2, items: [{ weight: 9, counts: [0, 1], total: 1 }] };
  const full = countsOf({ both: 3, onlyFirst: 1, onlySecond: 0, neither: 5 });
  const found = alphaOverDocuments([alone, full], { confidence: 0.95 });
  expect(found).toMatchObject({ documents: 1, documentsWithCode: 1, bootstrap: null });
  expect(found.jackknife.interval).toEqual({ kind: "undefined", reason: "few-documents" });
  expect(alphaOverDocuments([alone], { confidence: 0.95 }).value).toEqual({ kind: "undefined", reason: "no-data" });
});
