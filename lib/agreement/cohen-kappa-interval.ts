// The interval of Cohen's kappa over independent items, of a 2×2 table and of a q × q matrix.
import { cohenKappa } from "./cohen-kappa";
import { cohenKappaSE } from "./cohen-kappa-se";
import { confusionDisagreement } from "./confusion-disagreement";
import { confusionKappa } from "./confusion-kappa";
import { confusionKappaSE } from "./confusion-kappa-se";
import type { ConfusionMatrix } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { type Interval, noInterval } from "./interval";
import { normalInterval } from "./normal-interval";
import { type Table2x2, tableStatus } from "./table2x2";
import { weightedKappa } from "./weighted-kappa";

/**
 * Answers: Between which bounds would kappa lie for other items of this sort, if each item had been drawn on its own?
 * Formula: κ ± z SE, SE of Fleiss, Cohen & Everitt, z of the normal distribution (1.96 for 95 %)
 * Shape: 2×2 table.
 * Unit: items that are independent of one another; for characters, and for units of few documents, use the intervals
 *   over documents.
 * Undefined: no-data; both-empty; both-full (as kappa); one-empty; one-full (kappa is 0 and cannot vary).
 * Misleads: on characters it is many times too narrow. With perfect agreement it has no width, which is no certainty;
 *   with few items it may pass 1.
 * Elsewhere: an interval made of irr's z would be wrong, because that belongs to κ = 0.
 * Throws: RangeError for a cell that is not a count, and for a confidence outside 0 to 1.
 * Cost: constant.
 * Source: Fleiss, Cohen & Everitt 1969, Psychol Bull 72:323–327, doi 10.1037/h0028106.
 * Checked: Vanbelle & Albert 2008's standard error; the golden cases table2x2.
 */
export function cohenKappaInterval(table: Table2x2, confidence = 0.95): Interval {
  const [kappa, se, status] = [cohenKappa(table), cohenKappaSE(table), tableStatus(table)];
  if (status === "one-empty" || status === "one-full") return noInterval(status);
  return normalInterval(kappa, se, confidence);
}

/**
 * Answers: Between which bounds would kappa on several categories lie for other items, if each had been drawn on its own?
 * Formula: κ ± z SE, SE of Fleiss, Cohen & Everitt, weighted where the weights are
 * Shape: q × q confusion matrix; weights of agreement for the weighted kappa.
 * Unit: items that are independent of one another; pairs of overlapping excerpts are not.
 * Undefined: no-data; one-category (as kappa); one-full (one coder used a single category: kappa is 0 and cannot vary).
 * Misleads: too narrow where the items depend on one another; without width where agreement is full.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, for weights of another size
 *   or outside 0 to 1, and for a confidence outside 0 to 1.
 * Cost: O(q²).
 * Source: Fleiss, Cohen & Everitt 1969, Psychol Bull 72:323–327, doi 10.1037/h0028106.
 * Checked: the 2×2 form; the golden cases confusion.
 */
export function confusionKappaInterval(
  matrix: ConfusionMatrix,
  weights?: AgreementWeights,
  confidence = 0.95,
): Interval {
  const kappa = weights === undefined ? confusionKappa(matrix) : weightedKappa(matrix, weights);
  const interval = normalInterval(kappa, confusionKappaSE(matrix, weights), confidence);
  const constant = kappa.kind === "defined" && confusionDisagreement(matrix, weights).oneConstant;
  return constant ? noInterval("one-full") : interval;
}
