// How many items the interval around kappa needs to be as narrow as wanted.
import { kappaItemVariance } from "./kappa-influence";
import { normalQuantile } from "./normal-quantile";
import { pairProbabilities } from "./pair-probabilities";

export interface WantedWidth {
  /** The kappa that is expected. */
  readonly kappa: number;
  /** How far the interval may reach to each side. */
  readonly halfWidth: number;
  /** 0.95 without it. */
  readonly confidence?: number;
}

/** n times the variance of the kappa that is planned for. Throws RangeError where there would be none to plan with. */
export function plannedItemVariance(prevalence: number, kappa: number): number {
  if (kappa >= 1) throw new RangeError(`a kappa of ${kappa} has no error to plan with`);
  return kappaItemVariance(pairProbabilities(prevalence, kappa));
}

/**
 * Answers: How many items must two coders judge so that kappa is known to within this much?
 * Formula: N = z² Q / h², z = z₁₋α/₂, Q the variance of Fleiss, Cohen & Everitt per item at this κ and π, h half the width.
 * Shape: the prevalence, the expected kappa, half the width, the confidence.
 * Unit: items that are independent: units, or documents; never characters. Items inside documents need the design effect
 *   on top.
 * Undefined: never.
 * Misleads: a kappa planned too high makes N too small, because the variance falls towards 1.
 * Throws: RangeError for a prevalence or confidence outside (0, 1), a half-width that is not above 0, a kappa of 1 or
 *   one that cannot be.
 * Cost: constant.
 * Source: Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323–327, solved for n.
 * Checked: a table of half-width .10 for kappas of .6, .7 and .8 and prevalences of .05 to .5; the interval of a table
 *   of N items has the width.
 */
export function intervalWidthSampleSize(wanted: WantedWidth & { readonly prevalence: number }): number {
  const { prevalence, kappa, halfWidth, confidence = 0.95 } = wanted;
  if (!(halfWidth > 0)) throw new RangeError(`a half-width of ${halfWidth} is not above 0`);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return z ** 2 * (plannedItemVariance(prevalence, kappa) / halfWidth ** 2);
}
