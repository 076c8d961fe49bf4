// How many items a test of kappa needs, by Donner & Eliasziw's goodness-of-fit approach.
import { normalQuantile } from "./normal-quantile";
import { distancePerItem } from "./pair-probabilities";

export interface KappaTest {
  /** The kappa that the test is to rule out. */
  readonly kappa0: number;
  /** The kappa that is expected. */
  readonly kappa1: number;
  /** The chance of a false alarm; 0.05 without it. */
  readonly alpha?: number;
  /** The chance to rule out kappa0 where kappa1 is true; 0.8 without it. */
  readonly power?: number;
  /** Whether kappa0 may be missed on both sides, or on the one of kappa1 alone; 2 without it. */
  readonly sides?: 1 | 2;
}

/**
 * Answers: How many items must two coders judge so that a kappa of this size can be told from a smaller one?
 * Formula: N = (z₁₋α/₂ + z₁₋β)² / Σ (Pₗ(κ₁) − Pₗ(κ₀))²/Pₗ(κ₀) over both, one and neither: P₀ = (1 − π)² + κπ(1 − π),
 *   P₁ = 2π(1 − π)(1 − κ), P₂ = π² + κπ(1 − π); z₁₋α for a test to one side.
 * Shape: the prevalence π, the two kappas, α and the power.
 * Unit: items that are independent: units, or documents; never characters. Items inside documents need the design effect
 *   on top.
 * Undefined: never.
 * Misleads: with a small prevalence the answer is large, and an item more of common codes does not replace one of rare
 *   ones. It takes both coders to use the code equally often.
 * Elsewhere: the tables of Sim & Wright 2005 come from this formula. R's kappaSize prints 190.4565 where this gives
 *   190.4555, because its constants are rounded.
 * Throws: RangeError for a prevalence, α or power outside (0, 1), for equal kappas and for kappas that cannot be.
 * Cost: constant.
 * Source: Donner & Eliasziw 1992, Statistics in Medicine 11:1511–1519; Sim & Wright 2005, Physical Therapy 85:257–268.
 * Checked: tables of .4 against .6, .6 against .8 and .6 against .9; Sim & Wright's row for .4 against 0; the golden
 *   cases samplesize.
 */
export function donnerEliasziwSampleSize(test: KappaTest & { readonly prevalence: number }): number {
  const { prevalence, kappa0, kappa1, alpha = 0.05, power = 0.8, sides = 2 } = test;
  const z = normalQuantile(1 - alpha / sides) + normalQuantile(power);
  return z ** 2 / distancePerItem(prevalence, kappa0, kappa1);
}
