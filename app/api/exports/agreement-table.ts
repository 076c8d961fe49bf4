import type { IntervalKind } from "@/app/[workspace]/projects/[project]/rounds/[round]/agreement/agreement-choice";
import {
  countWords,
  kappaWords,
  numberWords,
  percentWords,
  setAsideWords,
  undefinedWords,
} from "@/app/[workspace]/projects/[project]/rounds/[round]/agreement/figure-words";
import {
  CLUSTER_WORDS,
  type ShownInterval,
  shownFigureInterval,
  shownInterval,
} from "@/app/[workspace]/projects/[project]/rounds/[round]/agreement/interval-words";
import type { ReadResult } from "@/db/reads";
import type { FigureIntervals } from "@/lib/agreement/across-intervals";
import type { KappaIntervals } from "@/lib/agreement/kappa-intervals";
import type { Measures } from "@/lib/agreement/measures";
import type { Statistic } from "@/lib/agreement/statistic";
import { treeOrder } from "@/lib/codebook/tree";
import type { TableDocument, TableDocumentRow } from "@/lib/writers/table-docx";

type Report = ReadResult<"agreement-report">;

/** As the screen shows it: hidden where too few documents carry the code. */
function intervalCell({ bounds }: ShownInterval): string {
  return bounds ? `[${bounds.map((bound) => numberWords(bound)).join(", ")}]` : "–";
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

function rowsOf({ codes, figures, across, counted, clusters }: Report, kind: IntervalKind): TableDocumentRow[] {
  const byCode = new Map(figures.map((each) => [each.codeId, each]));
  const cell = (of: KappaIntervals | null) => (of ? intervalCell(shownInterval(of, kind, clusters)) : "–");
  const rows = treeOrder(codes).flatMap(({ code, depth }): TableDocumentRow[] => {
    const found = byCode.get(code.id);
    if (!found) return [];
    const { pooled, intervals, documentsWithCode } = found;
    return [{ depth, cells: cellsOf(code.name, pooled, cell(intervals), documentsWithCode) }];
  });
  const { summed, pooledKappa, meanKappa } = across.intervals;
  const figureRow = (title: string, value: Statistic, of: FigureIntervals): TableDocumentRow => ({
    cells: [title, kappaWords(value), intervalCell(shownFigureInterval(of, summed, kind, clusters))],
  });
  return [
    ...rows,
    { rule: true, cells: cellsOf("All codes, tables added up", across.summed, cell(summed), counted.documents) },
    figureRow("Pooled κ (de Vries et al. 2008)", across.pooledKappa, pooledKappa),
    figureRow(`Mean of the ${across.codesDefined} defined κ`, across.meanKappa, meanKappa),
  ];
}

const lowered = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
const raised = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Why a figure of the table is a dash: for each reason the codes that it holds for. */
function undefinedNotes({ codes, figures, clusters }: Report, kind: IntervalKind): string[] {
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const reasons = new Map<string, string[]>();
  const say = (words: string, codeId: string) =>
    reasons.set(words, [...(reasons.get(words) ?? []), names.get(codeId) ?? ""]);
  for (const { codeId, pooled, intervals } of figures) {
    const { cohenKappa } = pooled;
    const note = intervals && shownInterval(intervals, kind, clusters).note;
    if (cohenKappa.kind === "undefined") say(`κ: ${lowered(undefinedWords(cohenKappa.reason))}`, codeId);
    else if (note) say(raised(note), codeId);
  }
  return [...reasons].map(([words, of]) => `${words}: ${of.join("; ")}.`);
}

/** The table of the agreement screen as a paper prints it, with what its figures depend on. */
export function agreementTable(report: Report, projectName: string, kind: IntervalKind): TableDocument {
  const nameOf = (id: string) => report.coders.find((coder) => coder.id === id)?.name ?? "";
  const [first, second] = report.pair.map(nameOf);
  const confidence = `${Number((report.confidence * 100).toFixed(2))}%`;
  const boot = report.figures.find(({ intervals }) => intervals?.bootstrap)?.intervals?.bootstrap;
  const { many } = CLUSTER_WORDS[report.clusters];
  const methods: Readonly<Record<IntervalKind, string>> = {
    linearised: `Student's t on the linearised standard error over ${many}; for the pooled and the mean κ the jackknife`,
    jackknife: `Student's t on the jackknife over ${many}`,
    bootstrap: `percentile bootstrap, ${many} resampled whole, ${countWords(boot?.replicates ?? 0)} replicates`,
  };
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
    rows: rowsOf(report, kind),
    notes: [
      "κ: Cohen (1960). α: Krippendorff, nominal. Positive: positive specific agreement (Cicchetti & Feinstein 1990). " +
        `Intervals: ${methods[kind]}.`,
      "The figures over all codes are of each code by itself; a mean is over the codes that have a κ.",
      ...undefinedNotes(report, kind),
      ...report.setAside.map((entry) => `Set aside: ${setAsideWords(entry)}.`),
    ],
  };
}
