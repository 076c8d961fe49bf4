// The largest kappa that two coders could have reached with the rates at which they used the categories.
import { confusionDisagreement } from "./confusion-disagreement";
import type { ConfusionMatrix } from "./confusion-matrix";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How high could kappa have been, given how often each of the two used each category?
 * Formula: κmax = (po_max − pe)/(1 − pe), po_max = Σ min(pᵢ., p.ᵢ)
 * Shape: q × q confusion matrix.
 * Unit: any.
 * Undefined: no-data; one-category. Where one coder used a single category and the other did not, it is 0.
 * Misleads: a low value says that the coders used the categories at different rates, which is disagreement too;
 *   dividing kappa by it would hide that.
 * Throws: RangeError for a matrix that is not square or holds something other than counts.
 * Cost: O(q²).
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, p. 42, doi 10.1177/001316446002000104.
 * Checked: Cohen 1960 pp. 37 and 45 (.85, .831); the 2×2 form; the golden cases confusion.
 */
export function confusionKappaMax(matrix: ConfusionMatrix): Statistic {
  const { n, first, second, byOwnRates, oneConstant } = confusionDisagreement(matrix);
  if (n === 0) return undefinedFor("no-data");
  if (byOwnRates === 0) return undefinedFor("one-category");
  if (oneConstant) return defined(0);
  const apart = first.reduce((sum, count, i) => sum + Math.max(0, count - (second[i] ?? 0)), 0);
  return defined((byOwnRates - n * apart) / byOwnRates);
}
