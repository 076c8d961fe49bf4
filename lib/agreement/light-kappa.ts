// Light's kappa: the mean of Cohen's kappa over the pairs of coders.
import { cohenKappa } from "./cohen-kappa";
import { confusionKappa } from "./confusion-kappa";
import type { ConfusionMatrix } from "./confusion-matrix";
import { checkedRatings, completeItems, type RatedItem, type Ratings } from "./ratings";
import { defined, type Statistic, undefinedFor } from "./statistic";

export interface LightKappa {
  /** Undefined as soon as one pair is. */
  readonly kappa: Statistic;
  /** The mean of the pairs that have a value; say how many beside it. */
  readonly kappaOfDefined: Statistic;
  readonly pairsDefined: number;
  /** First with second, first with third, …, second with third, …; empty where nothing is compared. */
  readonly pairwise: readonly Statistic[];
}

/**
 * Answers: How far do two of the coders agree beyond chance, on average over the pairs of coders?
 * Formula: κ = mean over the pairs of coders of Cohen's κ
 * Shape: items × coders, one category each; only items that every coder rated.
 * Unit: any.
 * Undefined: no-data (no item that all of two or more coders rated); one-category (every value in the same);
 *   undefined-pair (two of the coders never varied): the mean over the others is given beside it, with their count.
 * Misleads: A mean hides the pair that does not agree: look at the pairs. The mean over defined pairs leaves out those
 *   who never used the code.
 * Elsewhere: R irr 0.84.1 kappam.light stops with an error where a pair has no κ.
 * Throws: RangeError where ratings are not categories.
 * Cost: O(coders² × (items + categories²)).
 * Source: Light 1971, Psychol Bull 76:365–377, doi 10.1037/h0031643.
 * Checked: Fleiss 1971's data as irr prints it; Warrens 2010 p. 284; irr's anxiety data pair by pair; the golden cases
 *   ratings.
 */
export function lightKappa(ratings: Ratings): LightKappa {
  const items = completeItems(checkedRatings(ratings));
  if (items.length === 0) {
    const none = undefinedFor("no-data");
    return { kappa: none, kappaOfDefined: none, pairsDefined: 0, pairwise: [] };
  }
  const pairwise: Statistic[] = [];
  for (let i = 0; i < ratings.coders; i++) {
    for (let j = i + 1; j < ratings.coders; j++) {
      pairwise.push(kappaOfPair(confusionOf(items, ratings.categories, i, j)));
    }
  }
  const values = pairwise.flatMap((kappa) => (kappa.kind === "defined" ? [kappa.value] : []));
  // All pairs are undefined only where every coder gave everything one and the same category.
  const mean =
    values.length === 0
      ? undefinedFor("one-category")
      : defined(values.reduce((sum, value) => sum + value, 0) / values.length);
  const partial = values.length > 0 && values.length < pairwise.length;
  return {
    kappa: partial ? undefinedFor("undefined-pair") : mean,
    kappaOfDefined: mean,
    pairsDefined: values.length,
    pairwise,
  };
}

/** The confusion matrix of two of the coders, over the items that every coder rated. */
export function pairMatrix(ratings: Ratings, first: number, second: number): ConfusionMatrix {
  return confusionOf(completeItems(checkedRatings(ratings)), ratings.categories, first, second);
}

function confusionOf(items: readonly RatedItem[], categories: number, first: number, second: number): number[][] {
  const matrix = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  for (const { weight, values } of items) {
    const [row, column] = [matrix[values[first] ?? -1], values[second] ?? -1];
    if (row && column >= 0) row[column] = (row[column] ?? 0) + weight;
  }
  return matrix;
}

/** With two categories by the 2×2 table, whose kappa is exact at any size. */
function kappaOfPair(matrix: ConfusionMatrix): Statistic {
  if (matrix.length !== 2) return confusionKappa(matrix);
  const [[both = 0, onlyFirst = 0] = [], [onlySecond = 0, neither = 0] = []] = matrix;
  const kappa = cohenKappa({ both, onlyFirst, onlySecond, neither });
  return kappa.kind === "undefined" ? undefinedFor("one-category") : kappa;
}
