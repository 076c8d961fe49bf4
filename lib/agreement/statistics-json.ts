// Statistics and intervals for JSON: a number or null, and the reason of each null beside it by name.
import type { FigureIntervals } from "./across-intervals";
import { boundsOrNull, type Interval } from "./interval";
import type { KappaIntervals } from "./kappa-intervals";
import type { Measures } from "./measures";
import { type Statistic, valueOrNull } from "./statistic";
import type { Table2x2 } from "./table2x2";

/** By name, why a figure of the same object is null. */
export type Reasons = Readonly<Record<string, string>>;

type Bounds = readonly [low: number, high: number];

/** Numbers as computed, never rounded; null where undefined, and then `undefined` names the reason. */
export type MeasuresJson = {
  readonly table: Table2x2;
  readonly status: string;
  readonly undefined: Reasons;
} & Readonly<Record<string, unknown>>;

/** Over documents, each kind under its own name. */
export interface IntervalsJson {
  readonly linearised: Bounds | null;
  readonly jackknife: Bounds | null;
  readonly bootstrap: Bounds | null;
  readonly standardError: number | null;
  readonly designEffect: number | null;
  readonly documents: number;
  readonly documentsWithCode: number;
  /** Resamples in which kappa had no value; they were left out. Null without a bootstrap. */
  readonly undefinedReplicates: number | null;
  readonly undefined: Reasons;
}

function isStatistic(value: unknown): value is Statistic {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    ((value.kind === "defined" && "value" in value) || (value.kind === "undefined" && "reason" in value))
  );
}

type StatisticsOf<Values> = {
  readonly [Name in keyof Values as Values[Name] extends Statistic ? Name : never]: number | null;
} & { readonly undefined: Reasons };

/** The statistics among the values, as numbers or null, with the reasons. */
export function statisticsJson<Values extends object>(values: Values): StatisticsOf<Values> {
  const found = Object.entries(values).filter((entry): entry is [string, Statistic] => isStatistic(entry[1]));
  const reasons = found.flatMap(([name, statistic]) =>
    statistic.kind === "undefined" ? [[name, statistic.reason] as const] : [],
  );
  const numbers = found.map(([name, statistic]) => [name, valueOrNull(statistic)] as const);
  return { ...Object.fromEntries(numbers), undefined: Object.fromEntries(reasons) } as StatisticsOf<Values>;
}

/** Every coefficient that the engine offers, under its own name. */
export function measuresJson(measures: Measures): MeasuresJson {
  return { table: measures.table, status: measures.status, ...statisticsJson(measures) };
}

/** Of a figure over several codes or coders, for which there is no linearised interval. */
export interface FigureIntervalsJson {
  readonly jackknife: Bounds | null;
  readonly bootstrap: Bounds | null;
  readonly undefined: Reasons;
}

export function figureIntervalsJson({ jackknife, bootstrap }: FigureIntervals): FigureIntervalsJson {
  return {
    jackknife: boundsOrNull(jackknife.interval),
    bootstrap: bootstrap && boundsOrNull(bootstrap.interval),
    undefined: reasonsOf({ jackknife: jackknife.interval, bootstrap: bootstrap?.interval }),
  };
}

/** By name, why there is no interval; one that nobody asked for needs no reason. */
function reasonsOf(intervals: Readonly<Record<string, Interval | undefined>>): Reasons {
  const missing = Object.entries(intervals).flatMap(([name, interval]) =>
    interval?.kind === "undefined" ? [[name, interval.reason] as const] : [],
  );
  return Object.fromEntries(missing);
}

export function intervalsJson(of: KappaIntervals): IntervalsJson {
  const { linearised, jackknife, bootstrap, designEffect } = of;
  const reasons = reasonsOf({
    linearised: linearised.interval,
    jackknife: jackknife.interval,
    bootstrap: bootstrap?.interval,
  });
  const errors = statisticsJson({ standardError: linearised.se, designEffect });
  return {
    linearised: boundsOrNull(linearised.interval),
    jackknife: boundsOrNull(jackknife.interval),
    bootstrap: bootstrap && boundsOrNull(bootstrap.interval),
    standardError: valueOrNull(linearised.se),
    designEffect: valueOrNull(designEffect),
    documents: of.documents,
    documentsWithCode: of.documentsWithCode,
    undefinedReplicates: bootstrap?.undefinedReplicates ?? null,
    undefined: { ...errors.undefined, ...reasons },
  };
}
