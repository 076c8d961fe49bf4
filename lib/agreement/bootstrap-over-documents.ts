// The bootstrap over documents of any figure that can be computed from sums over documents.
import { type BootstrapEstimate, bootstrapEstimate } from "./bootstrap-estimate";
import { type BootstrapOptions, resampleDocuments } from "./resample-documents";

/**
 * For a figure with more to it than one 2×2 table: `documents` holds for each document what it adds to the sums (all of
 * one length), `figure` turns sums into the figure or null where it has no value. It gets one array that it must not
 * keep. Throws RangeError where the documents differ in length. Cost: O(replicates × documents × sums).
 */
export function bootstrapOverDocuments(
  documents: readonly (readonly number[])[],
  figure: (sums: readonly number[]) => number | null,
  options: BootstrapOptions & { readonly confidence: number },
): BootstrapEstimate {
  const width = documents[0]?.length ?? 0;
  const { times, replicates } = resampleDocuments(documents.length, options);
  const columns = Array.from({ length: width }, () => new Float64Array(replicates));
  for (const [i, document] of documents.entries()) {
    if (document.length !== width)
      throw new RangeError(`a document with ${document.length} sums among those with ${width}`);
    for (const [k, column] of columns.entries()) {
      const amount = document[k] ?? 0;
      for (let r = 0; r < replicates; r++) {
        column[r] = (column[r] as number) + (times[i * replicates + r] as number) * amount;
      }
    }
  }
  const sums = new Array<number>(width).fill(0);
  const values = new Float64Array(replicates);
  let count = 0;
  for (let r = 0; documents.length > 0 && r < replicates; r++) {
    for (let k = 0; k < width; k++) sums[k] = columns[k]?.[r] ?? 0;
    const value = figure(sums);
    if (value === null) continue;
    if (!Number.isFinite(value)) throw new RangeError(`a replicate came out as ${value}`);
    values[count++] = value;
  }
  return bootstrapEstimate(values, count, replicates, options.confidence);
}
