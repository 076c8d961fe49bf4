// How far two sets of labels are from each other: 0 for the same set, 1 for sets that have nothing in common.

export type LabelSet = ReadonlySet<string>;

/** Of two sets of these sizes that have `common` labels in common; for a set and itself 0. */
export type SetDistance = (size: number, otherSize: number, common: number) => number;

/** 0 for the same set, otherwise 1. */
export const nominalDistance: SetDistance = (size, otherSize, common) =>
  size === common && otherSize === common ? 0 : 1;

/** One minus the share of the labels of either set that both hold; 0 for two empty sets; Jaccard 1901. */
export const jaccardDistance: SetDistance = (size, otherSize, common) => {
  const union = size + otherSize - common;
  return union === 0 ? 0 : (union - common) / union;
};

/**
 * One minus Jaccard's similarity times 1 for equal sets, 2/3 where one holds the other, 1/3 where they merely overlap,
 * 0 where they have nothing in common; Passonneau 2006, LREC. DKPro and INCEpTION call another distance by this name.
 */
export const masiDistance: SetDistance = (size, otherSize, common) => {
  const union = size + otherSize - common;
  if (common === union) return 0;
  const thirds = common === size || common === otherSize ? 2 : 1;
  return common === 0 ? 1 : (3 * union - thirds * common) / (3 * union);
};

export const SET_DISTANCES = { nominal: nominalDistance, jaccard: jaccardDistance, masi: masiDistance } as const;

export type SetDistanceName = keyof typeof SET_DISTANCES;

export function commonLabels(a: LabelSet, b: LabelSet): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const label of fewer) if (more.has(label)) count++;
  return count;
}

export function distanceBetween(a: LabelSet, b: LabelSet, distance: SetDistance): number {
  return distance(a.size, b.size, commonLabels(a, b));
}
