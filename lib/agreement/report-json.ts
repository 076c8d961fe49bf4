// The agreement report as one value for JSON: what the command prints and any program can read.
import { acrossCodes } from "./across-codes";
import { acrossIntervals } from "./across-intervals";
import type { AgreementProject, AgreementUnit } from "./agreement-project";
import { type AgreementReport, pairReport } from "./agreement-report";
import { type AllCodersOptions, allCodersReport } from "./all-coders";
import { type IntervalOptions, kappaIntervalsOfCodes } from "./kappa-intervals";
import { type LaidProject, layOut } from "./laid-project";
import { measuresOf } from "./measures";
import { overlapAgreement } from "./overlap-pairs";
import {
  type AnswersOf,
  type ClusterKind,
  clusterKind,
  reportOfClusters,
  withoutVastBootstrap,
} from "./parted-by-respondent";
import {
  type FigureIntervalsJson,
  figureIntervalsJson,
  type IntervalsJson,
  intervalsJson,
  type MeasuresJson,
  measuresJson,
  type Reasons,
  statisticsJson,
} from "./statistics-json";
import { type SetAside, usableCodings } from "./usable-codings";

export interface ReportChoice extends Partial<IntervalOptions> {
  readonly units: readonly AgreementUnit[];
  readonly coders: readonly string[];
  readonly rollUp: boolean;
  readonly minShare?: number;
  /** The codes that the report holds; all without it. Themes still count what their sub-themes hold. */
  readonly codeIds?: ReadonlySet<string>;
  /** Of documents of surveys: the intervals of a pair are then over respondents. */
  readonly answers?: AnswersOf;
}

export interface PairJson {
  readonly coders: readonly [string, string];
  readonly codes: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly pooled: MeasuresJson;
    readonly byDocument: Readonly<Record<string, MeasuresJson>>;
    readonly intervals: IntervalsJson;
  }[];
  readonly across: {
    readonly summed: MeasuresJson;
    readonly pooledKappa: number | null;
    readonly meanKappa: number | null;
    readonly codesDefined: number;
    readonly codesUsed: number;
    readonly intervals: {
      readonly summed: IntervalsJson;
      readonly pooledKappa: FigureIntervalsJson;
      readonly meanKappa: FigureIntervalsJson;
    };
    readonly undefined: Reasons;
  };
}

/** One code for all coders at once, each coefficient under its own name. */
export type AllCodersJson = {
  readonly code: string;
  readonly path: readonly string[];
  readonly undefined: Reasons;
} & Readonly<Record<string, unknown>>;

export interface LevelJson {
  readonly unit: AgreementUnit;
  readonly rollUp: boolean;
  /** Over what the intervals of a pair are; those of all coders are over documents. */
  readonly clusters: ClusterKind;
  readonly pairs: readonly PairJson[];
  readonly allCoders: readonly AllCodersJson[];
}

export interface OverlapJson {
  readonly pairs: number;
  readonly labels: readonly (string | null)[];
  readonly matrix: readonly (readonly number[])[];
  readonly percentAgreement: number | null;
  readonly expectedAgreement: number | null;
  readonly cohenKappa: number | null;
  readonly krippendorffAlpha: number | null;
  readonly undefined: Reasons;
}

export interface ReportJson {
  readonly coders: readonly string[];
  readonly documents: readonly string[];
  readonly confidence: number;
  /** Null where none was asked for. */
  readonly bootstrap: { readonly replicates: number; readonly seed: number } | null;
  /** With `unit` and `coders` where something was set aside at one level or for one pair alone. */
  readonly setAside: readonly (SetAside & { readonly unit?: AgreementUnit; readonly coders?: readonly string[] })[];
  readonly levels: readonly LevelJson[];
  /** Absent unless exactly two coders are compared. */
  readonly overlap?: OverlapJson;
}

/** From the theme down to the code. */
function pathsOf(project: AgreementProject, names: ReadonlyMap<string, string>): ReadonlyMap<string, string[]> {
  const parents = new Map(project.codes.map((code) => [code.id, code.parentId]));
  return new Map(
    project.codes.map(({ id }) => {
      const path: string[] = [];
      for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) path.unshift(names.get(at) ?? at);
      return [id, path];
    }),
  );
}

function pairsOf(coders: readonly string[]): [string, string][] {
  return coders.flatMap((first, i) => coders.slice(i + 1).map((second): [string, string] => [first, second]));
}

