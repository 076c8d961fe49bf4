import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MEASURE_NAMES, type MeasureName, measuresOf } from "./measures";
import { valueOrNull } from "./statistic";
import { type Table2x2, tableSize } from "./table2x2";

type Counts = readonly [both: number, onlyFirst: number, onlySecond: number, neither: number];

function table([both, onlyFirst, onlySecond, neither]: Counts): Table2x2 {
  return { both, onlyFirst, onlySecond, neither };
}

function valuesOf(counts: Counts): Record<MeasureName, number | null> {
  const measures = measuresOf(table(counts));
  return Object.fromEntries(MEASURE_NAMES.map((name) => [name, valueOrNull(measures[name])])) as Record<
    MeasureName,
    number | null
  >;
}

function reasonsOf(counts: Counts): Record<string, string> {
  const measures = measuresOf(table(counts));
  return Object.fromEntries(
    MEASURE_NAMES.flatMap((name) => {
      const found = measures[name];
      return found.kind === "undefined" ? [[name, found.reason]] : [];
    }),
  );
}

function expectPrinted(counts: Counts, printed: Partial<Record<MeasureName, [value: number, digits: number]>>): void {
  const found = valuesOf(counts);
  for (const name of MEASURE_NAMES) {
    const [value, digits] = printed[name] ?? [];
    if (value !== undefined) expect(found[name], name).toBeCloseTo(value, digits);
  }
}

const cell = fc.oneof(fc.constant(0), fc.nat(1_000));
const anyCounts = fc.tuple(cell, cell, cell, cell);

describe("Artstein & Poesio 2008, p. 558", () => {
  it("S .40, pi .341, kappa .348 on 20, 10, 20, 50", () => {
    expectPrinted([20, 10, 20, 50], {
      percentAgreement: [0.7, 12],
      expectedAgreement: [0.54, 12],
      cohenKappa: [0.348, 3],
      scottPi: [0.341, 3],
      pabak: [0.4, 12],
    });
  });
});

describe("Sim & Wright 2005, 39 patients", () => {
  it("kappa .67, PABAK .69, prevalence index .28, the largest possible kappa .89", () => {
    expectPrinted([22, 2, 4, 11], {
      cohenKappa: [0.67, 2],
      pabak: [0.69, 2],
      prevalenceIndex: [0.28, 2],
      kappaMax: [0.89, 2],
      krippendorffAlpha: [0.67, 12],
      biasIndex: [-2 / 39, 12],
    });
  });
});

describe("Gwet 2008, the example by hand", () => {
  it("AC1 .8658, pi .6078 on 8, 1, 0, 1", () => {
    expectPrinted([8, 1, 0, 1], { percentAgreement: [0.9, 12], gwetAC1: [0.8658, 4], scottPi: [0.6078, 4] });
  });
});

describe("Cicchetti & Feinstein 1990, the paradox resolved", () => {
  it("the same observed .85 parts into positive and negative agreement", () => {
    expectPrinted([80, 10, 5, 5], { positiveAgreement: [160 / 175, 12], negativeAgreement: [0.4, 12] });
    expectPrinted([40, 9, 6, 45], { positiveAgreement: [80 / 95, 12], negativeAgreement: [90 / 105, 12] });
  });
});

describe("DKPro's test of numerical stability", () => {
  it("kappa .59 on 81001, 9000, 1000, 9000", () => {
    expectPrinted([81_001, 9_000, 1_000, 9_000], {
      percentAgreement: [0.9, 3],
      cohenKappa: [0.59, 2],
      scottPi: [0.585, 3],
    });
  });
});

