// Cohen's kappa of two coders who gave each item a set of labels.
import { type SetTable, setMargins, setTableSize } from "./set-table";
import { defined, type Statistic, undefinedFor } from "./statistic";

export interface SetKappa {
  readonly observed: Statistic;
  readonly expected: Statistic;
  readonly kappa: Statistic;
}

/**
 * Answers: On what share of the items did the two coders choose exactly the same set of codes, and how far is that
 *   beyond what their own rates of choosing each set would give by chance?
 * Formula: κ = (po − pe)/(1 − pe), po = Σₛ nₛₛ / n, pe = Σₛ nₛ. n.ₛ / n², where s runs over the sets that occur and the
 *   empty set is one of them
 * Shape: items × 2 coders, a set of labels each.
 * Unit: any; on characters every set counts with the length of the text that has it.
 * Undefined: no-data (no item); one-category (both coders gave one and the same set throughout).
 * Misleads: Two sets that differ in one of many codes count as different as two that share none; alpha with Jaccard or
 *   MASI distance counts that in part. Where most text is uncoded, the empty set carries po.
 * Throws: nothing.
 * Cost: O(pairs of sets that occur). Whole counts are reckoned exactly, in BigInt where their products leave the safe
 *   integers.
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, p. 40, doi 10.1177/001316446002000104, with sets as categories.
 * Checked: confusion-kappa.ts on the same matrix; characters counted one by one; the golden cases project,
 *   characterSets.
 */
export function setKappa(table: SetTable): SetKappa {
  const n = setTableSize(table);
  if (n === 0) {
    const none = undefinedFor("no-data");
    return { observed: none, expected: none, kappa: none };
  }
  const { first, second } = setMargins(table);
  let agreed = 0;
  for (const pair of table.pairs) if (pair.first === pair.second) agreed += pair.items;
  const chance = first.reduce((sum, count, i) => sum + (count / n) * ((second[i] ?? 0) / n), 0);
  return {
    observed: defined(agreed / n),
    expected: defined(chance),
    kappa: first.some((count, i) => count === n && second[i] === n)
      ? undefinedFor("one-category")
      : defined(beyondChance(n, agreed, first, second)),
  };
}

function beyondChance(n: number, agreed: number, first: readonly number[], second: readonly number[]): number {
  if (n * n <= Number.MAX_SAFE_INTEGER) {
    const chance = first.reduce((sum, count, i) => sum + count * (second[i] ?? 0), 0);
    return (n * agreed - chance) / (n * n - chance);
  }
  const [N, A] = [BigInt(n), BigInt(agreed)];
  const chance = first.reduce((sum, count, i) => sum + BigInt(count) * BigInt(second[i] ?? 0), 0n);
  return Number(N * A - chance) / Number(N * N - chance);
}
