// Brennan & Prediger's coefficient of a q × q confusion matrix, weighted or not.
import { confusionDisagreement } from "./confusion-disagreement";
import type { ConfusionMatrix } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How far do two coders agree beyond what choosing every category equally often would give?
 * Formula: BP = (po − pe)/(1 − pe), pe = 1/q; with weights po = Σ wᵢⱼ pᵢⱼ, pe = Σ wᵢⱼ / q²
 * Shape: q × q confusion matrix, with a row for every category of the codebook; weights where disagreements differ.
 * Unit: units; not characters.
 * Undefined: no-data; one-label (only one category to choose from, or weights under which every choice agrees in full).
 * Misleads: it knows nothing of how often the categories are used. Adding a category that nobody uses raises it.
 * Elsewhere: with two categories it is PABAK and Bennett's S. MAXQDA's kappa takes 1 / (number of codes) as chance too,
 *   on a table that has no place for what neither coder marked.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²).
 * Source: Brennan & Prediger 1981, Educ Psychol Meas 41:687–699, doi 10.1177/001316448104100307.
 * Checked: Brennan & Prediger 1981 p. 689 (.4); Zwick 1988 (.467); Krippendorff 2004 p. 246 (.19); irrCAC 1.0,
 *   bp2.table; the golden cases confusion.
 */
export function brennanPrediger(matrix: ConfusionMatrix, by?: AgreementWeights): Statistic {
  const { n, weights, observed } = confusionDisagreement(matrix, by);
  if (n === 0) return undefinedFor("no-data");
  const q = matrix.length;
  const apart = weights.reduce((sum, row) => sum + row.reduce((inRow, weight) => inRow + weight, 0), 0);
  if (apart === 0) return undefinedFor("one-label");
  return defined((n * apart - q * q * observed) / (n * apart));
}
