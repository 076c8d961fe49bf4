// Krippendorff's alpha of several coders with missing values, at the nominal, ordinal, interval and ratio level.
import { itemsWith, type RatingCounts, valuesByCategory } from "./rating-counts";
import { defined, type Statistic, undefinedFor } from "./statistic";

export type MeasurementLevel = "nominal" | "ordinal" | "interval" | "ratio";

export interface RatingsAlpha {
  /** Do, the mean squared difference of two values of one item. */
  readonly observedDisagreement: Statistic;
  /** De, the mean squared difference of any two values. */
  readonly expectedDisagreement: Statistic;
  readonly alpha: Statistic;
  /** The values that stand beside another of the same item. */
  readonly pairableValues: number;
}

/**
 * Answers: How far do any number of coders, each of whom may have missed items, agree beyond chance?
 * Formula: α = 1 − Do/De = 1 − (n − 1) Σ o(c,k) δ²(c,k) / Σ n(c) n(k) δ²(c,k), o(c,k) = Σ over items of (pairs c–k) /
 *   (values of the item − 1), n(c) the values in category c, n all; δ² nominal 1, ordinal (Σ n(g) from c to k −
 *   (n(c) + n(k))/2)², interval (c − k)², ratio ((c − k)/(c + k))²
 * Shape: items × categories, counts of coders, with at least two values on an item; others are set aside. Scores of the
 *   categories for interval and ratio, their order for ordinal.
 * Unit: any.
 * Undefined: no-data (no item with two values); one-category (every value in the same).
 * Misleads: For a rare code a few disagreements bring it near 0. On characters n is so large that it is Scott's π.
 * Elsewhere: R irr 0.84.1 kripp.alpha is wrong for more than two coders without missing values (a pair counts 1 instead
 *   of 1/(m − 1)): −.0324 on its anxiety data, where −.0237 is right; DescTools took the code over. NLTK, DKPro and irr
 *   print 1 where every value is the same; fast-krippendorff raises an error or prints nan. ATLAS.ti's α-binary is α of
 *   a theme with all below it, on characters; its correction of De is not published.
 * Throws: RangeError where ratings are not categories, for interval and ratio without a rising score for each category,
 *   and for ratio with a negative one.
 * Cost: O(items × categories²).
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; Hayes & Krippendorff 2007, Commun Methods Meas
 *   1:77–89, doi 10.1080/19312450709336664.
 * Checked: Krippendorff 2011 ex. B and C at four levels; Krippendorff 2004 p. 224; Wikipedia's three coders; irr's
 *   anxiety data; the golden cases ratings and ratings-missing.
 */
export function ratingsAlpha(counts: RatingCounts, level: MeasurementLevel = "nominal"): RatingsAlpha {
  const items = itemsWith(counts, 2);
  const byCategory = valuesByCategory(items, counts.categories);
  const difference = differenceOf(level, byCategory, counts.scores);
  const n = byCategory.reduce((sum, count) => sum + count, 0);
  if (n === 0) {
    const none = undefinedFor("no-data");
    return { observedDisagreement: none, expectedDisagreement: none, alpha: none, pairableValues: 0 };
  }
  const ofPairs = (counted: readonly number[]): number => {
    let sum = 0;
    for (const [c, count] of counted.entries()) {
      if (count === 0) continue;
      for (let k = 0; k < c; k++) sum += 2 * count * (counted[k] ?? 0) * difference(k, c);
    }
    return sum;
  };
  const within = items.reduce((sum, { weight, counts: of, total }) => sum + (weight * ofPairs(of)) / (total - 1), 0);
  const observed = within / n;
  const expected = ofPairs(byCategory) / n / (n - 1);
  return {
    observedDisagreement: defined(observed),
    expectedDisagreement: defined(expected),
    alpha: expected === 0 ? undefinedFor("one-category") : defined(1 - observed / expected),
    pairableValues: n,
  };
}

/** The squared difference of the categories `low` < `high`. */
function differenceOf(
  level: MeasurementLevel,
  byCategory: readonly number[],
  scores?: readonly number[],
): (low: number, high: number) => number {
  if (level === "nominal") return () => 1;
  if (level === "ordinal") {
    const upTo = [0];
    for (const count of byCategory) upTo.push((upTo.at(-1) ?? 0) + count);
    return (low, high) => {
      const span = (upTo[high + 1] ?? 0) - (upTo[low] ?? 0);
      return (span - ((byCategory[low] ?? 0) + (byCategory[high] ?? 0)) / 2) ** 2;
    };
  }
  const scored = checkedScores(level, byCategory.length, scores);
  return (low, high) => {
    const [a, b] = [scored[low] ?? 0, scored[high] ?? 0];
    return level === "interval" ? (b - a) ** 2 : ((b - a) / (b + a)) ** 2;
  };
}

function checkedScores(level: MeasurementLevel, categories: number, scores: readonly number[] = []): readonly number[] {
  if (scores.length !== categories) throw new RangeError(`${scores.length} scores for ${categories} categories`);
  for (const [i, score] of scores.entries()) {
    if (!Number.isFinite(score) || score <= (scores[i - 1] ?? -Infinity)) {
      throw new RangeError(`the score ${score} does not rise`);
    }
    if (level === "ratio" && score < 0) throw new RangeError(`the score ${score} is negative on a ratio level`);
  }
  return scores;
}
