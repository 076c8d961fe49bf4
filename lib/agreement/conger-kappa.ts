// Conger's kappa: several coders, each with their own rates of using the categories.

import { weightOf } from "./rating-counts";
import { checkedRatings, completeItems, type Ratings } from "./ratings";
import { defined, type Statistic, undefinedFor } from "./statistic";

export interface CongerKappa {
  readonly observed: Statistic;
  readonly expected: Statistic;
  readonly kappa: Statistic;
}

/**
 * Answers: How far do more than two coders agree beyond what each coder's own use of the categories gives by chance?
 * Formula: κ = (po − pe)/(1 − pe), po the mean over pairs of coders of their agreement, pe the mean over pairs (i, j)
 *   of Σₖ pᵢₖ pⱼₖ
 * Shape: items × coders, one category each; only items that every coder rated.
 * Unit: any.
 * Undefined: no-data (no item that all of two or more coders rated); one-category (every value in the same).
 * Misleads: Items that one coder did not rate drop out. Coders who use a category at different rates lower what chance
 *   gives, and so raise it. With two coders it is Cohen's κ.
 * Elsewhere: R irr prints it as kappam.fleiss with exact = TRUE.
 * Throws: RangeError where ratings are not categories.
 * Cost: O(items × coders² + coders² × categories).
 * Source: Conger 1980, Psychol Bull 88:322–328, doi 10.1037/0033-2909.88.2.322; the same as Hubert 1977 and Davies &
 *   Fleiss 1982.
 * Checked: Fleiss 1971's data as irr prints it; Warrens 2010 p. 284; Warrens 2012 p. 9; Cohen's κ of a table for two
 *   coders; the golden cases ratings.
 */
export function congerKappa(ratings: Ratings): CongerKappa {
  const items = completeItems(checkedRatings(ratings));
  const { coders, categories } = ratings;
  if (items.length === 0) {
    const none = undefinedFor("no-data");
    return { observed: none, expected: none, kappa: none };
  }
  const uses = Array.from({ length: coders }, () => new Array<number>(categories).fill(0));
  let differing = 0;
  for (const { weight, values } of items) {
    for (const [i, value] of values.entries()) {
      const own = uses[i];
      if (own && value !== null) own[value] = (own[value] ?? 0) + weight;
      for (let j = 0; j < i; j++) if (values[j] !== value) differing += weight;
    }
  }
  const n = weightOf(items);
  const pairs = (coders * (coders - 1)) / 2;
  const disagreement = differing / n / pairs;
  let byChance = 0;
  for (const [i, first] of uses.entries()) {
    for (const second of uses.slice(0, i)) {
      for (const [k, count] of first.entries()) byChance += (count / n) * ((n - (second[k] ?? 0)) / n);
    }
  }
  byChance /= pairs;
  return {
    observed: defined(1 - disagreement),
    expected: defined(1 - byChance),
    kappa: byChance === 0 ? undefinedFor("one-category") : defined(1 - disagreement / byChance),
  };
}
