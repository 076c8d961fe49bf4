// The pooled table of every replicate of a bootstrap, as columns of numbers.
import type { DocumentResamples } from "./resample-documents";
import type { Table2x2 } from "./table2x2";

/** One entry a replicate: what both, the first and the second coded, and all items. Exact while safe integers. */
export interface ResampledTables {
  readonly both: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly size: Float64Array;
}

export function emptyResampledTables(replicates: number): ResampledTables {
  const column = () => new Float64Array(replicates);
  return { both: column(), first: column(), second: column(), size: column() };
}

/**
 * Fills the columns with the sums of what was drawn. Documents that nobody gave the code cost only their size.
 * Cost: O(replicates × documents).
 */
export function fillResampledTables(
  sums: ResampledTables,
  tables: readonly Table2x2[],
  { times, replicates }: DocumentResamples,
): void {
  // Written out as one pass over all columns: it is where nearly all the time of an interval goes.
  const { both, first, second, size } = sums;
  both.fill(0);
  first.fill(0);
  second.fill(0);
  size.fill(0);
  for (const [i, { both: a, onlyFirst: b, onlySecond: c, neither: d }] of tables.entries()) {
    const [from, one, two, items] = [i * replicates, a + b, a + c, a + b + c + d];
    if (one + two === 0) {
      for (let r = 0; r < replicates; r++) size[r] = (size[r] as number) + (times[from + r] as number) * items;
      continue;
    }
    for (let r = 0; r < replicates; r++) {
      const drawn = times[from + r] as number;
      both[r] = (both[r] as number) + drawn * a;
      first[r] = (first[r] as number) + drawn * one;
      second[r] = (second[r] as number) + drawn * two;
      size[r] = (size[r] as number) + drawn * items;
    }
  }
}
