// Rating counts: how many coders gave each item each category, which is all that most figures on several coders need.
import { checkedRatings, isCount, type Ratings } from "./ratings";

export interface CountedItem {
  /** How many alike items it stands for. */
  readonly weight: number;
  /** By category. */
  readonly counts: readonly number[];
  /** The coders who rated it. */
  readonly total: number;
}

export interface RatingCounts {
  readonly coders: number;
  readonly categories: number;
  readonly items: readonly CountedItem[];
  /** The number that each category stands for, in rising order; interval and ratio levels need them. */
  readonly scores?: readonly number[];
}

/** Who gave what is lost, how many did is kept. Throws RangeError as checkedRatings does. */
export function countsOfRatings(ratings: Ratings): RatingCounts {
  const { coders, categories, items, scores } = checkedRatings(ratings);
  const counted = items.map(({ weight, values }): CountedItem => {
    const counts = new Array<number>(categories).fill(0);
    let total = 0;
    for (const value of values) {
      if (value === null) continue;
      counts[value] = (counts[value] ?? 0) + 1;
      total++;
    }
    return { weight, counts, total };
  });
  return { coders, categories, items: counted, ...(scores && { scores }) };
}

/**
 * From a table of items × categories. Without `coders` it is the largest number that any item had.
 * Throws RangeError for a row of another length, a number that is not a count and an item with more than all coders.
 */
export function countsOfTable(table: readonly (readonly number[])[], coders?: number): RatingCounts {
  const categories = table[0]?.length ?? 0;
  const items = table.map((counts): CountedItem => {
    if (counts.length !== categories) throw new RangeError(`a row of ${counts.length} among ${categories} categories`);
    for (const count of counts) if (!isCount(count)) throw new RangeError(`a cell is ${count}, not a count`);
    return { weight: 1, counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  const most = Math.max(0, ...items.map(({ total }) => total));
  if (coders !== undefined && most > coders) throw new RangeError(`an item has ${most} values for ${coders} coders`);
  return { coders: coders ?? most, categories, items };
}

/** The items with at least `least` values; by default those that every coder rated, of which there are two or more. */
export function itemsWith(counts: RatingCounts, least: number = Math.max(2, counts.coders)): CountedItem[] {
  return counts.items.filter(({ weight, total }) => weight > 0 && total >= least);
}

export function weightOf(items: readonly { readonly weight: number }[]): number {
  return items.reduce((sum, { weight }) => sum + weight, 0);
}

/** How many values fell into each category. */
export function valuesByCategory(items: readonly CountedItem[], categories: number): number[] {
  const sums = new Array<number>(categories).fill(0);
  for (const { weight, counts } of items) {
    for (const [k, count] of counts.entries()) sums[k] = (sums[k] ?? 0) + weight * count;
  }
  return sums;
}

/** Of the ordered pairs of an item's values, how many differ. */
export function differingPairs({ counts, total }: CountedItem): number {
  return counts.reduce((sum, count) => sum + count * (total - count), 0);
}