describe("measuresOf", () => {
  it("names the reason of each figure that has none", () => {
    const beyondChance = ["cohenKappa", "cohenKappaSE", "cohenKappaNullSE", "kappaMax", "scottPi", "krippendorffAlpha"];
    const all = (names: readonly string[], reason: string) => Object.fromEntries(names.map((name) => [name, reason]));
    expect(reasonsOf([0, 0, 0, 0])).toEqual(all(MEASURE_NAMES, "no-data"));
    expect(reasonsOf([0, 0, 0, 9])).toEqual(all([...beyondChance, "positiveAgreement", "jaccard"], "both-empty"));
    expect(reasonsOf([9, 0, 0, 0])).toEqual(all([...beyondChance, "negativeAgreement"], "both-full"));
    expect(reasonsOf([0, 3, 0, 9])).toEqual({});
    expect(reasonsOf([0, 3, 0, 0])).toEqual({});
    expect(reasonsOf([9, 0, 3, 0])).toEqual({});
    expect(reasonsOf([1, 0, 0, 1])).toEqual({});
  });

  it("gives 1 to AC1, PABAK and percent agreement where nobody used the code, or both used it throughout", () => {
    for (const counts of [
      [0, 0, 0, 1],
      [0, 0, 0, 51_000_000],
      [7, 0, 0, 0],
    ] as const) {
      expect(valuesOf(counts)).toMatchObject({
        percentAgreement: 1,
        expectedAgreement: 1,
        gwetAC1: 1,
        gwetAC1SE: 0,
        pabak: 1,
      });
    }
    expect(measuresOf(table([0, 0, 0, 5])).table).toEqual(table([0, 0, 0, 5]));
    expect(valuesOf([0, 0, 0, 5])).toMatchObject({ negativeAgreement: 1, prevalenceIndex: -1, biasIndex: 0 });
  });

  it("gives exactly 0 to kappa, its standard errors and its maximum where one coder does not vary", () => {
    for (const counts of [
      [0, 100, 0, 900],
      [0, 0, 7, 3],
      [3, 0, 7, 0],
      [0, 9, 0, 0],
      [0, 51_000_000, 0, 3e8],
    ] as const) {
      expect(valuesOf(counts)).toMatchObject({ cohenKappa: 0, cohenKappaSE: 0, cohenKappaNullSE: 0, kappaMax: 0 });
    }
    expect(valuesOf([0, 100, 0, 0])).toMatchObject({ scottPi: -1, krippendorffAlpha: -0.99, gwetAC1: -1, pabak: -1 });
    expect(valuesOf([0, 1, 0, 0])).toMatchObject({ scottPi: -1, krippendorffAlpha: 0 });
  });

  it("is exact where agreement is full, at any size", () => {
    for (const counts of [
      [10, 0, 0, 90],
      [1, 0, 0, 51_000_000],
      [123_456_789, 0, 0, 987_654_321],
    ] as const) {
      const full = ["cohenKappa", "kappaMax", "scottPi", "krippendorffAlpha", "gwetAC1", "pabak", "jaccard"];
      expect(valuesOf(counts)).toMatchObject(Object.fromEntries(full.map((name) => [name, 1])));
      expect(valuesOf(counts)).toMatchObject({ cohenKappaSE: 0, gwetAC1SE: 0 });
    }
    expect(valuesOf([4e8, 4e8, 4e8, 4e8])).toMatchObject({ cohenKappa: 0, scottPi: 0, gwetAC1: 0, pabak: 0 });
  });

  it("refuses what is not a count, for unused codes too", () => {
    for (const counts of [
      [-1, 0, 0, 1],
      [0, 0, 0, Number.NaN],
      [0, 0, 0, Infinity],
    ] as const) {
      expect(() => measuresOf(table(counts))).toThrow(RangeError);
    }
  });

  it("does not mind who is first, but for the sign of the bias", () => {
    fc.assert(
      fc.property(anyCounts, ([a, b, c, d]) => {
        const { biasIndex, ...here } = valuesOf([a, b, c, d]);
        const { biasIndex: swapped, ...there } = valuesOf([a, c, b, d]);
        for (const name of MEASURE_NAMES) {
          if (name === "biasIndex") continue;
          if (here[name] === null) expect(there[name]).toBeNull();
          else expect(there[name]).toBeCloseTo(here[name], 12);
        }
        if (biasIndex !== null) expect(swapped).toBe(biasIndex === 0 ? 0 : -biasIndex);
      }),
    );
  });

  it("turned round, swaps positive and negative agreement and leaves what is corrected for chance", () => {
    fc.assert(
      fc.property(anyCounts, ([a, b, c, d]) => {
        const [here, there] = [valuesOf([a, b, c, d]), valuesOf([d, b, c, a])];
        expect(there.positiveAgreement).toBe(here.negativeAgreement);
        for (const name of [
          "cohenKappa",
          "cohenKappaSE",
          "kappaMax",
          "scottPi",
          "krippendorffAlpha",
          "gwetAC1",
        ] as const) {
          if (here[name] === null) expect(there[name]).toBeNull();
          else expect(there[name]).toBeCloseTo(here[name], 12);
        }
      }),
    );
  });

  it("on k times the counts is the same, with standard errors √k times smaller; alpha tends to pi", () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 2, max: 60 }), ([a, b, c, d], k) => {
        const [one, more] = [valuesOf([a, b, c, d]), valuesOf([k * a, k * b, k * c, k * d])];
        for (const name of MEASURE_NAMES) {
          const [here, there] = [one[name], more[name]];
          if (here === null || there === null) expect(there).toBe(here);
          else if (name.endsWith("SE")) expect(there * Math.sqrt(k)).toBeCloseTo(here, 10);
          else if (name !== "krippendorffAlpha") expect(there).toBeCloseTo(here, 12);
        }
      }),
    );
  });

  it("holds the identities between the figures", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const found = valuesOf(counts);
        const n = tableSize(table(counts));
        const { cohenKappa, kappaMax, scottPi, krippendorffAlpha, positiveAgreement, jaccard } = found;
        if (cohenKappa !== null && kappaMax !== null && scottPi !== null && krippendorffAlpha !== null) {
          expect(cohenKappa).toBeLessThanOrEqual(kappaMax);
          expect(scottPi).toBeLessThanOrEqual(cohenKappa + 1e-12);
          expect(krippendorffAlpha).toBeCloseTo(1 - ((1 - scottPi) * (2 * n - 1)) / (2 * n), 12);
        }
        if (positiveAgreement !== null) expect(jaccard).toBeCloseTo(positiveAgreement / (2 - positiveAgreement), 12);
        if (found.percentAgreement !== null) expect(found.pabak).toBeCloseTo(2 * found.percentAgreement - 1, 12);
      }),
    );
  });
});
