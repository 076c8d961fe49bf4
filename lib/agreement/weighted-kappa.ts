// Cohen's weighted kappa of a q × q confusion matrix.
import { confusionDisagreement } from "./confusion-disagreement";
import type { ConfusionMatrix } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How far do two coders agree beyond chance when some disagreements count less than others?
 * Formula: κw = (po − pe)/(1 − pe), po = Σ wᵢⱼ pᵢⱼ, pe = Σ wᵢⱼ pᵢ. p.ⱼ; linear w = 1 − |i − j|/(q − 1), quadratic
 *   w = 1 − (i − j)²/(q − 1)²; with scores s in place of i and their range in place of q − 1
 * Shape: q × q confusion matrix and weights of agreement; the categories in their order for linear and quadratic.
 * Unit: any.
 * Undefined: no-data; one-category (chance alone gives full agreement). Where one coder used a single category and the
 *   other did not, it is 0 exactly.
 * Misleads: the weights decide the figure: with quadratic ones near misses hardly count and it tends to rise with the
 *   number of categories. Fix them before looking, and report them. Categories must be those of the codebook, used or
 *   not: leaving out one that nobody used changes the weights.
 * Elsewhere: irr drops categories that nobody used and gives weights by rank.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²).
 * Source: Cohen 1968, Psychol Bull 70:213–220, doi 10.1037/h0026256; linear weights Cicchetti & Allison 1971, Am J EEG
 *   Technol 11:101–109, quadratic Fleiss & Cohen 1973, Educ Psychol Meas 33:613–619, doi 10.1177/001316447303300309.
 * Checked: Artstein & Poesio 2008 p. 571; SAS PROC FREQ AGREE; irrCAC 1.4; the unweighted kappa of merged categories;
 *   the golden cases confusion.
 */
export function weightedKappa(matrix: ConfusionMatrix, weights: AgreementWeights): Statistic {
  const { n, observed, byOwnRates, oneConstant } = confusionDisagreement(matrix, weights);
  if (n === 0) return undefinedFor("no-data");
  if (byOwnRates === 0) return undefinedFor("one-category");
  // Decided from the counts, because the difference may leave a trace of rounding.
  return defined(oneConstant ? 0 : (byOwnRates - n * observed) / byOwnRates);
}
