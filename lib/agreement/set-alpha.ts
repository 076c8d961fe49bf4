// Krippendorff's alpha of two coders who gave each item a set of labels, with a distance between sets.
import { commonLabels, type SetDistance } from "./set-distance";
import { type SetTable, setMargins, setTableSize } from "./set-table";
import { defined, type Statistic, undefinedFor } from "./statistic";

export interface SetAlpha {
  /** Mean distance between the two coders' sets of an item. */
  readonly observed: Statistic;
  /** Mean distance between any two sets that were given, to whatever items. */
  readonly expected: Statistic;
  readonly alpha: Statistic;
}

/**
 * Answers: Where an item may have several codes at once, how far do the two coders' sets of codes agree beyond chance,
 *   when sets that share some codes count as partly agreed?
 * Formula: α = 1 − Do/De, Do = Σ δ(A, B) / n over the n items, De = Σₛₜ nₛ nₜ δ(s, t) / (2n(2n − 1)) over all sets given;
 *   δ nominal: 0 if equal, else 1; Jaccard: 1 − |A∩B|/|A∪B|; MASI: 1 − |A∩B|/|A∪B| × M, M = 1 equal, 2/3 one within the
 *   other, 1/3 merely overlapping, 0 disjoint; two empty sets are equal
 * Shape: items × 2 coders, a set of labels each.
 * Unit: any; on characters every set counts with the length of the text that has it.
 * Undefined: no-data (no item); one-category (every set given is the same).
 * Misleads: The figure depends on the distance chosen: it must be named with it. Where most text is uncoded, agreement on
 *   the empty set carries it; give it for the coded text alone beside it.
 * Elsewhere: What DKPro Statistics and INCEpTION call MASI is another distance, (1 − J) × 1/3, 2/3 or 1, with 1/3 between
 *   an empty set and one label: .253 where this gives .273. NLTK uses .67 and .33 for 2/3 and 1/3 and divides by zero
 *   on two empty sets. NLTK and DKPro print 1 where every set is the same.
 * Throws: nothing.
 * Cost: O(d²) for d distinct sets, whatever the number of items.
 * Source: Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; MASI: Passonneau 2006, LREC.
 * Checked: the items of a test of DKPro Statistics (golden case g01); all pairs of values compared one by one.
 */
export function setAlpha(table: SetTable, distance: SetDistance): SetAlpha {
  const items = setTableSize(table);
  if (items === 0) {
    const none = undefinedFor("no-data");
    return { observed: none, expected: none, alpha: none };
  }
  const { sets, pairs } = table;
  let apart = 0;
  for (const { first, second, items: number } of pairs) {
    const [a, b] = [sets[first], sets[second]];
    if (a && b && first !== second) apart += number * distance(a.size, b.size, commonLabels(a, b));
  }
  const observed = apart / items;
  const expected = expectedDistance(table, distance);
  return {
    observed: defined(observed),
    expected: defined(expected),
    alpha: expected === 0 ? undefinedFor("one-category") : defined(1 - observed / expected),
  };
}

function expectedDistance(table: SetTable, distance: SetDistance): number {
  const { first, second } = setMargins(table);
  const counts = first.map((count, i) => count + (second[i] ?? 0));
  const n = counts.reduce((sum, count) => sum + count, 0);
  const sizes = table.sets.map((set) => set.size);
  const common = new Uint32Array(sizes.length);
  // Which of the earlier sets hold a label: whatever they share with a set is found from its labels.
  const holders = new Map<string, number[]>();
  let sum = 0;
  for (const [i, set] of table.sets.entries()) {
    common.fill(0, 0, i);
    for (const label of set) {
      const earlier = holders.get(label);
      for (const j of earlier ?? []) common[j] = (common[j] ?? 0) + 1;
      if (earlier) earlier.push(i);
      else holders.set(label, [i]);
    }
    let others = 0;
    for (let j = 0; j < i; j++) others += (counts[j] ?? 0) * distance(set.size, sizes[j] ?? 0, common[j] ?? 0);
    sum += ((counts[i] ?? 0) / n) * (others / (n - 1));
  }
  return 2 * sum;
}
