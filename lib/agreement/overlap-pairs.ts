// Which code was chosen where two coders coded overlapping excerpts: the pairs, their confusion matrix and its kappa.
import { eachOverlap } from "@/lib/text/overlap-sweep";
import { compareSpans, overlapLength, type Span } from "@/lib/text/span";
import type { AgreementCoding, AgreementProject } from "./agreement-project";
import { type ComparedDocument, type ComparisonOptions, compareCoders } from "./comparison";
import { confusionKappa, expectedAgreementOfMatrix } from "./confusion-kappa";
import { percentAgreementOfMatrix } from "./percent-agreement";
import type { Statistic } from "./statistic";
import type { SetAside } from "./usable-codings";

export interface OverlapOptions extends Pick<ComparisonOptions, "coders" | "missing"> {
  /** Two excerpts make a pair when their common part is at least this share of their union; 0 for any character. */
  readonly minIou?: number;
  /** Also count each excerpt that pairs with none; agreement about nothing cannot occur, so kappa is pushed down. */
  readonly withUnmatched?: boolean;
}

/** One item: an excerpt of each coder, or one coder's excerpt that found none. */
export interface ExcerptPair {
  readonly documentId: string;
  readonly first: Excerpt | null;
  readonly second: Excerpt | null;
}

export interface Excerpt extends Span {
  readonly codeId: string;
}

export interface OverlapAgreement {
  /** The codes that occur, in the order of the project; with unmatched excerpts, null for "no excerpt" comes last. */
  readonly labels: readonly (string | null)[];
  /** Rows are the first coder's codes, columns the second's. */
  readonly matrix: readonly (readonly number[])[];
  readonly items: number;
  readonly percentAgreement: Statistic;
  readonly expectedAgreement: Statistic;
  readonly cohenKappa: Statistic;
  readonly setAside: readonly SetAside[];
}

/**
 * Answers: Where both coders coded overlapping passages, did they choose the same code, beyond chance?
 * Shape: q × q confusion matrix of all pairs of overlapping excerpts, one from each coder.
 * Unit: pairs of excerpts; an excerpt is a distinct (start, end, code) of a coder, and may be in many pairs.
 * Undefined: no-data (no pair); one-category (one and the same code throughout).
 * Throws: RangeError as compareCoders does.
 * Cost: O(n log n) and the number of pairs.
 * Source: agreement.md C14 and section 6; kappa as in Cohen 1960, doi 10.1177/001316446002000104.
 * Checked: hand arithmetic; comparison of all with all; the golden cases project, excerptPairs.
 */
export function overlapAgreement(project: AgreementProject, options: OverlapOptions): OverlapAgreement {
  const { documents, setAside } = compareCoders(project, { ...options, unit: "character", rollUp: false });
  const counts = new Map<string | null, Map<string | null, number>>();
  const seen = new Set<string | null>();
  let items = 0;
  for (const document of documents) {
    eachPair(document, options, (first, second) => {
      const [row, column] = [first?.codeId ?? null, second?.codeId ?? null];
      const cells = counts.get(row) ?? new Map<string | null, number>();
      counts.set(row, cells.set(column, (cells.get(column) ?? 0) + 1));
      seen.add(row).add(column);
      items++;
    });
  }
  const labels = [...project.codes.map((code) => code.id), null].filter((label) => seen.has(label));
  const matrix = labels.map((row) => labels.map((column) => counts.get(row)?.get(column) ?? 0));
  return {
    labels,
    matrix,
    items,
    percentAgreement: percentAgreementOfMatrix(matrix),
    expectedAgreement: expectedAgreementOfMatrix(matrix),
    cohenKappa: confusionKappa(matrix),
    setAside,
  };
}

/** The pairs behind one cell of the matrix, in document order; null stands for "no excerpt". */
export function overlapPlaces(
  project: AgreementProject,
  options: OverlapOptions,
  firstCodeId: string | null,
  secondCodeId: string | null,
): ExcerptPair[] {
  const { documents } = compareCoders(project, { ...options, unit: "character", rollUp: false });
  return documents.flatMap((document) => {
    const pairs: ExcerptPair[] = [];
    eachPair(document, options, (first, second) => {
      if ((first?.codeId ?? null) !== firstCodeId || (second?.codeId ?? null) !== secondCodeId) return;
      pairs.push({ documentId: document.id, first, second });
    });
    return pairs.sort((a, b) => compareSpans(hullOf(a), hullOf(b)));
  });
}

function hullOf({ first, second }: ExcerptPair): Span {
  return {
    start: Math.min(first?.start ?? Infinity, second?.start ?? Infinity),
    end: Math.max(first?.end ?? 0, second?.end ?? 0),
  };
}

function eachPair(
  document: ComparedDocument,
  { minIou = 0, withUnmatched = false }: OverlapOptions,
  visit: (first: Excerpt | null, second: Excerpt | null) => void,
): void {
  const first = excerptsOf(document.first.codings);
  const second = excerptsOf(document.second.codings);
  const matched = new Set<Excerpt>();
  eachOverlap(first, second, (i, j) => {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) return;
    const common = overlapLength(a, b);
    if (common < minIou * (a.end - a.start + b.end - b.start - common)) return;
    matched.add(a).add(b);
    visit(a, b);
  });
  if (!withUnmatched) return;
  for (const excerpt of first) if (!matched.has(excerpt)) visit(excerpt, null);
  for (const excerpt of second) if (!matched.has(excerpt)) visit(null, excerpt);
}

/** A coder's codings without repetitions: the same code twice on the same words is one excerpt. */
function excerptsOf(codings: readonly AgreementCoding[]): Excerpt[] {
  const distinct = new Map<string, Excerpt>();
  for (const { codeId, start, end } of codings) distinct.set(`${start} ${end} ${codeId}`, { codeId, start, end });
  return [...distinct.values()];
}
