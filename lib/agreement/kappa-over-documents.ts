// The standard error of Cohen's kappa with whole documents as what was sampled, by linearisation.
import { cohenKappa } from "./cohen-kappa";
import { type ErrorAndInterval, noError, noInterval, tInterval } from "./interval";
import { kappaInfluence, kappaItemVariance } from "./kappa-influence";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, sumTables, type Table2x2, tableSize, tableStatus } from "./table2x2";

export interface KappaOverDocuments extends ErrorAndInterval {
  readonly kappa: Statistic;
  /** Of Student's distribution: one less than the documents that have an item. */
  readonly degrees: number;
  /** The standard error of Fleiss, Cohen & Everitt 1969, as if every item had been drawn by itself. */
  readonly seIndependent: Statistic;
  /** How many times the variance is that of independent items. */
  readonly designEffect: Statistic;
}

/** The documents that have an item; the others say nothing. Throws RangeError for a cell that is not a count. */
export function documentsWithItems(tables: readonly Table2x2[]): readonly Table2x2[] {
  return tables.filter((table) => tableSize(checkedTable(table)) > 0);
}

/**
 * Answers: How far could kappa be from what these coders would reach on more documents of this sort?
 * Formula: Var = K/(K − 1) Σ (xᵢφᵢ)², xᵢ = nᵢ/N, φᵢ = (poᵢ − po)/(1 − pe) − (1 − po)(pe*ᵢ − 2pe)/(1 − pe)²,
 *   pe*ᵢ = p1ᵢ p2 + (1 − p1ᵢ)(1 − p2) + p2ᵢ p1 + (1 − p2ᵢ)(1 − p1); interval κ ± t SE with K − 1 degrees of freedom;
 *   design effect = (SE / SE of independent items)².
 * Shape: one 2×2 table per document; documents without an item are dropped first, K are left.
 * Unit: any; it is the interval to give for characters, which depend on one another.
 * Undefined: no-data, both-empty, both-full (kappa has no value); few-documents (fewer than two); the interval also
 *   one-empty and one-full (kappa is 0 and its standard error 0, because one coder does not vary); the design effect
 *   also one-category (independent items would have a standard error of 0, as with perfect agreement).
 * Misleads: with few documents, and badly where few of them carry the code: a code that is in one document of five
 *   gets a standard error below that of independent items. With perfect agreement it has no width, whatever the number
 *   of documents. It speaks of other documents, not of other coders.
 * Throws: RangeError for a cell that is not a count or a confidence outside (0, 1).
 * Cost: O(documents).
 * Source: Yang & Zhou 2014, Statistics in Medicine 33:2612; Vanbelle 2017, Biometrical Journal,
 *   doi 10.1002/bimj.201600093.
 * Checked: the delta method of Vanbelle's program multiagree; with one item per document and times (K − 1)/K the
 *   variance of Fleiss, Cohen & Everitt; the golden cases clusters and project.
 */
export function kappaOverDocuments(tables: readonly Table2x2[], confidence: number): KappaOverDocuments {
  const kept = documentsWithItems(tables);
  const whole = sumTables(kept);
  const kappa = cohenKappa(whole);
  const degrees = Math.max(0, kept.length - 1);
  if (kappa.kind === "undefined") {
    return { kappa, degrees, ...noError(kappa.reason), seIndependent: kappa, designEffect: kappa };
  }
  const independent = kappaItemVariance(whole) / tableSize(whole);
  const seIndependent = defined(Math.sqrt(independent));
  if (degrees === 0) {
    const designEffect = undefinedFor("few-documents");
    return { kappa, degrees, ...noError("few-documents"), seIndependent, designEffect };
  }
  const squares = kappaInfluence(whole, kept).reduce((sum, influence) => sum + influence ** 2, 0);
  const variance = (squares * kept.length) / degrees;
  const se = defined(Math.sqrt(variance));
  const status = tableStatus(whole);
  const varies = status !== "one-empty" && status !== "one-full";
  return {
    kappa,
    degrees,
    se,
    interval: varies ? tInterval(kappa, se, degrees, confidence) : noInterval(status),
    seIndependent,
    designEffect: independent > 0 ? defined(variance / independent) : undefinedFor(varies ? "one-category" : status),
  };
}
