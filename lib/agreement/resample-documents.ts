// Documents drawn again with replacement, whole: who was drawn how often in each replicate of a bootstrap.
import { mulberry32 } from "./mulberry32";

export interface BootstrapOptions {
  readonly replicates: number;
  readonly seed: number;
}

export interface DocumentResamples {
  readonly documents: number;
  readonly replicates: number;
  /** How often document i is in replicate r, at `i * replicates + r`; as doubles, because it is multiplied as such. */
  readonly times: Float64Array;
}

/**
 * Draws as many documents as there are, again and again: one stream of mulberry32(seed), the index of each draw
 * floor(u · K). It depends on the number of documents and the seed alone, so that figures from the same documents can
 * share it and any program can repeat it. Throws RangeError where replicates is not a whole number above 0.
 * Cost: O(documents × replicates).
 */
export function resampleDocuments(documents: number, { replicates, seed }: BootstrapOptions): DocumentResamples {
  if (!(Number.isSafeInteger(replicates) && replicates > 0)) throw new RangeError(`${replicates} replicates`);
  const times = new Float64Array(documents * replicates);
  const draw = mulberry32(seed);
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let drawn = 0; drawn < documents; drawn++) {
      const at = Math.floor(draw() * documents) * replicates + replicate;
      times[at] = (times[at] ?? 0) + 1;
    }
  }
  return { documents, replicates, times };
}
