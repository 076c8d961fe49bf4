// Agreement of several coders without a correction for chance: mean over pairs, of all at once, on one category.
import { differingPairs, itemsWith, type RatingCounts, valuesByCategory, weightOf } from "./rating-counts";
import { isCount } from "./ratings";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: On what share of the items do two of the coders agree, on average over the pairs of coders?
 * Formula: po = mean over items of Σₖ nᵢₖ(nᵢₖ − 1) / (m(m − 1)), nᵢₖ of m coders having chosen category k
 * Shape: items × categories, counts of coders; only items that every coder rated.
 * Unit: any.
 * Undefined: no-data (no item that all of two or more coders rated).
 * Misleads: On characters, and for rare codes on any unit, it is near 1 whatever the coders do.
 * Throws: RangeError where ratings are not categories.
 * Cost: O(items × categories).
 * Source: Fleiss 1971, Psychol Bull 76:378–382, doi 10.1037/h0031619.
 * Checked: Fleiss 1971; Warrens 2012; the golden cases ratings.
 */
export function pairwisePercentAgreement(counts: RatingCounts): Statistic {
  const items = itemsWith(counts);
  if (items.length === 0) return undefinedFor("no-data");
  const pairs = weightOf(items) * counts.coders * (counts.coders - 1);
  return defined(1 - items.reduce((sum, item) => sum + item.weight * differingPairs(item), 0) / pairs);
}

/**
 * Answers: On what share of the items do all coders agree?
 * Formula: items with one category from all m coders / items
 * Shape: items × categories, counts of coders; only items that every coder rated.
 * Unit: any.
 * Undefined: no-data (no item that all of two or more coders rated).
 * Misleads: It falls as coders are added, whatever their quality: compare only teams of one size.
 * Throws: RangeError where ratings are not categories.
 * Cost: O(items × categories).
 * Source: the definition itself.
 * Checked: by hand on Fleiss 1971 (5 of 30 items); the golden cases ratings.
 */
export function agreementOfAll(counts: RatingCounts): Statistic {
  const items = itemsWith(counts);
  if (items.length === 0) return undefinedFor("no-data");
  return defined(weightOf(items.filter((item) => differingPairs(item) === 0)) / weightOf(items));
}

/**
 * Answers: Where one coder chose this category, how often did another choose it too, on average over the pairs?
 * Formula: Σᵢ nᵢₖ(nᵢₖ − 1) / Σᵢ nᵢₖ(m − 1); positive agreement for "coded", negative agreement for "not coded"
 * Shape: items × categories, counts of coders, and one category; only items that every coder rated.
 * Unit: any; on characters the positive one is the honest headline, because uncoded text does not enter it.
 * Undefined: no-data (no item that all of two or more coders rated); not-used (nobody chose the category).
 * Misleads: Nothing is taken off for chance: a category that everybody uses often agrees often.
 * Throws: RangeError where ratings are not categories, and for a category that is not among them.
 * Cost: O(items × categories).
 * Source: Cicchetti & Feinstein 1990, J Clin Epidemiol 43:551–558, doi 10.1016/0895-4356(90)90159-M, for two coders;
 *   summed over the pairs of coders for more.
 * Checked: the two-coder form on a table; the golden cases project.
 */
export function specificAgreement(counts: RatingCounts, category: number): Statistic {
  if (!isCount(category) || category >= counts.categories) {
    throw new RangeError(`${category} is not one of ${counts.categories} categories`);
  }
  const items = itemsWith(counts);
  if (items.length === 0) return undefinedFor("no-data");
  const chosen = valuesByCategory(items, counts.categories)[category] ?? 0;
  if (chosen === 0) return undefinedFor("not-used");
  const agreed = items.reduce((sum, { weight, counts: of }) => {
    const count = of[category] ?? 0;
    return sum + weight * count * (count - 1);
  }, 0);
  return defined(agreed / (chosen * (counts.coders - 1)));
}
