// The bootstrap interval of Cohen's kappa over documents, of one code or of many at once.
import { type BootstrapEstimate, bootstrapEstimate } from "./bootstrap-estimate";
import { cohenKappa } from "./cohen-kappa";
import { noError, noInterval } from "./interval";
import { documentsWithItems } from "./kappa-over-documents";
import { type BootstrapOptions, type DocumentResamples, resampleDocuments } from "./resample-documents";
import { emptyResampledTables, fillResampledTables } from "./resampled-tables";
import { sumTables, type Table2x2, tableStatus } from "./table2x2";

/**
 * Answers: Between which values would kappa mostly fall if documents like these were drawn again?
 * Formula: K documents are drawn with replacement and whole, their tables added and kappa computed, B times; the
 *   standard error is the standard deviation of the B kappas, the interval their percentiles (type 7).
 * Shape: one 2×2 table per document; documents without an item are dropped first, K are left.
 * Unit: any.
 * Undefined: no-data, both-empty, both-full (kappa has no value); few-documents (fewer than two); no-replicate (fewer
 *   than two replicates have a value); the interval also one-empty and one-full (one coder does not vary). Replicates
 *   without a value are dropped and counted.
 * Misleads: with few documents the percentiles lie too close together; the linearised or the jackknife interval with
 *   Student's t is then the safer one. Many dropped replicates mean that few documents carry the code.
 * Throws: RangeError for a cell that is not a count, a confidence outside (0, 1) or replicates below 1.
 * Cost: O(replicates × documents with the code), and the sorting of the replicates.
 * Source: Field & Welsh 2007, Journal of the Royal Statistical Society B 69:369–390; Vanbelle & Albert 2008; Kang,
 *   Qaqish, Monaco, Sheridan & Cai 2013, Statistics in Medicine 32:3700.
 * Checked: a plain implementation that draws one document after the other; the golden cases clusters. The stream is
 *   mulberry32(seed), begun anew for each code, the index floor(u · K): any program can repeat it to the bit.
 */
export function bootstrapKappa(
  tables: readonly Table2x2[],
  options: BootstrapOptions & { readonly confidence: number },
): BootstrapEstimate {
  return bootstrapKappas([tables], options)[0] ?? { ...options, undefinedReplicates: 0, ...noError("no-data") };
}

/** Of many codes: those with the same number of documents share their resamples, because the stream is the same. */
export function bootstrapKappas(
  tablesByCode: readonly (readonly Table2x2[])[],
  options: BootstrapOptions & { readonly confidence: number },
): BootstrapEstimate[] {
  const { replicates, confidence } = options;
  const drawn = new Map<number, DocumentResamples>();
  const sums = emptyResampledTables(replicates);
  const { both, first, second, size } = sums;
  const values = new Float64Array(replicates);
  return tablesByCode.map((tables) => {
    const kept = documentsWithItems(tables);
    const whole = sumTables(kept);
    const kappa = cohenKappa(whole);
    // Where the whole has no value, no resample of it has.
    if (kappa.kind === "undefined") return { replicates, undefinedReplicates: replicates, ...noError(kappa.reason) };
    if (kept.length < 2) return { replicates, undefinedReplicates: 0, ...noError("few-documents") };
    const resamples = drawn.get(kept.length) ?? resampleDocuments(kept.length, options);
    drawn.set(kept.length, resamples);
    fillResampledTables(sums, kept, resamples);
    let count = 0;
    for (let r = 0; r < replicates; r++) {
      const [one, two, n] = [first[r] as number, second[r] as number, size[r] as number];
      const chance = one * (n - two) + two * (n - one);
      if (chance > 0) values[count++] = 1 - (n * (one + two - 2 * (both[r] as number))) / chance;
    }
    const estimate = bootstrapEstimate(values, count, replicates, confidence);
    const status = tableStatus(whole);
    if (estimate.se.kind === "undefined" || (status !== "one-empty" && status !== "one-full")) return estimate;
    return { ...estimate, interval: noInterval(status) };
  });
}
