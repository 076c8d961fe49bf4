// The figures of a golden case of the kind `project`, under the names that its file asks for.

import type { AgreementProject } from "./agreement-project";
import { type AgreementReport, agreementReport } from "./agreement-report";
import { acrossCodesEntries } from "./conformance-across";
import { type CaseFigures, type CaseProject, type ConformanceValue, projectInput } from "./conformance-case";
import { clusterFigures, projectBootstrap } from "./conformance-clusters";
import { excerptFigures } from "./conformance-excerpts";
import { measureFigures, tableFigures } from "./conformance-figures";
import { multiFigures } from "./conformance-multi";
import type { BootstrapOptions } from "./resample-documents";
import { usableCodings } from "./usable-codings";

const LEVELS = [
  { level: "char:own", unit: "character", rollUp: false },
  { level: "char:rollup", unit: "character", rollUp: true },
  { level: "unit:own", unit: "given", rollUp: false },
  { level: "unit:rollup", unit: "given", rollUp: true },
] as const;

/** Only what `asked` mentions is computed: a big project has hundreds of figures on levels that nobody asked for. */
export const projectFigures: CaseFigures = (given, asked) => {
  const figures = new Map<string, ConformanceValue>();
  // A case that names its project in a file of its own is completed by whoever can read files.
  if (typeof given !== "object" || given === null || !("project" in given)) return figures;
  const input = projectInput.parse(given);
  const project = projectOf(input.project);
  const { unit_min: minShare, missing } = input.options;
  const bootstrap = projectBootstrap(input.options, asked);

  for (const coders of pairsOf(project.coders)) {
    const pair = `pair.${coders.join("|")}`;
    for (const { level, unit, rollUp } of LEVELS) {
      const prefix = `${pair}.levels.${level}`;
      if (!asked.some((name) => name.startsWith(`${prefix}.`))) continue;
      putReport(figures, prefix, agreementReport(project, { coders, unit, rollUp, minShare, missing }), bootstrap);
    }
    for (const [name, value] of excerptFigures(project, coders, input.options, asked)) figures.set(name, value);
  }
  for (const { level, unit, rollUp } of LEVELS) {
    const prefix = `multi.${level}`;
    if (!asked.some((name) => name.startsWith(`${prefix}.`))) continue;
    for (const [name, value] of multiFigures(project, { unit, rollUp, minShare, missing }, prefix)) {
      figures.set(name, value);
    }
  }
  const { setAside } = usableCodings(project, project.coders);
  for (const why of ["clipped", "empty"] as const) {
    figures.set(`warnings.${why}`, setAside.find((entry) => entry.why === why)?.count ?? 0);
  }
  return figures;
};

function putReport(
  figures: Map<string, ConformanceValue>,
  prefix: string,
  report: AgreementReport,
  bootstrap: BootstrapOptions | undefined,
): void {
  for (const code of report.codes) {
    const of = `${prefix}.codes.${code.codeId}`;
    for (const [name, value] of measureFigures(code.pooled)) figures.set(`${of}.pooled.${name}`, value);
    for (const [name, value] of clusterFigures(code.tables, bootstrap)) figures.set(`${of}.${name}`, value);
    for (const [i, table] of code.tables.entries()) {
      for (const [name, value] of tableFigures(table)) {
        figures.set(`${of}.perDocument.${report.documents[i]}.${name}`, value);
      }
    }
  }
  for (const [name, value] of acrossCodesEntries(report.across)) figures.set(`${prefix}.acrossCodes.${name}`, value);
}

function pairsOf(coders: readonly string[]): [string, string][] {
  return coders.flatMap((first, i) => coders.slice(i + 1).map((second): [string, string] => [first, second]));
}

function projectOf(project: CaseProject): AgreementProject {
  const inCodePoints = project.offsetEncoding === "codepoint";
  return {
    documents: project.documents.map(({ id, length, text = "", units }) => ({
      id,
      length: length ?? (inCodePoints ? [...text].length : text.length),
      units: units && { given: units.map(([start, end]) => ({ start, end })) },
    })),
    codes: project.codes.map(({ id, parent }) => ({ id, parentId: parent ?? null })),
    coders: project.coders,
    assignments: project.assignments?.map(({ doc, coder }) => ({ documentId: doc, coderId: coder })),
    codings: project.codings.map(({ doc, coder, code, start, end }) => ({
      documentId: doc,
      coderId: coder,
      codeId: code,
      start,
      end,
    })),
  };
}
