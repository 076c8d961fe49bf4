import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappa } from "./cohen-kappa";
import { congerKappa } from "./conger-kappa";
import { fleissKappa } from "./fleiss-kappa";
import { gwetRatings } from "./gwet-ratings";
import { lightKappa } from "./light-kappa";
import { randolphKappa } from "./randolph-kappa";
import { countsOfRatings } from "./rating-counts";
import type { RatedItem, Ratings } from "./ratings";
import { agreementOfAll, pairwisePercentAgreement, specificAgreement } from "./ratings-agreement";
import { type MeasurementLevel, ratingsAlpha } from "./ratings-alpha";
import { type Statistic, valueOrNull } from "./statistic";
import { type Table2x2, tableSize } from "./table2x2";

const LEVELS: readonly MeasurementLevel[] = ["nominal", "ordinal", "interval", "ratio"];

const ratings: fc.Arbitrary<Ratings> = fc
  .record({ coders: fc.integer({ min: 1, max: 5 }), categories: fc.integer({ min: 1, max: 4 }) })
  .chain(({ coders, categories }) => {
    const value = fc.option(fc.nat({ max: categories - 1 }), { freq: 4 });
    const values = fc.array(value, { minLength: coders, maxLength: coders });
    return fc.record({
      coders: fc.constant(coders),
      categories: fc.constant(categories),
      items: fc.array(fc.record({ weight: fc.nat({ max: 4 }), values }), { maxLength: 8 }),
      scores: fc.constant(Array.from({ length: categories }, (_, i) => i + 1)),
    });
  });

function figures(of: Ratings): (number | string)[] {
  const counts = countsOfRatings(of);
  const gwet = gwetRatings(counts);
  const light = lightKappa(of);
  const statistics: Statistic[] = [
    ...Object.values(congerKappa(of)),
    fleissKappa(counts).kappa,
    fleissKappa(counts).standardErrorUnderNull,
    ...fleissKappa(counts).perCategory,
    light.kappa,
    light.kappaOfDefined,
    randolphKappa(counts),
    ...LEVELS.map((level) => ratingsAlpha(counts, level).alpha),
    pairwisePercentAgreement(counts),
    agreementOfAll(counts),
    specificAgreement(counts, 0),
    ...[gwet.gwetAC1, gwet.fleissKappa, gwet.brennanPrediger, gwet.krippendorffAlpha].flatMap((one) => [
      one.value,
      one.standardError,
    ]),
  ];
  return statistics.map((one) => valueOrNull(one) ?? (one.kind === "undefined" ? one.reason : ""));
}

function coefficients(of: Ratings): Statistic[] {
  const counts = countsOfRatings(of);
  const gwet = gwetRatings(counts);
  const light = lightKappa(of);
  return [
    ...Object.values(congerKappa(of)),
    fleissKappa(counts).kappa,
    light.kappa,
    light.kappaOfDefined,
    randolphKappa(counts),
    ...LEVELS.map((level) => ratingsAlpha(counts, level).alpha),
    pairwisePercentAgreement(counts),
    agreementOfAll(counts),
    specificAgreement(counts, 0),
    ...[gwet.gwetAC1, gwet.fleissKappa, gwet.brennanPrediger, gwet.krippendorffAlpha].map((one) => one.value),
  ];
}

/** Rounding apart, the same values and the same reasons; a standard error of 0 may come out as a trace. */
function expectSame(found: readonly (number | string)[], expected: readonly (number | string)[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    if (typeof value === "number" && typeof found[i] === "number") expect(found[i]).toBeCloseTo(value, 7);
    else expect(found[i]).toBe(value);
  }
}

describe("figures on several coders", () => {
  it("a weight is a repetition, and an item of weight 0 is none", () => {
    fc.assert(
      fc.property(ratings, (of) => {
        const items = of.items.flatMap(({ weight, values }) =>
          Array.from({ length: weight }, (): RatedItem => ({ weight: 1, values })),
        );
        expectSame(figures(of), figures({ ...of, items }));
      }),
    );
  });

  it("do not depend on the order of coders and items", () => {
    fc.assert(
      fc.property(ratings, (of) => {
        const items = of.items.map(({ weight, values }) => ({ weight, values: [...values].reverse() })).reverse();
        expectSame(figures({ ...of, items }), figures(of));
      }),
    );
  });

  it("alpha leaves out items with fewer than two values", () => {
    fc.assert(
      fc.property(ratings, (of) => {
        const items = of.items.filter(({ values }) => values.filter((value) => value !== null).length > 1);
        for (const level of LEVELS) {
          expect(ratingsAlpha(countsOfRatings({ ...of, items }), level)).toEqual(
            ratingsAlpha(countsOfRatings(of), level),
          );
        }
      }),
    );
  });

  it("all lie at or below 1", () => {
    fc.assert(
      fc.property(ratings, (of) => {
        // Rounding apart. Standard errors have no such bound: of three values, two of them missing, they are vast.
        for (const one of coefficients(of)) expect(valueOrNull(one) ?? 1).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

const count = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 51_000_000 }));
const table: fc.Arbitrary<Table2x2> = fc.record({ both: count, onlyFirst: count, onlySecond: count, neither: count });

function ratingsOf({ both, onlyFirst, onlySecond, neither }: Table2x2): Ratings {
  const items = [
    { weight: both, values: [1, 1] },
    { weight: onlyFirst, values: [1, 0] },
    { weight: onlySecond, values: [0, 1] },
    { weight: neither, values: [0, 0] },
  ];
  return { coders: 2, categories: 2, items };
}

describe("with two coders and one code", () => {
  it("Fleiss is Scott's pi, Conger and Light are Cohen's kappa, alpha is pi with n in place of infinity", () => {
    fc.assert(
      fc.property(table, (of) => {
        const n = tableSize(of);
        const both = ratingsOf(of);
        const counts = countsOfRatings(both);
        const cohen = valueOrNull(cohenKappa(of));
        const [fleiss, alpha] = [valueOrNull(fleissKappa(counts).kappa), valueOrNull(ratingsAlpha(counts).alpha)];
        for (const same of [congerKappa(both).kappa, lightKappa(both).kappa]) {
          if (cohen === null) expect(same.kind).toBe("undefined");
          else expect(valueOrNull(same)).toBeCloseTo(cohen, 10);
        }
        if (fleiss === null) expect(alpha).toBeNull();
        else {
          const coded = 2 * of.both + of.onlyFirst + of.onlySecond;
          const apart = of.onlyFirst + of.onlySecond;
          expect(fleiss).toBeCloseTo(1 - (apart / coded) * ((2 * n) / (2 * n - coded)), 10);
          expect(alpha).toBeCloseTo(1 - ((1 - fleiss) * (2 * n - 1)) / (2 * n), 10);
        }
      }),
    );
  });

  it("51 million characters of which a few are coded lose no digit", () => {
    const of = { both: 1, onlyFirst: 1, onlySecond: 0, neither: 50_999_998 };
    // 2(ad − bc) / ((a+b)(b+d) + (a+c)(c+d)), by hand.
    const kappa = (2 * 50_999_998) / (2 * 50_999_999 + 50_999_998);
    const both = ratingsOf(of);
    for (const same of [congerKappa(both).kappa, lightKappa(both).kappa]) {
      expect(Math.abs((valueOrNull(same) ?? 0) - kappa)).toBeLessThan(1e-15);
    }
  });
});
