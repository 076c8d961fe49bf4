// Scott's pi of a q × q confusion matrix, weighted or not.
import { confusionDisagreement } from "./confusion-disagreement";
import type { ConfusionMatrix } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How far do two coders agree beyond chance on several categories, if both are taken to use them at the same
 *   rates?
 * Formula: π = (po − pe)/(1 − pe), pe = Σ πₖ², πₖ = (pₖ. + p.ₖ)/2; with weights po = Σ wᵢⱼ pᵢⱼ, pe = Σ wᵢⱼ πᵢ πⱼ
 * Shape: q × q confusion matrix; weights of agreement where some disagreements count less.
 * Unit: any.
 * Undefined: no-data; one-category (both coders used one and the same category throughout, or with weights only
 *   categories that agree in full).
 * Misleads: different rates of the two coders count as disagreement, so that it may fall where kappa rises.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²).
 * Source: Scott 1955, Public Opin Q 19:321–325, doi 10.1086/266577.
 * Checked: Zwick 1988 (.467, .46); Krippendorff 2004 p. 246 (.186); irrCAC 1.0, scott2.table; the 2×2 form; the golden
 *   cases confusion.
 */
export function confusionScottPi(matrix: ConfusionMatrix, weights?: AgreementWeights): Statistic {
  const { n, observed, bySharedRates } = confusionDisagreement(matrix, weights);
  if (n === 0) return undefinedFor("no-data");
  if (bySharedRates === 0) return undefinedFor("one-category");
  return defined((bySharedRates - 4 * n * observed) / bySharedRates);
}
