// Krippendorff's alpha of a q × q confusion matrix: two coders, nothing missing; nominal, or with weights.
import { confusionDisagreement } from "./confusion-disagreement";
import type { ConfusionMatrix } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How far is the disagreement of two coders on several categories below what drawing their values from one pool
 *   would give?
 * Formula: α = 1 − Do/De = 1 − (1 − π)(2n − 1)/(2n), π Scott's, weighted where the weights are
 * Shape: q × q confusion matrix; weights of agreement where some disagreements count less.
 * Unit: any.
 * Undefined: no-data; one-category (as for Scott's pi).
 * Misleads: as Scott's pi does; the two differ by (1 − π)/2n.
 * Elsewhere: where only one category was used, irr's kripp.alpha, NLTK and DKPro print 1, irrCAC prints NA.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²).
 * Source: Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; Krippendorff 2011, Computing Krippendorff's
 *   Alpha-Reliability.
 * Checked: irrCAC 1.0, krippen2.table; Artstein & Poesio 2008 with weights (.8156); the 2×2 form; ratings-alpha.ts; the
 *   golden cases confusion.
 */
export function confusionKrippendorffAlpha(matrix: ConfusionMatrix, weights?: AgreementWeights): Statistic {
  const { n, observed, bySharedRates } = confusionDisagreement(matrix, weights);
  if (n === 0) return undefinedFor("no-data");
  if (bySharedRates === 0) return undefinedFor("one-category");
  return defined((bySharedRates - 2 * (2 * n - 1) * observed) / bySharedRates);
}
