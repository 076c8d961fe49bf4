// How many items a test of kappa needs where the two coders use the code at different rates, by Cantor.
import type { KappaTest } from "./donner-eliasziw-sample-size";
import { kappaItemVariance } from "./kappa-influence";
import { normalQuantile } from "./normal-quantile";
import type { Table2x2 } from "./table2x2";

/**
 * Answers: How many items must two coders with these rates judge so that their kappa can be told from another one?
 * Formula: N = ((z₁₋α √Q₀ + z₁₋β √Q₁) / (κ₁ − κ₀))², Q the variance of Fleiss, Cohen & Everitt per item under each kappa;
 *   z₁₋α/₂ for a test to both sides.
 * Shape: the rate of each coder, the two kappas, α and the power.
 * Unit: items that are independent: units, or documents; never characters.
 * Undefined: never.
 * Misleads: the normal approximation behind it is rough where N or the rates are small.
 * Elsewhere: R's irr prints it as N.cohen.kappa, to one side unless told otherwise.
 * Throws: RangeError for rates, α or power outside (0, 1), for equal kappas and for a kappa that the rates rule out.
 * Cost: constant.
 * Source: Cantor 1996, Psychological Methods 1:150–153.
 * Checked: R's irr; the golden cases samplesize.
 */
export function cantorSampleSize(test: KappaTest & { readonly rates: readonly [number, number] }): number {
  const { rates, kappa0, kappa1, alpha = 0.05, power = 0.8, sides = 1 } = test;
  if (kappa0 === kappa1) throw new RangeError(`a kappa of ${kappa1} cannot be told from itself`);
  const [q0, q1] = [kappa0, kappa1].map((kappa) => kappaItemVariance(cellsFor(rates, kappa))) as [number, number];
  const reach = normalQuantile(1 - alpha / sides) * Math.sqrt(q0) + normalQuantile(power) * Math.sqrt(q1);
  return (reach / (kappa1 - kappa0)) ** 2;
}

function cellsFor([first, second]: readonly [number, number], kappa: number): Table2x2 {
  for (const rate of [first, second]) {
    if (!(rate > 0 && rate < 1)) throw new RangeError(`a rate of ${rate} is not between 0 and 1`);
  }
  const expected = first * second + (1 - first) * (1 - second);
  const both = (kappa * (1 - expected) + expected + first + second - 1) / 2;
  const cells = { both, onlyFirst: first - both, onlySecond: second - both, neither: 1 - first - second + both };
  // A kappa of exactly 1 leaves a rounding error where there is no disagreement.
  if (!Object.values(cells).every((cell) => cell >= -1e-12)) {
    throw new RangeError(`a kappa of ${kappa} cannot be with rates of ${first} and ${second}`);
  }
  const whole = (cell: number) => Math.max(0, cell);
  return {
    both: whole(cells.both),
    onlyFirst: whole(cells.onlyFirst),
    onlySecond: whole(cells.onlySecond),
    neither: whole(cells.neither),
  };
}
