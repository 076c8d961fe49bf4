// Ratings: items, each with one category or nothing from each coder, and a weight that lets one item stand for many.

/** How many alike items it stands for, and the category of each coder as an index, null where they gave none. */
export interface RatedItem {
  readonly weight: number;
  readonly values: readonly (number | null)[];
}

/**
 * The list of categories is the codebook's, used or not: figures that divide chance equally among the categories
 * depend on how many there are. A pattern that 850,000 characters share is one item of that weight.
 */
export interface Ratings {
  readonly coders: number;
  readonly categories: number;
  readonly items: readonly RatedItem[];
  /** The number that each category stands for, in rising order; interval and ratio levels need them. */
  readonly scores?: readonly number[];
}

/** Returns the ratings; throws RangeError for a weight that is not a count and for a value that is not a category. */
export function checkedRatings(ratings: Ratings): Ratings {
  const { coders, categories, items } = ratings;
  for (const { weight, values } of items) {
    if (!isCount(weight)) throw new RangeError(`the weight of an item is ${weight}, not a count`);
    if (values.length !== coders) throw new RangeError(`an item has ${values.length} values for ${coders} coders`);
    for (const value of values) {
      if (value !== null && !(isCount(value) && value < categories)) {
        throw new RangeError(`a value is ${value}, not one of ${categories} categories`);
      }
    }
  }
  return ratings;
}

export function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

/** The items that every coder rated; without a second coder nothing is compared and there are none. */
export function completeItems({ coders, items }: Ratings): RatedItem[] {
  return items.filter(({ weight, values }) => weight > 0 && coders > 1 && !values.includes(null));
}

export type RatingLabel = string | number;

/**
 * From rows of labels, one for each item. The categories are `labels`, or those that occur: numbers by size, then words
 * by spelling. Throws RangeError for a label that is not among `labels`.
 */
export function ratingsOfLabels(
  rows: readonly (readonly (RatingLabel | null)[])[],
  labels: readonly RatingLabel[] = labelsIn(rows),
): Ratings {
  const indexes = new Map(labels.map((label, i) => [label, i]));
  const scores = labels.filter((label) => typeof label === "number");
  return {
    coders: Math.max(0, ...rows.map((row) => row.length)),
    categories: labels.length,
    items: rows.map((row) => ({ weight: 1, values: row.map((label) => indexOf(label, indexes)) })),
    ...(scores.length === labels.length && { scores }),
  };
}

function indexOf(label: RatingLabel | null, indexes: ReadonlyMap<RatingLabel, number>): number | null {
  if (label === null) return null;
  const index = indexes.get(label);
  if (index === undefined) throw new RangeError(`${label} is not among the ${indexes.size} categories`);
  return index;
}

function labelsIn(rows: readonly (readonly (RatingLabel | null)[])[]): RatingLabel[] {
  const labels = [...new Set(rows.flat())].filter((label) => label !== null);
  const words = labels.filter((label) => typeof label === "string").sort();
  return [...labels.filter((label) => typeof label === "number").sort((a, b) => a - b), ...words];
}
