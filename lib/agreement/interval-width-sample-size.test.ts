import { describe, expect, it } from "vitest";
import { intervalWidthSampleSize } from "./interval-width-sample-size";
import { kappaItemVariance } from "./kappa-influence";
import { pairProbabilities } from "./pair-probabilities";
import { wholeItems } from "./plan-agreement";

describe("Fleiss, Cohen & Everitt 1969 solved for n, 95 % interval of ±.10", () => {
  it.each([
    [0.6, [1347, 705, 296, 246]],
    [0.7, [1091, 569, 236, 196]],
    [0.8, [768, 401, 167, 139]],
  ])("kappa %d", (kappa, sizes) => {
    const found = [0.05, 0.1, 0.3, 0.5].map((prevalence) =>
      wholeItems(intervalWidthSampleSize({ prevalence, kappa, halfWidth: 0.1 })),
    );
    expect(found).toEqual(sizes);
  });

  it("at a prevalence of .5 the variance per item is 1 − κ²", () => {
    expect(kappaItemVariance(pairProbabilities(0.5, 0.6))).toBeCloseTo(1 - 0.36, 12);
  });
});

describe("intervalWidthSampleSize", () => {
  it("grows fourfold for half the width", () => {
    const of = (halfWidth: number): number => intervalWidthSampleSize({ prevalence: 0.2, kappa: 0.7, halfWidth });
    expect(of(0.05)).toBeCloseTo(4 * of(0.1), 8);
  });

  it("refuses what cannot be planned with", () => {
    const of = (prevalence: number, kappa: number, halfWidth: number) => () =>
      intervalWidthSampleSize({ prevalence, kappa, halfWidth });
    expect(of(0.2, 1, 0.1)).toThrow(RangeError);
    expect(of(0.2, 0.7, 0)).toThrow(RangeError);
    expect(of(1, 0.7, 0.1)).toThrow(RangeError);
  });
});
