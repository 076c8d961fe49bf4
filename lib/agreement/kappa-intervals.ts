// Every interval of one code's kappa over documents, side by side: linearised, jackknife and bootstrap.
import type { BootstrapEstimate } from "./bootstrap-estimate";
import { bootstrapKappas } from "./bootstrap-kappa";
import type { ErrorAndInterval } from "./interval";
import type { JackknifeEstimate } from "./jackknife-estimate";
import { jackknifeKappa } from "./jackknife-kappa";
import { documentsWithItems, kappaOverDocuments } from "./kappa-over-documents";
import type { BootstrapOptions } from "./resample-documents";
import type { Statistic } from "./statistic";
import type { Table2x2 } from "./table2x2";

export interface IntervalOptions {
  /** 0.95 for 95 % intervals. */
  readonly confidence: number;
  /** Without it no bootstrap is run. */
  readonly bootstrap?: BootstrapOptions;
}

export interface KappaIntervals {
  readonly kappa: Statistic;
  /** Documents with at least one item: what the intervals are over. */
  readonly documents: number;
  /** Documents in which at least one of the two used the code; below five, screens hide the intervals. */
  readonly documentsWithCode: number;
  readonly linearised: ErrorAndInterval & { readonly degrees: number };
  readonly jackknife: JackknifeEstimate;
  /** Null where none was asked for. */
  readonly bootstrap: BootstrapEstimate | null;
  /** As if every item were drawn by itself: for comparison, not for a paper on characters. */
  readonly seIndependent: Statistic;
  readonly designEffect: Statistic;
}

/** One table per document, in any order; the order decides which documents a seed draws. */
export function kappaIntervals(tables: readonly Table2x2[], options: IntervalOptions): KappaIntervals {
  const [boot = null] = options.bootstrap ? bootstrapKappas([tables], { ...options, ...options.bootstrap }) : [];
  return withBootstrap(tables, options.confidence, boot);
}

/** Of many codes, for each one table per document; they share the resamples of the bootstrap. */
export function kappaIntervalsOfCodes(
  tablesByCode: readonly (readonly Table2x2[])[],
  options: IntervalOptions,
): KappaIntervals[] {
  const boots = options.bootstrap ? bootstrapKappas(tablesByCode, { ...options, ...options.bootstrap }) : [];
  return tablesByCode.map((tables, i) => withBootstrap(tables, options.confidence, boots[i] ?? null));
}

function withBootstrap(
  tables: readonly Table2x2[],
  confidence: number,
  bootstrap: BootstrapEstimate | null,
): KappaIntervals {
  const { kappa, se, interval, degrees, seIndependent, designEffect } = kappaOverDocuments(tables, confidence);
  return {
    kappa,
    documents: documentsWithItems(tables).length,
    documentsWithCode: tables.filter((table) => table.both + table.onlyFirst + table.onlySecond > 0).length,
    linearised: { se, interval, degrees },
    jackknife: jackknifeKappa(tables, confidence),
    bootstrap,
    seIndependent,
    designEffect,
  };
}
