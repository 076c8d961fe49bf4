// Gwet's AC1 and its kin for several coders with missing values, each with its linearised standard error over items.
import {
  type CountedItem,
  differingPairs,
  itemsWith,
  type RatingCounts,
  valuesByCategory,
  weightOf,
} from "./rating-counts";
import { ratingsAlpha } from "./ratings-alpha";
import { defined, type Statistic, type UndefinedReason, undefinedFor } from "./statistic";

export interface EstimateOverItems {
  readonly value: Statistic;
  readonly standardError: Statistic;
}

export interface GwetRatings {
  /** Over the items that at least two coders rated. */
  readonly percentAgreement: Statistic;
  readonly gwetAC1: EstimateOverItems;
  readonly fleissKappa: EstimateOverItems;
  readonly brennanPrediger: EstimateOverItems;
  readonly krippendorffAlpha: EstimateOverItems;
}

/**
 * Answers: How far do several coders, some of whom missed items, agree beyond the chance that they guess?
 * Formula: AC1 = (pa − pe)/(1 − pe), pa = mean over items with two or more values of Σₖ nᵢₖ(nᵢₖ − 1)/(rᵢ(rᵢ − 1)),
 *   pe = Σ πₖ(1 − πₖ)/(q − 1), πₖ = mean over items of nᵢₖ/rᵢ; with the same pa Fleiss' κ by pe = Σ πₖ², Brennan &
 *   Prediger by pe = 1/q; SE = √(Σ(uᵢ − AC1)²/(n(n − 1))), uᵢ = (n/n₂)(paᵢ − pe)/(1 − pe) − 2(1 − AC1)(peᵢ − pe)/(1 − pe)
 * Shape: items × categories, counts of coders; the list of categories matters. Items that nobody rated are left out.
 * Unit: any; the standard error only where items are independent, so never on characters.
 * Undefined: no-data (no item with two values); one-label (a single category to choose from); for Fleiss' κ and α
 *   one-category. The standard errors also few-documents (a single item).
 * Misleads: For a rare code AC1 is near 1 whatever the coders do: on characters at least .96 for every code of a large
 *   project.
 * Elsewhere: irrCAC 1.0 returns NaN where one item has no rating at all; where every value is the same it prints 1 for
 *   AC1, as here, and NA for α.
 * Throws: RangeError where ratings are not categories.
 * Cost: O(items × categories).
 * Source: Gwet 2008, Br J Math Stat Psychol 61:29–48, doi 10.1348/000711006X126600; missing values and standard errors
 *   Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.
 * Checked: irrCAC 1.0 on Gwet's raw data of four raters with missing values and on his distribution of six raters; the
 *   golden cases ratings-missing and counts.
 */
export function gwetRatings(counts: RatingCounts): GwetRatings {
  const rated = itemsWith(counts, 1);
  const paired = itemsWith(counts, 2);
  if (paired.length === 0) {
    const none = noEstimate("no-data");
    const percentAgreement = none.value;
    return { percentAgreement, gwetAC1: none, fleissKappa: none, brennanPrediger: none, krippendorffAlpha: none };
  }
  const q = counts.categories;
  const n = weightOf(rated);
  const prevalence = Array.from({ length: q }, (_, k) =>
    meanOver(rated, n, (item) => (item.counts[k] ?? 0) / item.total),
  );
  // Added up, because 1 − πₖ loses the digits of a rare code.
  const elsewhere = prevalence.map((_, k) => prevalence.reduce((sum, p, j) => sum + (j === k ? 0 : p), 0));
  const unlike = prevalence.reduce((sum, p, k) => sum + p * (elsewhere[k] ?? 0), 0);
  const disagreement = meanOver(paired, weightOf(paired), disagreementIn);

  /** `beyond` is 1 − pe, `beyondOf` the part that one value of a category has in it. */
  const estimate = (beyond: number, beyondOf: (category: number) => number): EstimateOverItems => {
    const ratio = disagreement / beyond;
    const weight = n / weightOf(paired);
    return {
      value: defined(1 - ratio),
      standardError: standardErrorOf(rated, 1 - ratio, (item) => {
        const own = item.total < 2 ? 0 : weight * (1 - disagreementIn(item) / beyond);
        const part = item.counts.reduce((sum, count, k) => sum + (count / item.total) * beyondOf(k), 0);
        return own - 2 * ratio * (1 - part / beyond);
      }),
    };
  };
  return {
    percentAgreement: defined(1 - disagreement),
    gwetAC1: q < 2 ? noEstimate("one-label") : estimate(1 - unlike / (q - 1), (k) => 1 - (elsewhere[k] ?? 0) / (q - 1)),
    fleissKappa: unlike === 0 ? noEstimate("one-category") : estimate(unlike, (k) => elsewhere[k] ?? 0),
    brennanPrediger: q < 2 ? noEstimate("one-label") : estimate(1 - 1 / q, () => 1 - 1 / q),
    krippendorffAlpha: alphaEstimate(counts, paired),
  };
}

function noEstimate(reason: UndefinedReason): EstimateOverItems {
  return { value: undefinedFor(reason), standardError: undefinedFor(reason) };
}

function meanOver(items: readonly CountedItem[], n: number, of: (item: CountedItem) => number): number {
  return items.reduce((sum, item) => sum + item.weight * of(item), 0) / n;
}

function disagreementIn(item: CountedItem): number {
  return differingPairs(item) / (item.total * (item.total - 1));
}

/** Of a mean over items, from the part that each of them has in it. */
function standardErrorOf(
  items: readonly CountedItem[],
  value: number,
  partOf: (item: CountedItem) => number,
): Statistic {
  const n = weightOf(items);
  if (n < 2) return undefinedFor("few-documents");
  return defined(Math.sqrt(meanOver(items, n, (item) => (partOf(item) - value) ** 2) / (n - 1)));
}

/** Alpha itself; its standard error is that of alpha without the correction for a small number of values. */
function alphaEstimate(counts: RatingCounts, paired: readonly CountedItem[]): EstimateOverItems {
  const value = ratingsAlpha(counts).alpha;
  if (value.kind === "undefined") return noEstimate(value.reason);
  const n = weightOf(paired);
  const mean = meanOver(paired, n, ({ total }) => total);
  const shares = valuesByCategory(paired, counts.categories).map((count) => count / (n * mean));
  const expected = shares.reduce((sum, p) => sum + p * p, 0);
  const agreed = (item: CountedItem): number => ((1 - disagreementIn(item)) * item.total) / mean;
  const observed = meanOver(paired, n, agreed);
  const uncorrected = (observed - expected) / (1 - expected);
  const standardError = standardErrorOf(paired, uncorrected, (item) => {
    const surplus = (item.total - mean) / mean;
    const own = agreed(item) - observed * surplus;
    const chance = item.counts.reduce((sum, count, k) => sum + count * (shares[k] ?? 0), 0) / mean - expected * surplus;
    return (own - expected - 2 * (1 - uncorrected) * (chance - expected)) / (1 - expected);
  });
  return { value, standardError };
}
