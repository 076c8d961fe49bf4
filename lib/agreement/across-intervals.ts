// Intervals over documents of the figures over several codes: summed tables, pooled kappa and mean kappa.
import { meanKappa, pooledKappa } from "./across-codes";
import { type BootstrapEstimate, bootstrapEstimate } from "./bootstrap-estimate";
import { noError } from "./interval";
import { type JackknifeEstimate, jackknifeEstimate } from "./jackknife-estimate";
import { type IntervalOptions, type KappaIntervals, kappaIntervals } from "./kappa-intervals";
import { type BootstrapOptions, resampleDocuments } from "./resample-documents";
import { emptyResampledTables, fillResampledTables } from "./resampled-tables";
import { type Statistic, valueOrNull } from "./statistic";
import { sumTables, type Table2x2, tableSize } from "./table2x2";

export interface FigureIntervals {
  readonly value: Statistic;
  readonly jackknife: JackknifeEstimate;
  /** Null where none was asked for. */
  readonly bootstrap: BootstrapEstimate | null;
}

export interface AcrossIntervals {
  /** Of each document the tables of all codes are added first; it then counts as one cluster. */
  readonly summed: KappaIntervals;
  readonly pooledKappa: FigureIntervals;
  readonly meanKappa: FigureIntervals;
}

/**
 * Answers: How far could a figure over all codes be from what the coders would reach on more documents of this sort?
 * Formula: for the summed tables as for one code, the documents being the sums over codes; for the pooled and the mean
 *   kappa the jackknife over documents (value ± t SE with K − 1 degrees of freedom) and the bootstrap over documents.
 * Shape: for each code one 2×2 table per document, the documents in the same order; documents without an item are
 *   dropped first, K are left.
 * Unit: any.
 * Undefined: as the figure itself; few-documents (fewer than two); undefined-without-one; no-replicate.
 * Misleads: the codes of a document depend on one another, which is kept, because documents are drawn whole. The mean
 *   kappa of a replicate is over the codes that are defined in it, which need not be all.
 * Throws: RangeError where the codes differ in the number of documents, and as kappaIntervals does.
 * Cost: O(codes × documents × replicates).
 * Source: as jackknifeKappa and bootstrapKappa.
 * Checked: a plain implementation that draws one document after the other; with one code all agree with its own.
 */
export function acrossIntervals(
  tablesByCode: readonly (readonly Table2x2[])[],
  options: IntervalOptions,
): AcrossIntervals {
  const count = tablesByCode[0]?.length ?? 0;
  const uneven = tablesByCode.find((tables) => tables.length !== count);
  if (uneven) throw new RangeError(`a code with ${uneven.length} documents among those with ${count}`);
  const sums = Array.from({ length: count }, (_, i) =>
    sumTables(tablesByCode.flatMap((tables) => tables.slice(i, i + 1))),
  );
  const hasItems = sums.map((table) => tableSize(table) > 0);
  const kept = tablesByCode.map((tables) => tables.filter((_, i) => hasItems[i]));
  const whole = kept.map((tables) => sumTables(tables));
  const documents = kept[0]?.length ?? 0;
  const without = Array.from({ length: documents }, (_, i) =>
    kept.map((tables, code) => difference(whole[code] as Table2x2, tables[i] as Table2x2)),
  );
  const boots =
    options.bootstrap && documents > 1
      ? bootstrapAcross(kept, documents, { ...options.bootstrap, confidence: options.confidence })
      : null;
  const figure = (of: (tables: readonly Table2x2[]) => Statistic, boot: BootstrapEstimate | null): FigureIntervals => {
    const value = of(whole);
    const jackknife = jackknifeEstimate(
      value,
      without.map((tables) => valueOrNull(of(tables))),
      options.confidence,
    );
    const { replicates } = options.bootstrap ?? { replicates: 0 };
    const none = value.kind === "undefined" ? value.reason : "few-documents";
    const undefinedReplicates = value.kind === "undefined" ? replicates : 0;
    const noBoot = options.bootstrap ? { replicates, undefinedReplicates, ...noError(none) } : null;
    return { value, jackknife, bootstrap: value.kind === "defined" && boot ? boot : noBoot };
  };
  return {
    summed: kappaIntervals(sums, options),
    pooledKappa: figure(pooledKappa, boots?.pooled ?? null),
    meanKappa: figure(meanKappa, boots?.mean ?? null),
  };
}

function difference(whole: Table2x2, part: Table2x2): Table2x2 {
  return {
    both: whole.both - part.both,
    onlyFirst: whole.onlyFirst - part.onlyFirst,
    onlySecond: whole.onlySecond - part.onlySecond,
    neither: whole.neither - part.neither,
  };
}

/** Both figures from one pass over the codes; each replicate gathers what pooledKappa and meanKappa sum over codes. */
function bootstrapAcross(
  kept: readonly (readonly Table2x2[])[],
  documents: number,
  options: BootstrapOptions & { readonly confidence: number },
): { pooled: BootstrapEstimate; mean: BootstrapEstimate } {
  const { replicates, confidence } = options;
  const resamples = resampleDocuments(documents, options);
  const columns = emptyResampledTables(replicates);
  const { both, first, second, size } = columns;
  const column = () => new Float64Array(replicates);
  const [disagreement, byChance, kappas, codes] = [column(), column(), column(), column()];
  for (const tables of kept) {
    fillResampledTables(columns, tables, resamples);
    for (let r = 0; r < replicates; r++) {
      const [one, two, n] = [first[r] as number, second[r] as number, size[r] as number];
      const chance = one * (n - two) + two * (n - one);
      if (chance === 0) continue;
      const apart = one + two - 2 * (both[r] as number);
      disagreement[r] = (disagreement[r] as number) + apart / n;
      byChance[r] = (byChance[r] as number) + chance / (n * n);
      kappas[r] = (kappas[r] as number) + 1 - (n * apart) / chance;
      codes[r] = (codes[r] as number) + 1;
    }
  }
  let count = 0;
  for (let r = 0; r < replicates; r++) {
    if (codes[r] === 0) continue;
    disagreement[count] = 1 - (disagreement[r] as number) / (byChance[r] as number);
    kappas[count++] = (kappas[r] as number) / (codes[r] as number);
  }
  return {
    pooled: bootstrapEstimate(disagreement, count, replicates, confidence),
    mean: bootstrapEstimate(kappas, count, replicates, confidence),
  };
}
