import {
  countWords,
  kappaWords,
  percentWords,
  setAsideWords,
  undefinedWords,
} from "@/app/[workspace]/projects/[project]/rounds/[round]/agreement/figure-words";
import type { ReadResult } from "@/db/reads";
import { boundsOrNull, type Interval } from "@/lib/agreement/interval";
import { FEWEST_DOCUMENTS_WITH_CODE, intervalStanding } from "@/lib/agreement/interval-standing";
import type { KappaIntervals } from "@/lib/agreement/kappa-intervals";
import type { Measures } from "@/lib/agreement/measures";
import type { Statistic } from "@/lib/agreement/statistic";
import { treeOrder } from "@/lib/codebook/tree";
import type { TableDocument, TableDocumentRow } from "@/lib/writers/table-docx";

type Report = ReadResult<"agreement-report">;

const number = (value: number) => value.toFixed(2).replace("-", "−");

function boundsWords(interval: Interval): string {
  const bounds = boundsOrNull(interval);
  return bounds ? `[${bounds.map(number).join(", ")}]` : "–";
}

/** As screens do: hidden where too few documents carry the code. */
function intervalWords(of: KappaIntervals | null): string {
  if (!of) return "–";
  if (intervalStanding(of.documents, of.documentsWithCode) === "hidden") return "–";
  return boundsWords(of.bootstrap?.interval ?? of.linearised.interval);
}

function cellsOf(title: string, measures: Measures, interval: string, documents: number): string[] {
  const { both, onlyFirst, onlySecond, neither } = measures.table;
  return [
    title,
    kappaWords(measures.cohenKappa),
    interval,
    kappaWords(measures.krippendorffAlpha),
    kappaWords(measures.positiveAgreement),
    percentWords(measures.percentAgreement),
    ...[both, onlyFirst, onlySecond, neither, documents].map(countWords),
  ];
}

function acrossCells(title: string, value: Statistic, interval: Interval): string[] {
  return [title, kappaWords(value), boundsWords(interval)];
}

function rowsOf({ codes, figures, across, counted }: Report): TableDocumentRow[] {
  const byCode = new Map(figures.map((each) => [each.codeId, each]));
  const rows = treeOrder(codes).flatMap(({ code, depth }): TableDocumentRow[] => {
    const found = byCode.get(code.id);
    if (!found) return [];
    const { pooled, intervals, documentsWithCode } = found;
    return [{ depth, cells: cellsOf(code.name, pooled, intervalWords(intervals), documentsWithCode) }];
  });
  const { summed, pooledKappa, meanKappa } = across.intervals;
  const figure = (of: typeof pooledKappa) => (of.bootstrap ?? of.jackknife).interval;
  return [
    ...rows,
    {
      rule: true,
      cells: cellsOf("All codes, tables added up", across.summed, intervalWords(summed), counted.documents),
    },
    { cells: acrossCells("Pooled κ (de Vries et al. 2008)", across.pooledKappa, figure(pooledKappa)) },
    { cells: acrossCells(`Mean of the ${across.codesDefined} defined κ`, across.meanKappa, figure(meanKappa)) },
  ];
}

/** Why a figure of the table is a dash: for each reason the codes that it holds for. */
function undefinedNotes({ codes, figures }: Report): string[] {
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const reasons = new Map<string, string[]>();
  const say = (words: string, codeId: string) =>
    reasons.set(words, [...(reasons.get(words) ?? []), names.get(codeId) ?? ""]);
  for (const { codeId, pooled, intervals } of figures) {
    const { cohenKappa } = pooled;
    const interval = intervals?.bootstrap?.interval ?? intervals?.linearised.interval;
    if (cohenKappa.kind === "undefined") say(`κ. ${undefinedWords(cohenKappa.reason)}`, codeId);
    else if (intervals && intervalStanding(intervals.documents, intervals.documentsWithCode) === "hidden") {
      say(`No interval is given: fewer than ${FEWEST_DOCUMENTS_WITH_CODE} documents carry the code`, codeId);
    } else if (interval?.kind === "undefined") say(undefinedWords(interval.reason), codeId);
  }
  return [...reasons].map(([words, of]) => `${words}: ${of.join("; ")}.`);
}

/** The table of the agreement screen as a paper prints it, with what its figures depend on. */
export function agreementTable(report: Report, projectName: string): TableDocument {
  const nameOf = (id: string) => report.coders.find((coder) => coder.id === id)?.name ?? "";
  const [first, second] = report.pair.map(nameOf);
  const confidence = `${Number((report.confidence * 100).toFixed(2))}%`;
  const boot = report.figures.find(({ intervals }) => intervals?.bootstrap)?.intervals?.bootstrap;
  const method = boot
    ? `percentile bootstrap, documents resampled whole, ${countWords(boot.replicates)} replicates`
    : "Student's t on the linearised standard error over documents";
  return {
    title: `${projectName}: agreement of ${first} and ${second} in ${report.round.name}`,
    intro: [
      `Counted by ${report.unit} in ${countWords(report.counted.documents)} documents (${countWords(report.counted.items)} items)` +
        `${report.rollUp ? "; themes count what their sub-themes hold" : ""}. Codings: ${first} ${countWords(report.counted.codings[0])}, ` +
        `${second} ${countWords(report.counted.codings[1])}.` +
        `${report.round.openCodebook ? " The coding was not blind: this round had an open codebook." : ""}`,
    ],
    columns: [
      { header: "Code" },
      { header: "κ", align: "end" },
      { header: `${confidence} interval`, align: "end" },
      { header: "α", align: "end" },
      { header: "Positive", align: "end" },
      { header: "Agreement", align: "end" },
      { header: "Both", align: "end" },
      { header: `Only ${first}`, align: "end" },
      { header: `Only ${second}`, align: "end" },
      { header: "Neither", align: "end" },
      { header: "Documents", align: "end" },
    ],
    rows: rowsOf(report),
    notes: [
      `κ: Cohen (1960). α: Krippendorff, nominal. Positive: positive specific agreement (Cicchetti & Feinstein 1990). Intervals: ${method}; ` +
        "for the pooled and the mean κ the " +
        (boot ? "same." : "jackknife over documents."),
      "The figures over all codes are of each code by itself; a mean is over the codes that have a κ.",
      ...undefinedNotes(report),
      ...report.setAside.map((entry) => `Set aside: ${setAsideWords(entry)}.`),
    ],
  };
}
