import { describe, expect, it } from "vitest";
import { donnerRotondiSampleSize } from "./donner-rotondi-sample-size";
import { pairProbabilities } from "./pair-probabilities";

const Z = 1.959963984540054;

/** The goodness-of-fit statistic of n items that come out just as expected. */
function goodnessOfFit(n: number, prevalence: number, bound: number, kappa: number): number {
  const [expected, found] = [pairProbabilities(prevalence, bound), pairProbabilities(prevalence, kappa)];
  return (["both", "onlyFirst", "onlySecond", "neither"] as const).reduce(
    (sum, cell) => sum + (n * found[cell] - n * expected[cell]) ** 2 / (n * expected[cell]),
    0,
  );
}

describe("Donner & Rotondi 2010", () => {
  it("at N items the bound that is harder to keep lies just at the critical value", () => {
    const n = donnerRotondiSampleSize({ prevalence: 0.3, kappa: 0.4, low: 0.3, high: 0.5 });
    const [low, high] = [0.3, 0.5].map((bound) => goodnessOfFit(n, 0.3, bound, 0.4));
    expect(Math.min(low ?? 0, high ?? 0)).toBeCloseTo(Z ** 2, 10);
    expect(Math.max(low ?? 0, high ?? 0)).toBeGreaterThan(Z ** 2);
  });

  it("with a lower bound alone takes 1.645 for 1.960", () => {
    const n = donnerRotondiSampleSize({ prevalence: 0.3, kappa: 0.4, low: 0.3 });
    expect(goodnessOfFit(n, 0.3, 0.3, 0.4)).toBeCloseTo(1.6448536269514722 ** 2, 10);
  });

  it("refuses bounds on the wrong side", () => {
    expect(() => donnerRotondiSampleSize({ prevalence: 0.3, kappa: 0.4, low: 0.4 })).toThrow(RangeError);
    expect(() => donnerRotondiSampleSize({ prevalence: 0.3, kappa: 0.4, low: 0.3, high: 0.4 })).toThrow(RangeError);
  });
});
