// Randolph's free-marginal kappa of several coders: chance is an equal share for every category.

import type { RatingCounts } from "./rating-counts";
import { pairwisePercentAgreement } from "./ratings-agreement";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How far do several coders agree beyond what picking among the categories blindly would give?
 * Formula: κ = (po − 1/q)/(1 − 1/q), po the mean agreement over pairs of coders, q the number of categories
 * Shape: items × categories, counts of coders; only items that every coder rated; the list of categories matters.
 * Unit: any.
 * Undefined: no-data (no item that all of two or more coders rated); one-label (a single category to choose from).
 * Misleads: Categories that nobody uses raise it, and for a rare code it is near 1 whatever the coders do.
 * Throws: RangeError where ratings are not categories.
 * Cost: O(items × categories).
 * Source: Randolph 2005, Joensuu Learning and Instruction Symposium; for two coders Brennan & Prediger 1981, Educ
 *   Psychol Meas 41:687–699, doi 10.1177/001316448104100307.
 * Checked: Randolph 2005 p. 17 and his online calculator; Warrens 2010 p. 284; the golden cases ratings and counts.
 */
export function randolphKappa(counts: RatingCounts): Statistic {
  const observed = pairwisePercentAgreement(counts);
  if (observed.kind === "undefined") return observed;
  const { categories } = counts;
  if (categories < 2) return undefinedFor("one-label");
  return defined(1 - (1 - observed.value) / (1 - 1 / categories));
}
