import { describe, expect, it } from "vitest";
import { donnerEliasziwSampleSize } from "./donner-eliasziw-sample-size";
import { distancePerItem, pairProbabilities } from "./pair-probabilities";
import { wholeItems } from "./plan-agreement";

const PREVALENCES = [0.05, 0.1, 0.3, 0.5];

describe("Donner & Eliasziw 1992, two-sided .05, power .8", () => {
  it.each([
    [0.4, 0.6, [739, 405, 191, 165]],
    [0.6, 0.8, [628, 335, 149, 126]],
    [0.6, 0.9, [279, 149, 66, 56]],
  ])("%d against %d", (kappa0, kappa1, sizes) => {
    const found = PREVALENCES.map((prevalence) => wholeItems(donnerEliasziwSampleSize({ prevalence, kappa0, kappa1 })));
    expect(found).toEqual(sizes);
  });

  it("the probabilities behind .4 and .6 at a prevalence of .3", () => {
    expect(pairProbabilities(0.3, 0.4)).toEqual({
      both: expect.closeTo(0.174, 12),
      onlyFirst: expect.closeTo(0.126, 12),
      onlySecond: expect.closeTo(0.126, 12),
      neither: expect.closeTo(0.574, 12),
    });
    const byHand = 0.042 ** 2 / 0.574 + 0.084 ** 2 / 0.252 + 0.042 ** 2 / 0.174;
    expect(distancePerItem(0.3, 0.4, 0.6)).toBeCloseTo(byHand, 14);
  });
});

describe("kappaSize 1.2, PowerBinary", () => {
  it("prints 190.4564 for .4 against .6 at .3", () => {
    const n = donnerEliasziwSampleSize({ prevalence: 0.3, kappa0: 0.4, kappa1: 0.6 });
    expect(Math.abs(n - 190.4564)).toBeLessThan(0.01);
    expect(n).toBeCloseTo(190.45546947226669, 8);
  });
});

describe("Sim & Wright 2005, .40 against .00", () => {
  it("39 and 54 to one side, 50 and 66 to both, with power .8 and .9", () => {
    const sizes = [1, 2].flatMap((sides) =>
      [0.8, 0.9].map((power) =>
        wholeItems(
          donnerEliasziwSampleSize({ prevalence: 0.5, kappa0: 0, kappa1: 0.4, power, sides: sides === 1 ? 1 : 2 }),
        ),
      ),
    );
    expect(sizes).toEqual([39, 54, 50, 66]);
  });
});

describe("donnerEliasziwSampleSize", () => {
  it("is the same for the code and for its absence", () => {
    const of = (prevalence: number): number => donnerEliasziwSampleSize({ prevalence, kappa0: 0.5, kappa1: 0.7 });
    expect(of(0.2)).toBeCloseTo(of(0.8), 8);
  });

  it("refuses what cannot be", () => {
    const of =
      (prevalence: number, kappa0: number, kappa1: number, power = 0.8) =>
      () =>
        donnerEliasziwSampleSize({ prevalence, kappa0, kappa1, power });
    expect(of(0, 0.4, 0.6)).toThrow(RangeError);
    expect(of(0.3, 0.4, 0.4)).toThrow(RangeError);
    expect(of(0.3, 1, 0.4)).toThrow(RangeError);
    expect(of(0.3, 0.4, 1.1)).toThrow(RangeError);
    expect(of(0.05, -0.9, 0.5)).toThrow(RangeError);
    expect(of(0.3, 0.4, 0.6, 1)).toThrow(RangeError);
  });
});
