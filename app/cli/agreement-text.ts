import type { NamedProject } from "@/lib/agreement/agreement-file";
import type { LevelJson, MeasuresJson, OverlapJson, ReportJson } from "@/lib/agreement/report-json";
import { type CsvCell, csvText } from "@/lib/writers/csv";

const REASONS: Readonly<Record<string, string>> = {
  "no-data": "n/a: nothing was compared",
  "both-empty": "n/a: nobody used it",
  "both-full": "n/a: both gave it to everything",
  "one-category": "n/a: no variation",
  "no-defined": "n/a: defined for no code",
};

function figure(measures: MeasuresJson, name: string, words: (value: number) => string): string {
  const value = measures[name];
  return typeof value === "number" ? words(value) : (REASONS[measures.undefined[name] ?? ""] ?? "n/a");
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

function row(title: string, measures: MeasuresJson): string[] {
  const { both, onlyFirst, onlySecond, neither } = measures.table;
  return [
    title,
    ...[both, onlyFirst, onlySecond, neither].map(String),
    figure(measures, "percentAgreement", percent),
    figure(measures, "cohenKappa", three),
  ];
}

function pairLines(level: LevelJson, pair: LevelJson["pairs"][number], names: NamedProject["names"]): string[] {
  const [first, second] = pair.coders.map((id) => names.coders.get(id) ?? id);
  const { across } = pair;
  const kappa = (value: number | null, name: string) =>
    value === null ? (REASONS[across.undefined[name] ?? ""] ?? "n/a") : three(value);
  return [
    `${first} and ${second}, by ${level.unit}${level.rollUp ? ", themes with their sub-themes" : ""}`,
    ...columns([
      ["code", "both", `only ${first}`, `only ${second}`, "neither", "agreement", "Cohen's kappa"],
      ...pair.codes.map((code) => row(code.path.join(" > "), code.pooled)),
      row("all codes, summed", across.summed),
    ]),
    `Pooled kappa (de Vries) ${kappa(across.pooledKappa, "pooledKappa")}; mean kappa ${kappa(across.meanKappa, "meanKappa")} ` +
      `over ${across.codesDefined} codes for which it is defined; ${across.codesUsed} codes used.`,
    "",
  ];
}

function overlapLines(overlap: OverlapJson, names: NamedProject["names"]): string[] {
  const labels = overlap.labels.map((label) => (label === null ? "no excerpt" : (names.codes.get(label) ?? label)));
  const kappa = overlap.cohenKappa === null ? REASONS[overlap.undefined.cohenKappa ?? ""] : three(overlap.cohenKappa);
  return [
    `Which code on overlapping excerpts: ${overlap.pairs} pairs, Cohen's kappa ${kappa ?? "n/a"}`,
    ...columns([["", ...labels], ...overlap.matrix.map((cells, at) => [labels[at] ?? "", ...cells.map(String)])]),
    "",
  ];
}

/** For people: one table for each level and pair of coders, rounded, undefined said in words. */
export function agreementTable(report: ReportJson, names: NamedProject["names"], withOverlap: boolean): string[] {
  const lines = report.levels.flatMap((level) => level.pairs.flatMap((pair) => pairLines(level, pair, names)));
  if (withOverlap && report.overlap) lines.push(...overlapLines(report.overlap, names));
  const aside = report.setAside.map(
    ({ what, why, count, unit, coders }) =>
      `  ${count} ${what}: ${why}${unit ? ` (by ${unit}, ${(coders ?? []).join(" and ")})` : ""}`,
  );
  if (aside.length > 0) lines.push("Set aside:", ...aside);
  return lines;
}

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
  "percent_agreement",
  "expected_agreement",
  "cohen_kappa",
  "positive_agreement",
];

/** One row for each code and document, the pooled figures with an empty document, the summed codes with an empty code. */
export function agreementCsv(report: ReportJson): string {
  const rows: CsvCell[][] = [];
  for (const { unit, rollUp, pairs } of report.levels) {
    for (const { coders, codes, across } of pairs) {
      const add = (code: string, path: string, document: string, measures: MeasuresJson) => {
        const { both, onlyFirst, onlySecond, neither } = measures.table;
        const values = ["percentAgreement", "expectedAgreement", "cohenKappa", "positiveAgreement"].map((name) => {
          const value = measures[name];
          return typeof value === "number" ? value : null;
        });
        const counts = [both, onlyFirst, onlySecond, neither];
        rows.push([unit, rollUp, ...coders, code, path, document, ...counts, measures.status, ...values]);
      };
      for (const { code, path, pooled, byDocument } of codes) {
        add(code, path.join(" > "), "", pooled);
        for (const [document, measures] of Object.entries(byDocument)) add(code, path.join(" > "), document, measures);
      }
      add("", "all codes, summed", "", across.summed);
    }
  }
  return csvText(HEADER, rows).trimEnd();
}
