import { describe, expect, it } from "vitest";
import { cantorSampleSize } from "./cantor-sample-size";
import { cicchettiSampleSize } from "./cicchetti-sample-size";

describe("Cantor 1996, .70 against .85 to one side", () => {
  it("both rates .5: 96; both .25: 130", () => {
    expect(cantorSampleSize({ rates: [0.5, 0.5], kappa1: 0.7, kappa0: 0.85 })).toBeCloseTo(95.71598452786152, 8);
    expect(cantorSampleSize({ rates: [0.25, 0.25], kappa1: 0.7, kappa0: 0.85 })).toBeCloseTo(129.6128031097267, 8);
  });

  it("at rates of .5 the variance per item is 1 − κ²", () => {
    const byHand = (1.6448536269514722 * Math.sqrt(1 - 0.85 ** 2) + 0.8416212335729143 * Math.sqrt(1 - 0.49)) / 0.15;
    expect(cantorSampleSize({ rates: [0.5, 0.5], kappa1: 0.7, kappa0: 0.85 })).toBeCloseTo(byHand ** 2, 8);
  });
});

describe("cantorSampleSize", () => {
  it("takes different rates, to both sides, and a kappa of 1", () => {
    const one = cantorSampleSize({ rates: [0.3, 0.35], kappa1: 0.6, kappa0: 0.4 });
    const two = cantorSampleSize({ rates: [0.3, 0.35], kappa1: 0.6, kappa0: 0.4, sides: 2 });
    expect(two).toBeGreaterThan(one);
    expect(cantorSampleSize({ rates: [0.35, 0.3], kappa1: 0.6, kappa0: 0.4 })).toBeCloseTo(one, 9);
    expect(cantorSampleSize({ rates: [0.1, 0.1], kappa1: 1, kappa0: 0.8 })).toBeGreaterThan(0);
  });

  it("refuses a kappa that the rates rule out", () => {
    expect(() => cantorSampleSize({ rates: [0.5, 0.25], kappa1: 0.9, kappa0: 0.4 })).toThrow(RangeError);
    expect(() => cantorSampleSize({ rates: [0, 0.25], kappa1: 0.9, kappa0: 0.4 })).toThrow(RangeError);
    expect(() => cantorSampleSize({ rates: [0.5, 0.5], kappa1: 0.4, kappa0: 0.4 })).toThrow(RangeError);
  });
});

describe("Cicchetti 1981", () => {
  it("2q²: 18 for three categories, 50 for five", () => {
    expect([3, 5].map(cicchettiSampleSize)).toEqual([18, 50]);
    expect(() => cicchettiSampleSize(1)).toThrow(RangeError);
  });
});
