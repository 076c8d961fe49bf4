// How many items an interval around kappa needs so that it stays above, and below, given bounds.
import { normalQuantile } from "./normal-quantile";
import { distancePerItem } from "./pair-probabilities";

/**
 * Answers: How many items must two coders judge so that the interval of the expected kappa ends at the wanted bounds?
 * Formula: N = χ²₁,₁₋α / Σ (Pₗ(κ) − Pₗ(bound))²/Pₗ(bound), P as for the goodness-of-fit test; the larger N of the two
 *   bounds; χ²₁,₁₋₂α where only the lower bound is wanted.
 * Shape: the prevalence, the expected kappa, a lower bound, an upper bound or none, the confidence.
 * Unit: items that are independent: units, or documents; never characters.
 * Undefined: never.
 * Misleads: as the goodness-of-fit test does. It is the width that is expected, reached or not about half the time.
 * Elsewhere: R's kappaSize gives it as CIBinary.
 * Throws: RangeError for a prevalence or confidence outside (0, 1) and where not low < kappa < high.
 * Cost: constant.
 * Source: Donner & Rotondi 2010, International Journal of Biostatistics 6(1):31.
 * Checked: at N items the statistic of the goodness-of-fit test at the nearer bound is the critical value.
 */
export function donnerRotondiSampleSize(wanted: {
  readonly prevalence: number;
  readonly kappa: number;
  readonly low: number;
  readonly high?: number;
  readonly confidence?: number;
}): number {
  const { prevalence, kappa, low, high, confidence = 0.95 } = wanted;
  if (!(low < kappa)) throw new RangeError(`a lower bound of ${low} is not below a kappa of ${kappa}`);
  if (high !== undefined && !(high > kappa)) throw new RangeError(`an upper bound of ${high} is not above ${kappa}`);
  const oneSided = high === undefined;
  const critical = normalQuantile(oneSided ? confidence : 1 - (1 - confidence) / 2) ** 2;
  const bounds = oneSided ? [low] : [low, high];
  return Math.max(...bounds.map((bound) => critical / distancePerItem(prevalence, bound, kappa)));
}
