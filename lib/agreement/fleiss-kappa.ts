// Fleiss' kappa of several coders, with its parts, its categories and its standard error under no agreement.
import { differingPairs, itemsWith, type RatingCounts, valuesByCategory, weightOf } from "./rating-counts";
import { defined, type Statistic, undefinedFor } from "./statistic";

export interface FleissKappa {
  readonly observed: Statistic;
  readonly expected: Statistic;
  readonly kappa: Statistic;
  /** For the test of κ = 0 alone, never for an interval. */
  readonly standardErrorUnderNull: Statistic;
  /** One for each category, in their order. */
  readonly perCategory: readonly Statistic[];
}

/**
 * Answers: How far do more than two coders agree beyond what the team's overall use of the categories gives by chance?
 * Formula: κ = (po − pe)/(1 − pe), po = mean of Σₖ nᵢₖ(nᵢₖ − 1)/(m(m − 1)), pe = Σ pₖ², pₖ the share of all values in
 *   category k; of one category κₖ = 1 − Σᵢ nᵢₖ(m − nᵢₖ)/(N m(m − 1) pₖ(1 − pₖ));
 *   SE under κ = 0: √2/(S√(N m(m − 1))) · √(S² − Σ pₖqₖ(qₖ − pₖ)), qₖ = 1 − pₖ, S = Σ pₖqₖ
 * Shape: items × categories, counts of coders; only items that every coder rated.
 * Unit: any.
 * Undefined: no-data (no item that all of two or more coders rated); one-category (every value in the same). Of one
 *   category also not-used.
 * Misleads: Items that one coder did not rate drop out, which with uneven work can be most of them; coders may differ
 *   in how often they use a category and still be counted as one pool. With two coders it is Scott's π, not Cohen's κ.
 * Elsewhere: INCEpTION and DKPro drop a position that only one coder marked, so disagreement about where is not seen.
 *   irrCAC 1.0 returns NaN where one item has no rating at all.
 * Throws: RangeError where ratings are not categories.
 * Cost: O(items × categories). Nothing is subtracted from 1 before it is summed, so rare codes lose no digits.
 * Source: Fleiss 1971, Psychol Bull 76:378–382, doi 10.1037/h0031619; the standard error Fleiss, Nee & Landis 1979,
 *   Psychol Bull 86:974–977.
 * Checked: Fleiss 1971 with its categories; Warrens 2010 p. 284; Randolph 2005 p. 17; Mieskes 2009 p. 58; Scott's π of
 *   a table for two coders; the golden cases ratings and counts.
 */
export function fleissKappa(counts: RatingCounts): FleissKappa {
  const items = itemsWith(counts);
  const { coders, categories } = counts;
  if (items.length === 0) {
    const none = undefinedFor("no-data");
    const perCategory = new Array<Statistic>(categories).fill(none);
    return { observed: none, expected: none, kappa: none, standardErrorUnderNull: none, perCategory };
  }
  const values = valuesByCategory(items, categories);
  const all = weightOf(items) * coders;
  const pairs = all * (coders - 1);
  const shares = values.map((count) => ({ p: count / all, q: (all - count) / all }));
  const byChance = shares.reduce((sum, { p, q }) => sum + p * q, 0);
  const disagreement = items.reduce((sum, item) => sum + item.weight * differingPairs(item), 0) / pairs;
  const skew = shares.reduce((sum, { p, q }) => sum + p * q * (q - p), 0);
  const same = undefinedFor("one-category");
  return {
    observed: defined(1 - disagreement),
    expected: defined(1 - byChance),
    kappa: byChance === 0 ? same : defined(1 - disagreement / byChance),
    standardErrorUnderNull:
      byChance === 0 ? same : defined(Math.sqrt((2 * Math.max(0, byChance ** 2 - skew)) / pairs) / byChance),
    perCategory: shares.map(({ p, q }, k) => {
      if (p === 0) return undefinedFor("not-used");
      if (q === 0) return same;
      const split = items.reduce((sum, { weight, counts: of }) => {
        const count = of[k] ?? 0;
        return sum + weight * count * (coders - count);
      }, 0);
      return defined(1 - split / (pairs * p * q));
    }),
  };
}
