// Documents that hold many respondents' answers, parted into what each of them wrote: the clusters of an interval.
import type { Span } from "@/lib/text/span";
import type { AgreementCoding, AgreementDocument, AgreementProject, AgreementUnit } from "./agreement-project";
import { type AgreementReport, pairReport, type ReportOptions } from "./agreement-report";
import { layOut } from "./laid-project";
import type { BootstrapOptions } from "./resample-documents";

/** An answer, and who gave it: the same name in several documents is the same respondent. */
export interface Answer extends Span {
  readonly respondent: string;
}

/** By document; only documents of surveys are in it. */
export type AnswersOf = ReadonlyMap<string, readonly Answer[]>;

interface Piece extends Span {
  readonly part: Part;
  /** Where it begins in the text of its part. */
  readonly at: number;
}

interface Part {
  readonly id: string;
  readonly coders: readonly string[] | null;
  length: number;
  readonly units: Map<AgreementUnit, Span[]>;
}

/**
 * The project with a document for each respondent in the place of those that `answers` holds; the others stay as they
 * are. Every character goes along: what stands between two answers belongs to the earlier one. So sums over documents
 * of characters, turns, paragraphs and sentences are what they were. A coding over several answers counts in each.
 * Cost: O(answers + units + codings × answers that they touch), once sorted.
 */
export function partedByRespondent(project: AgreementProject, answers: AnswersOf): AgreementProject {
  const parts = new Map<string, Part>();
  const pieces = new Map<string, readonly Piece[]>();
  const whole: AgreementDocument[] = [];
  for (const document of project.documents) {
    const given = answers.get(document.id);
    if (!given || given.length === 0) {
      whole.push(document);
      continue;
    }
    const coders = project.assignments
      ? project.assignments.filter(({ documentId }) => documentId === document.id).map(({ coderId }) => coderId)
      : null;
    const made = piecesOf(document, given, coders, parts);
    pieces.set(document.id, made);
    for (const [unit, spans] of Object.entries(document.units ?? {}) as [AgreementUnit, readonly Span[]][]) {
      for (const span of spans) for (const { part, ...moved } of movedInto(made, span, true)) push(part, unit, moved);
    }
  }
  const codings: AgreementCoding[] = project.codings.flatMap((coding) => {
    const made = pieces.get(coding.documentId);
    if (!made) return [coding];
    return movedInto(made, coding, false).map(({ part, start, end }) => ({
      ...coding,
      documentId: part.id,
      start,
      end,
    }));
  });
  const listed = [...parts.values()];
  return {
    ...project,
    documents: [...whole, ...listed.map(({ id, length, units }) => ({ id, length, units: Object.fromEntries(units) }))],
    codings,
    ...(project.assignments && {
      assignments: [
        ...project.assignments.filter(({ documentId }) => !pieces.has(documentId)),
        ...listed.flatMap(({ id, coders }) => (coders ?? []).map((coderId) => ({ documentId: id, coderId }))),
      ],
    }),
  };
}

/** One respondent's answers in documents of the same coders make one part: only then do the same people code all of it. */
function piecesOf(
  document: AgreementDocument,
  answers: readonly Answer[],
  coders: readonly string[] | null,
  parts: Map<string, Part>,
): Piece[] {
  const sorted = [...answers].sort((a, b) => a.start - b.start);
  const seats = coders === null ? "" : [...coders].sort().join(" ");
  return sorted.map(({ respondent, start }, i) => {
    const id = `${respondent}\n${seats}`;
    const part = parts.get(id) ?? { id, coders, length: 0, units: new Map() };
    parts.set(id, part);
    const from = i === 0 ? 0 : start;
    const end = sorted[i + 1]?.start ?? document.length;
    const piece = { part, start: from, end, at: part.length };
    part.length += end - from;
    return piece;
  });
}

function movedInto(pieces: readonly Piece[], span: Span, once: boolean): (Span & { part: Part })[] {
  const moved: (Span & { part: Part })[] = [];
  for (let i = pieceAt(pieces, span.start); i < pieces.length; i++) {
    const { part, start, end, at } = pieces[i] as Piece;
    if (start >= span.end && moved.length > 0) break;
    const from = Math.max(span.start, start);
    const to = Math.min(span.end, end);
    if (to > from || once) moved.push({ part, start: at + from - start, end: at + Math.max(from, to) - start });
    if (once || span.end <= end) break;
  }
  return moved;
}

/** The last piece that begins at or before `offset`. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function push(part: Part, unit: AgreementUnit, { start, end }: Span): void {
  const spans = part.units.get(unit) ?? [];
  part.units.set(unit, spans);
  spans.push({ start, end });
}

/** Who is drawn anew in an interval: documents, respondents of surveys, or some of each. */
export type ClusterKind = "documents" | "respondents" | "both";

export function clusterKind(
  { documents }: AgreementProject,
  answers: AnswersOf,
  unit: AgreementUnit | "given",
): ClusterKind {
  // A whole document is one item and cannot be parted.
  if (unit === "document" || unit === "given") return "documents";
  const parted = documents.filter(({ id }) => (answers.get(id)?.length ?? 0) > 0).length;
  if (parted === 0) return "documents";
  return parted === documents.length ? "respondents" : "both";
}

/** The report that intervals are computed from: with a table for each respondent of a survey in its documents' place. */
export function reportOfClusters(
  report: AgreementReport,
  project: AgreementProject,
  answers: AnswersOf,
  options: ReportOptions,
): AgreementReport {
  if (clusterKind(project, answers, options.unit) === "documents") return report;
  return pairReport(layOut(partedByRespondent(project, answers), options, options.coders), options);
}

const MOST_DRAWS = 10_000_000;

/** Without the bootstrap where it would draw more than memory holds; by then the other interval says the same. */
export function withoutVastBootstrap<O extends { readonly bootstrap?: BootstrapOptions | undefined }>(
  options: O,
  clusters: number,
): O {
  const isVast = options.bootstrap && clusters * options.bootstrap.replicates > MOST_DRAWS;
  return isVast ? { ...options, bootstrap: undefined } : options;
}
