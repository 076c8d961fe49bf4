// Distances between two sets of labels, and Krippendorff's alpha with them for two coders.
import { defined, type Statistic, undefinedFor } from "./statistic";

export type LabelSet = ReadonlySet<string>;

function shared(a: LabelSet, b: LabelSet): number {
  let count = 0;
  for (const label of a) if (b.has(label)) count++;
  return count;
}

/** 0 for the same set, otherwise 1. */
export function nominalDistance(a: LabelSet, b: LabelSet): number {
  return a.size === b.size && shared(a, b) === a.size ? 0 : 1;
}

/** One minus the share of the labels that both sets hold; 0 for two empty sets. */
export function jaccardDistance(a: LabelSet, b: LabelSet): number {
  const common = shared(a, b);
  const union = a.size + b.size - common;
  return union === 0 ? 0 : 1 - common / union;
}

/**
 * One minus Jaccard times 1 for equal sets, 2/3 for a subset, 1/3 for a proper overlap, 0 for disjoint sets;
 * Passonneau 2006, LREC. DKPro and INCEpTION call another distance by this name.
 */
export function masiDistance(a: LabelSet, b: LabelSet): number {
  const common = shared(a, b);
  const union = a.size + b.size - common;
  if (union === 0) return 0;
  const kinship = common === union ? 1 : common === a.size || common === b.size ? 2 / 3 : 1 / 3;
  return 1 - (common / union) * (common === 0 ? 0 : kinship);
}

export interface SetAlpha {
  readonly observed: Statistic;
  readonly expected: Statistic;
  readonly alpha: Statistic;
}

/**
 * Answers: How far do two coders agree beyond chance on the set of labels of each item?
 * Shape: items × 2 coders, a set of labels each, and a distance between sets.
 * Unit: any.
 * Undefined: no-data (no item); one-category (every set the same).
 * Throws: nothing.
 * Cost: O(d²) distances for d distinct sets.
 * Source: 1 − Do/De over all pairs of values; Krippendorff 2004, Content Analysis, ch. 11; MASI Passonneau 2006.
 * Checked: the golden cases sets, whose items come from a test of DKPro Statistics.
 */
export function setAlpha(
  items: readonly (readonly [LabelSet, LabelSet])[],
  distance: (a: LabelSet, b: LabelSet) => number,
): SetAlpha {
  if (items.length === 0) {
    const none = undefinedFor("no-data");
    return { observed: none, expected: none, alpha: none };
  }
  const counts = new Map<string, { set: LabelSet; count: number }>();
  for (const set of items.flat()) {
    const key = JSON.stringify([...set].sort());
    counts.set(key, { set, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const n = items.length * 2;
  const observed = items.reduce((sum, [a, b]) => sum + distance(a, b), 0) / items.length;
  let expected = 0;
  for (const one of counts.values()) {
    for (const other of counts.values()) expected += one.count * other.count * distance(one.set, other.set);
  }
  expected /= n * (n - 1);
  return {
    observed: defined(observed),
    expected: defined(expected),
    alpha: counts.size === 1 ? undefinedFor("one-category") : defined(1 - observed / expected),
  };
}
