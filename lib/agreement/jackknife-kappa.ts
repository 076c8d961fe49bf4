// The jackknife standard error of Cohen's kappa over documents.
import { cohenKappa } from "./cohen-kappa";
import { noInterval } from "./interval";
import { type JackknifeEstimate, jackknifeEstimate } from "./jackknife-estimate";
import { documentsWithItems } from "./kappa-over-documents";
import { valueOrNull } from "./statistic";
import { sumTables, type Table2x2, tableStatus } from "./table2x2";

/**
 * Answers: How much does kappa hang on any single document?
 * Formula: SE = √((K − 1)/K Σ (κ₍ᵢ₎ − mean κ₍.₎)²), κ₍ᵢ₎ the kappa without document i; interval κ ± t SE with K − 1
 *   degrees of freedom.
 * Shape: one 2×2 table per document; documents without an item are dropped first, K are left.
 * Unit: any.
 * Undefined: no-data, both-empty, both-full (kappa has no value); few-documents (fewer than two);
 *   undefined-without-one (without one of the documents kappa has no value, so that this document carries it alone); the
 *   interval also one-empty and one-full (one coder does not vary).
 * Misleads: as the linearised standard error does; it is usually a little wider.
 * Throws: RangeError for a cell that is not a count or a confidence outside (0, 1).
 * Cost: O(documents).
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 11.
 * Checked: the golden cases clusters.
 */
export function jackknifeKappa(tables: readonly Table2x2[], confidence: number): JackknifeEstimate {
  const kept = documentsWithItems(tables);
  const whole = sumTables(kept);
  const without = kept.map((table) =>
    valueOrNull(
      cohenKappa({
        both: whole.both - table.both,
        onlyFirst: whole.onlyFirst - table.onlyFirst,
        onlySecond: whole.onlySecond - table.onlySecond,
        neither: whole.neither - table.neither,
      }),
    ),
  );
  const estimate = jackknifeEstimate(cohenKappa(whole), without, confidence);
  const status = tableStatus(whole);
  if (estimate.se.kind === "undefined" || (status !== "one-empty" && status !== "one-full")) return estimate;
  return { ...estimate, interval: noInterval(status) };
}
