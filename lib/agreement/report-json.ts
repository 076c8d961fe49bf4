// The agreement report as one value for JSON: what the command prints and any program can read.
import { acrossCodes } from "./across-codes";
import type { AgreementProject, AgreementUnit } from "./agreement-project";
import { agreementReport } from "./agreement-report";
import { type Measures, measuresOf } from "./measures";
import { overlapAgreement } from "./overlap-pairs";
import { type Statistic, valueOrNull } from "./statistic";
import type { Table2x2 } from "./table2x2";
import { type SetAside, usableCodings } from "./usable-codings";

export interface ReportChoice {
  readonly units: readonly AgreementUnit[];
  readonly coders: readonly string[];
  readonly rollUp: boolean;
  readonly minShare?: number;
  /** The codes that the report holds; all without it. Themes still count what their sub-themes hold. */
  readonly codeIds?: ReadonlySet<string>;
}

/** Numbers as computed, never rounded; null where undefined, and then `undefined` names the reason. */
export type MeasuresJson = { readonly table: Table2x2; readonly status: string } & {
  readonly undefined: Readonly<Record<string, string>>;
} & Readonly<Record<string, unknown>>;

export interface LevelJson {
  readonly unit: AgreementUnit;
  readonly rollUp: boolean;
  readonly pairs: readonly {
    readonly coders: readonly [string, string];
    readonly codes: readonly {
      readonly code: string;
      readonly path: readonly string[];
      readonly pooled: MeasuresJson;
      readonly byDocument: Readonly<Record<string, MeasuresJson>>;
    }[];
    readonly across: {
      readonly summed: MeasuresJson;
      readonly pooledKappa: number | null;
      readonly meanKappa: number | null;
      readonly codesDefined: number;
      readonly codesUsed: number;
      readonly undefined: Readonly<Record<string, string>>;
    };
  }[];
}

export interface OverlapJson {
  readonly pairs: number;
  readonly labels: readonly (string | null)[];
  readonly matrix: readonly (readonly number[])[];
  readonly percentAgreement: number | null;
  readonly expectedAgreement: number | null;
  readonly cohenKappa: number | null;
  readonly undefined: Readonly<Record<string, string>>;
}

export interface ReportJson {
  readonly coders: readonly string[];
  readonly documents: readonly string[];
  /** With `unit` and `coders` where something was set aside at one level or for one pair alone. */
  readonly setAside: readonly (SetAside & { readonly unit?: AgreementUnit; readonly coders?: readonly string[] })[];
  readonly levels: readonly LevelJson[];
  /** Absent unless exactly two coders are compared. */
  readonly overlap?: OverlapJson;
}

function isStatistic(value: unknown): value is Statistic {
  return typeof value === "object" && value !== null && "kind" in value;
}

function reasonsOf(statistics: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(statistics).flatMap(([name, value]) =>
      isStatistic(value) && value.kind === "undefined" ? [[name, value.reason]] : [],
    ),
  );
}

/** Every coefficient that the engine offers, under its own name. */
export function measuresJson(measures: Measures): MeasuresJson {
  const values = Object.entries(measures).flatMap(([name, value]) =>
    isStatistic(value) ? [[name, valueOrNull(value)] as const] : [],
  );
  return {
    table: measures.table,
    status: measures.status,
    ...Object.fromEntries(values),
    undefined: reasonsOf({ ...measures }),
  };
}

/** From the theme down to the code. */
function pathOf(project: AgreementProject, names: ReadonlyMap<string, string>, codeId: string): string[] {
  const parents = new Map(project.codes.map((code) => [code.id, code.parentId]));
  const path: string[] = [];
  for (let at: string | null = codeId; at !== null; at = parents.get(at) ?? null) path.unshift(names.get(at) ?? at);
  return path;
}

function pairsOf(coders: readonly string[]): [string, string][] {
  return coders.flatMap((first, i) => coders.slice(i + 1).map((second): [string, string] => [first, second]));
}

function overlapJson(project: AgreementProject, coders: [string, string], codeIds?: ReadonlySet<string>): OverlapJson {
  const codings = codeIds ? project.codings.filter((coding) => codeIds.has(coding.codeId)) : project.codings;
  const found = overlapAgreement({ ...project, codings }, { coders });
  const { percentAgreement, expectedAgreement, cohenKappa } = found;
  return {
    pairs: found.items,
    labels: found.labels,
    matrix: found.matrix,
    percentAgreement: valueOrNull(percentAgreement),
    expectedAgreement: valueOrNull(expectedAgreement),
    cohenKappa: valueOrNull(cohenKappa),
    undefined: reasonsOf({ percentAgreement, expectedAgreement, cohenKappa }),
  };
}

/** `names` calls the codes by their names in the paths. Throws RangeError as compareCoders does. */
export function reportJson(
  project: AgreementProject,
  names: ReadonlyMap<string, string>,
  choice: ReportChoice,
): ReportJson {
  const { coders, rollUp, minShare, codeIds } = choice;
  const pairs = pairsOf(coders);
  const paths = new Map(project.codes.map(({ id }) => [id, pathOf(project, names, id)]));
  const always = new Set(["unknown-document", "unknown-code", "clipped"]);
  const setAside: ReportJson["setAside"][number][] = [...usableCodings(project, coders).setAside];
  const levels = choice.units.map((unit): LevelJson => {
    const level = pairs.map((pair) => {
      const report = agreementReport(project, { coders: pair, unit, rollUp, minShare });
      for (const entry of report.setAside) {
        const said = always.has(entry.why) || (entry.why === "empty" && entry.what === "codings");
        if (!said) setAside.push({ ...entry, unit, coders: pair });
      }
      const codes = report.codes.filter((code) => !codeIds || codeIds.has(code.codeId));
      const across = codeIds ? acrossCodes(codes.map((code) => code.pooled.table)) : report.across;
      const { pooledKappa, meanKappa } = across;
      return {
        coders: pair,
        codes: codes.map((code) => ({
          code: code.codeId,
          path: paths.get(code.codeId) ?? [],
          pooled: measuresJson(code.pooled),
          byDocument: Object.fromEntries(
            code.tables.map((table, i) => [report.documents[i] ?? "", measuresJson(measuresOf(table))]),
          ),
        })),
        across: {
          summed: measuresJson(across.summed),
          pooledKappa: valueOrNull(pooledKappa),
          meanKappa: valueOrNull(meanKappa),
          codesDefined: across.codesDefined,
          codesUsed: across.codesUsed,
          undefined: reasonsOf({ pooledKappa, meanKappa }),
        },
      };
    });
    return { unit, rollUp, pairs: level };
  });
  const [onlyPair] = pairs;
  return {
    coders,
    documents: project.documents.map((document) => document.id),
    setAside,
    levels,
    ...(onlyPair && pairs.length === 1 && { overlap: overlapJson(project, onlyPair, codeIds) }),
  };
}