function overlapJson(project: AgreementProject, coders: [string, string], codeIds?: ReadonlySet<string>): OverlapJson {
  const found = overlapAgreement(project, { coders, codeIds });
  const { percentAgreement, expectedAgreement, cohenKappa, krippendorffAlpha } = found;
  const figures = statisticsJson({ percentAgreement, expectedAgreement, cohenKappa, krippendorffAlpha });
  return { pairs: found.items, labels: found.labels, matrix: found.matrix, ...figures };
}

function pairJson(
  report: AgreementReport,
  clusters: AgreementReport,
  paths: ReadonlyMap<string, readonly string[]>,
  options: IntervalOptions,
): PairJson {
  const tables = clusters.codes.map((code) => code.tables);
  const intervals = kappaIntervalsOfCodes(tables, options);
  const { summed, pooledKappa, meanKappa, codesDefined, codesUsed } = acrossCodes(
    report.codes.map((code) => code.pooled.table),
  );
  const over = acrossIntervals(tables, options);
  return {
    coders: report.coders,
    codes: report.codes.map((code, at) => ({
      code: code.codeId,
      path: paths.get(code.codeId) ?? [],
      pooled: measuresJson(code.pooled),
      byDocument: Object.fromEntries(
        code.tables.map((table, i) => [report.documents[i] ?? "", measuresJson(measuresOf(table))]),
      ),
      intervals: intervalsJson(intervals[at] as NonNullable<(typeof intervals)[number]>),
    })),
    across: {
      summed: measuresJson(summed),
      ...statisticsJson({ pooledKappa, meanKappa }),
      codesDefined,
      codesUsed,
      intervals: {
        summed: intervalsJson(over.summed),
        pooledKappa: figureIntervalsJson(over.pooledKappa),
        meanKappa: figureIntervalsJson(over.meanKappa),
      },
    },
  };
}

function allCodersJson(
  laid: LaidProject,
  paths: ReadonlyMap<string, readonly string[]>,
  options: Pick<AllCodersOptions, "codeIds" | "confidence" | "bootstrap">,
): AllCodersJson[] {
  return allCodersReport(laid, options).map((code) => {
    const { items, completeItems, pairsDefined, pairs } = code;
    return {
      code: code.codeId,
      path: paths.get(code.codeId) ?? [],
      ...statisticsJson(code),
      items,
      completeItems,
      pairsDefined,
      pairs,
      intervals: { krippendorffAlpha: figureIntervalsJson(code.alphaIntervals) },
    };
  });
}

/** `names` calls the codes by their names in the paths. Throws RangeError as layOut and comparePair do. */
export function reportJson(
  project: AgreementProject,
  names: ReadonlyMap<string, string>,
  choice: ReportChoice,
): ReportJson {
  const { coders, rollUp, minShare, codeIds, confidence = 0.95, bootstrap } = choice;
  const pairs = pairsOf(coders);
  const paths = pathsOf(project, names);
  const always = usableCodings(project, coders).setAside;
  const setAside: ReportJson["setAside"][number][] = [...always];
  const levels = choice.units.map((unit): LevelJson => {
    const laid = layOut(project, { unit, rollUp, minShare }, coders);
    return {
      unit,
      rollUp,
      clusters: clusterKind(project, choice.answers ?? new Map(), unit),
      pairs: pairs.map((pair) => {
        const report = pairReport(laid, { coders: pair, unit, rollUp, minShare, codeIds });
        for (const entry of report.setAside) {
          if (!always.some(({ what, why }) => what === entry.what && why === entry.why)) {
            setAside.push({ ...entry, unit, coders: pair });
          }
        }
        const counted = { coders: pair, unit, rollUp, minShare, codeIds };
        const clusters = reportOfClusters(report, project, choice.answers ?? new Map(), counted);
        const sure = withoutVastBootstrap({ confidence, bootstrap }, clusters.documents.length);
        return pairJson(report, clusters, paths, sure);
      }),
      allCoders: allCodersJson(laid, paths, { codeIds, confidence, bootstrap }),
    };
  });
  const [onlyPair] = pairs;
  return {
    coders,
    documents: project.documents.map((document) => document.id),
    confidence,
    bootstrap: bootstrap ?? null,
    setAside,
    levels,
    ...(onlyPair && pairs.length === 1 && { overlap: overlapJson(project, onlyPair, codeIds) }),
  };
}
