// An agreement report → CSV: a row for each code, pooled and in each document, with every coefficient and interval.
import { MEASURE_NAMES } from "@/lib/agreement/measures";
import type { ClusterKind } from "@/lib/agreement/parted-by-respondent";
import type { ReportJson } from "@/lib/agreement/report-json";
import type { IntervalsJson, MeasuresJson } from "@/lib/agreement/statistics-json";
import { type CsvCell, csvText } from "./csv";

/** What ids are called; an id without a name stands for itself. */
export interface AgreementNames {
  readonly coders: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, string>;
}

const INTERVALS = ["linearised", "jackknife", "bootstrap"] as const;

const HEADER = [
  "unit",
  "roll_up",
  "coder_1",
  "coder_2",
  "code",
  "path",
  "document",
  "both",
  "only_1",
  "only_2",
  "neither",
  "status",
  ...MEASURE_NAMES.map(snakeCase),
  "documents",
  "documents_with_code",
  "intervals_over",
  "confidence",
  ...INTERVALS.flatMap((kind) => [`${kind}_low`, `${kind}_high`]),
  "standard_error",
  "design_effect",
  "undefined_replicates",
  "why_undefined",
];

/** `krippendorffAlpha` → `krippendorff_alpha`, `gwetAC1SE` → `gwet_ac1_se`. */
function snakeCase(name: string): string {
  return name
    .replace(/SE$/, "_se")
    .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
    .replace(/__/g, "_")
    .toLowerCase();
}

/**
 * Numbers as computed. The pooled figures have an empty document, the summed codes an empty code. A figure that is not
 * defined is an empty cell, and `why_undefined` names the reasons.
 */
export function agreementCsv(report: ReportJson, names: AgreementNames): string {
  const rows: CsvCell[][] = [];
  for (const { unit, rollUp, clusters, pairs } of report.levels) {
    for (const { coders, codes, across } of pairs) {
      const add = (code: string, path: string, document: string, measures: MeasuresJson, of: IntervalsJson | null) => {
        const { both, onlyFirst, onlySecond, neither } = measures.table;
        const reasons = { ...measures.undefined, ...of?.undefined };
        rows.push([
          ...[unit, rollUp, ...coders.map((id) => names.coders.get(id) ?? id), code, path, document],
          ...[both, onlyFirst, onlySecond, neither, measures.status],
          ...MEASURE_NAMES.map((name) => numberOrNull(measures[name])),
          ...(of ? intervalCells(of, clusters, report.confidence) : new Array<null>(13).fill(null)),
          Object.entries(reasons)
            .map(([name, reason]) => `${snakeCase(name)}: ${reason}`)
            .join("; "),
        ]);
      };
      for (const { code, path, pooled, byDocument, intervals } of codes) {
        const words = path.join(" > ");
        add(code, words, "", pooled, intervals);
        for (const [id, measures] of Object.entries(byDocument)) {
          add(code, words, names.documents.get(id) ?? id, measures, null);
        }
      }
      add("", "all codes, summed", "", across.summed, across.intervals.summed);
    }
  }
  return csvText(HEADER, rows);
}

function intervalCells(of: IntervalsJson, clusters: ClusterKind, confidence: number): CsvCell[] {
  return [
    of.documents,
    of.documentsWithCode,
    clusters === "both" ? "documents and respondents" : clusters,
    confidence,
    ...INTERVALS.flatMap((kind) => of[kind] ?? [null, null]),
    of.standardError,
    of.designEffect,
    of.undefinedReplicates,
  ];
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
