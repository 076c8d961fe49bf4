import type { NamedProject } from "@/lib/agreement/agreement-file";
import { FEWEST_DOCUMENTS_WITH_CODE } from "@/lib/agreement/interval-standing";
import type { AllCodersJson, LevelJson, OverlapJson, PairJson, ReportJson } from "@/lib/agreement/report-json";
import type { UndefinedReason } from "@/lib/agreement/statistic";
import type { IntervalsJson, MeasuresJson } from "@/lib/agreement/statistics-json";

const REASONS: Readonly<Record<UndefinedReason, string>> = {
  "no-data": "n/a: nothing was compared",
  "both-empty": "n/a: nobody used it",
  "both-full": "n/a: all gave it to everything",
  "one-category": "n/a: no variation",
  "one-label": "n/a: only one code to choose",
  "not-used": "n/a: not used",
  "no-defined": "n/a: defined for no code",
  "undefined-pair": "n/a: a pair has none",
  "one-empty": "n/a: one coder never used it",
  "one-full": "n/a: one coder gave it to everything",
  "few-documents": "n/a: fewer than two documents",
  "undefined-without-one": "n/a: hangs on one document",
  "no-replicate": "n/a: in no resample",
  "overlapping-units": "n/a: overlapping codes",
  "too-large": "n/a: too large",
  "too-many-coders": "n/a: too many coders",
};

function reasonWords(reason: string | undefined): string {
  return (reason !== undefined && REASONS[reason as UndefinedReason]) || "n/a";
}

function figure(
  values: Readonly<Record<string, unknown>> & { readonly undefined: Readonly<Record<string, string>> },
  name: string,
  words: (value: number) => string = three,
): string {
  const value = values[name];
  return typeof value === "number" ? words(value) : reasonWords(values.undefined[name]);
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const three = (value: number) => value.toFixed(3);

/** Columns as wide as their widest cell; numbers to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

function row(title: string, measures: MeasuresJson, intervals: IntervalsJson): string[] {
  const { both, onlyFirst, onlySecond, neither } = measures.table;
  return [
    title,
    ...[both, onlyFirst, onlySecond, neither].map(String),
    figure(measures, "percentAgreement", percent),
    figure(measures, "positiveAgreement"),
    figure(measures, "cohenKappa"),
    intervalWords(intervals),
    figure(measures, "krippendorffAlpha"),
  ];
}

/** As screens do: an interval over fewer than five documents with the code is not shown. */
function intervalWords({ linearised, documentsWithCode, undefined: reasons }: IntervalsJson): string {
  if (linearised === null) return reasonWords(reasons.linearised);
  if (documentsWithCode < FEWEST_DOCUMENTS_WITH_CODE) return `in ${documentsWithCode} documents only`;
  return linearised.map(three).join(" to ");
}

function pairLines(report: ReportJson, level: LevelJson, pair: PairJson, names: NamedProject["names"]): string[] {
  const [first, second] = pair.coders.map((id) => names.coders.get(id) ?? id);
  const { across } = pair;
  const interval = `${Number((report.confidence * 100).toFixed(4))} % interval`;
  return [
    `${first} and ${second}, by ${level.unit}${level.rollUp ? ", themes with their sub-themes" : ""}`,
    ...columns([
      [
        ...["code", "both", `only ${first}`, `only ${second}`, "neither"],
        ...["agreement", "positive", "Cohen's kappa", interval, "Krippendorff's alpha"],
      ],
      ...pair.codes.map((code) => row(code.path.join(" > "), code.pooled, code.intervals)),
      row("all codes, summed", across.summed, across.intervals.summed),
    ]),
    `Pooled kappa (de Vries) ${figure(across, "pooledKappa")}; mean kappa ${figure(across, "meanKappa")} ` +
      `over ${across.codesDefined} codes for which it is defined; ${across.codesUsed} codes used.`,
    "",
  ];
}

function allCodersLines(level: LevelJson, codes: readonly AllCodersJson[]): string[] {
  const figures = ["krippendorffAlpha", "fleissKappa", "congerKappa", "lightKappa", "gwetAC1"] as const;
  return [
    `All coders, by ${level.unit}${level.rollUp ? ", themes with their sub-themes" : ""}`,
    ...columns([
      ["code", "Krippendorff's alpha", "Fleiss' kappa", "Conger's kappa", "Light's kappa", "Gwet's AC1"],
      ...codes.map((code) => [code.path.join(" > "), ...figures.map((name) => figure(code, name))]),
    ]),
    "",
  ];
}

function overlapLines(overlap: OverlapJson, names: NamedProject["names"]): string[] {
  const labels = overlap.labels.map((label) => (label === null ? "no excerpt" : (names.codes.get(label) ?? label)));
  return [
    `Which code on overlapping excerpts: ${overlap.pairs} pairs, Cohen's kappa ${figure({ ...overlap }, "cohenKappa")}, ` +
      `Krippendorff's alpha ${figure({ ...overlap }, "krippendorffAlpha")}`,
    ...columns([["", ...labels], ...overlap.matrix.map((cells, at) => [labels[at] ?? "", ...cells.map(String)])]),
    "",
  ];
}

/** For people: one table for each level and pair of coders, rounded, undefined said in words. */
export function agreementTable(report: ReportJson, names: NamedProject["names"], withOverlap: boolean): string[] {
  const lines = report.levels.flatMap((level) => [
    ...level.pairs.flatMap((pair) => pairLines(report, level, pair, names)),
    ...(report.coders.length > 2 ? allCodersLines(level, level.allCoders) : []),
  ]);
  lines.push("Intervals are over documents, by Student's t on the linearised standard error.", "");
  if (withOverlap && report.overlap) lines.push(...overlapLines(report.overlap, names));
  const aside = report.setAside.map(
    ({ what, why, count, unit, coders }) =>
      `  ${count} ${what}: ${why}${unit ? ` (by ${unit}, ${(coders ?? []).join(" and ")})` : ""}`,
  );
  if (aside.length > 0) lines.push("Set aside:", ...aside);
  return lines;
}
