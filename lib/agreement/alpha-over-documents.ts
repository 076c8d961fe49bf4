// Intervals over documents of Krippendorff's alpha of one code, for any number of coders.
import type { FigureIntervals } from "./across-intervals";
import type { BootstrapEstimate } from "./bootstrap-estimate";
import { bootstrapOverDocuments } from "./bootstrap-over-documents";
import { noError } from "./interval";
import { jackknifeEstimate } from "./jackknife-estimate";
import type { IntervalOptions } from "./kappa-intervals";
import { itemsWith, type RatingCounts } from "./rating-counts";
import { defined, type Statistic, undefinedFor } from "./statistic";

/** What one document adds: pairs that differ over one less than their coders, and the values with and without the code. */
type AlphaSums = readonly [differing: number, given: number, notGiven: number];

export interface AlphaIntervals extends FigureIntervals {
  /** Documents with a value beside another of the same item: what the intervals are over. */
  readonly documents: number;
  readonly documentsWithCode: number;
}

/**
 * Answers: How far could alpha be from what these coders would reach on more documents of this sort?
 * Formula: α = 1 − (n − 1) o / (n₁ n₀) with o = Σ s(m − s)/(m − 1) over items that s of m coders gave the code; its three
 *   sums add up over documents. Jackknife over documents: α ± t SE with K − 1 degrees of freedom; bootstrap over
 *   documents: percentiles.
 * Shape: for each document the ratings of one code, 1 or 0; documents without a pairable value are dropped first.
 * Unit: any.
 * Undefined: no-data (no pairable value); both-empty, both-full (nothing varies); few-documents (fewer than two);
 *   undefined-without-one; no-replicate.
 * Misleads: with few documents the percentiles of the bootstrap lie too close together.
 * Throws: RangeError for a confidence outside (0, 1).
 * Cost: O(documents), with a bootstrap times the replicates.
 * Source: Hayes & Krippendorff 2007, Communication Methods and Measures 1:77–89; Zapf, Castell, Morawietz & Karch 2016,
 *   BMC Medical Research Methodology 16:93. Both resample items; here documents, because items of one are not independent.
 * Checked: for two coders against the alpha of the documents' tables left out and drawn one by one.
 */
export function alphaOverDocuments(documents: readonly RatingCounts[], options: IntervalOptions): AlphaIntervals {
  const kept = documents.map(sumsOf).filter(([, given, notGiven]) => given + notGiven > 0);
  const whole = total(kept);
  const value = alphaOf(whole);
  const without = kept.map((document) => {
    const alpha = alphaOf(whole.map((sum, i) => sum - (document[i] ?? 0)));
    return alpha.kind === "defined" ? alpha.value : null;
  });
  return {
    value,
    documents: kept.length,
    documentsWithCode: kept.filter(([, given]) => given > 0).length,
    jackknife: jackknifeEstimate(value, without, options.confidence),
    bootstrap: options.bootstrap ? bootstrapOf(kept, value, options, options.bootstrap) : null,
  };
}

function sumsOf(counts: RatingCounts): AlphaSums {
  let [differing, given, notGiven] = [0, 0, 0];
  for (const { weight, counts: by, total: coders } of itemsWith(counts, 2)) {
    const s = by[1] ?? 0;
    differing += (weight * s * (coders - s)) / (coders - 1);
    given += weight * s;
    notGiven += weight * (coders - s);
  }
  return [differing, given, notGiven];
}

function total(documents: readonly AlphaSums[]): number[] {
  return documents.reduce<number[]>((sums, document) => sums.map((sum, i) => sum + (document[i] ?? 0)), [0, 0, 0]);
}

function alphaOf([differing = 0, given = 0, notGiven = 0]: readonly number[]): Statistic {
  if (given + notGiven === 0) return undefinedFor("no-data");
  if (given === 0) return undefinedFor("both-empty");
  if (notGiven === 0) return undefinedFor("both-full");
  return defined(1 - ((given + notGiven - 1) * differing) / (given * notGiven));
}

function bootstrapOf(
  documents: readonly AlphaSums[],
  value: Statistic,
  { confidence }: IntervalOptions,
  bootstrap: NonNullable<IntervalOptions["bootstrap"]>,
): BootstrapEstimate {
  const { replicates } = bootstrap;
  if (value.kind === "undefined") return { replicates, undefinedReplicates: replicates, ...noError(value.reason) };
  if (documents.length < 2) return { replicates, undefinedReplicates: 0, ...noError("few-documents") };
  return bootstrapOverDocuments(
    documents,
    (sums) => {
      const alpha = alphaOf(sums);
      return alpha.kind === "defined" ? alpha.value : null;
    },
    { ...bootstrap, confidence },
  );
}
