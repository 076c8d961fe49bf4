// Which code was chosen where two coders coded overlapping excerpts: confusion matrix, figures, places behind a cell.
import { compareSpans, type Span } from "@/lib/text/span";
import type { AgreementProject } from "./agreement-project";
import { codesAtLevel } from "./codes-at-level";
import { type ComparisonOptions, compareCoders } from "./comparison";
import { confusionKappa, expectedAgreementOfMatrix } from "./confusion-kappa";
import { confusionKrippendorffAlpha } from "./confusion-krippendorff-alpha";
import { confusionScottPi } from "./confusion-scott-pi";
import { type ExcerptPair, type PairedExcerpts, type PairingOptions, pairExcerpts } from "./excerpt-pairs";
import { holsti } from "./holsti";
import { percentAgreementOfMatrix } from "./percent-agreement";
import type { Statistic } from "./statistic";
import type { SetAside } from "./usable-codings";

export interface OverlapOptions extends Pick<ComparisonOptions, "coders" | "missing">, PairingOptions {
  /** Also count each excerpt that pairs with none; agreement about nothing cannot occur, so kappa is pushed down. */
  readonly withUnmatched?: boolean;
  /** The depth of the tree at which choices are compared, 0 for the top themes; null, the default, as chosen. */
  readonly level?: number | null;
}

export interface OverlapAgreement {
  /** The codes that occur, in the order of the project; with unmatched excerpts, null for "no excerpt" comes last. */
  readonly labels: readonly (string | null)[];
  /** Rows are the first coder's codes, columns the second's. */
  readonly matrix: readonly (readonly number[])[];
  readonly items: number;
  /** How many excerpts each coder has, and how many of them are in no pair. */
  readonly excerpts: readonly [number, number];
  readonly unmatched: readonly [number, number];
  readonly percentAgreement: Statistic;
  readonly expectedAgreement: Statistic;
  readonly cohenKappa: Statistic;
  readonly scottPi: Statistic;
  readonly krippendorffAlpha: Statistic;
  /** Of one-to-one pairs; null for all pairs, where an excerpt may agree more than once. */
  readonly holsti: Statistic | null;
  readonly setAside: readonly SetAside[];
}

/**
 * Answers: Where both coders coded overlapping passages, did they choose the same code, beyond chance?
 * Formula: items are pairs of excerpts that share a character (or whose intersection over union reaches a chosen
 *   share): all such pairs, or each excerpt in one pair at most with the greatest total overlap; κ = (po − pe)/(1 − pe),
 *   π and α on the matrix of their codes; one-to-one also Holsti's CR = 2M/(N1 + N2), M pairs with equal codes, N1 and
 *   N2 the excerpts of each coder
 * Shape: q × q confusion matrix of pairs of excerpts, one from each coder.
 * Unit: pairs of excerpts; an excerpt is a distinct (start, end, code) of a coder. At a level of the tree the pairs
 *   stay what they are, and each code is called by the theme above it at that depth.
 * Undefined: no-data (no pair; of Holsti's CR: no excerpt); one-category (one and the same code throughout).
 * Misleads: It says which code, not where: what only one coder marked does not count, unless unmatched excerpts are
 *   counted as well; then nobody can agree on "nothing" and kappa is pushed down. Among all pairs a long excerpt counts
 *   once for each excerpt that it meets, and pairs that share an excerpt are not independent: no standard error is given.
 * Elsewhere: INCEpTION and DKPro compare identical positions alone and leave out what only one coder marked: kappa can
 *   be 1 with mostly disagreement.
 * Throws: RangeError as compareCoders does, for a share outside 0 to 1, and for a level that is no depth of a tree.
 * Cost: O(n log n) and the number of pairs; one-to-one also the matching within each group of linked excerpts.
 * Source: the pairs are this program's own definition; kappa Cohen 1960, Educ Psychol Meas 20:37–46, doi
 *   10.1177/001316446002000104.
 * Checked: hand arithmetic; comparison of all with all and every possible matching of small sets; the golden cases
 *   project, excerptPairs.
 */
export function overlapAgreement(project: AgreementProject, options: OverlapOptions): OverlapAgreement {
  const { paired, setAside } = pairedDocuments(project, options);
  const atLevel = codesAtLevel(project.codes, options.level ?? null);
  const counts = new Map<string | null, Map<string | null, number>>();
  const seen = new Set<string | null>();
  let items = 0;
  const [excerpts, unmatched]: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (const document of paired) {
    eachItem(document, options, ({ first, second }) => {
      const [row, column] = [labelOf(first, atLevel), labelOf(second, atLevel)];
      const cells = counts.get(row) ?? new Map<string | null, number>();
      counts.set(row, cells.set(column, (cells.get(column) ?? 0) + 1));
      seen.add(row).add(column);
      items++;
    });
    for (const [i, side] of [document.first, document.second].entries()) {
      excerpts[i] = (excerpts[i] ?? 0) + side.count;
      unmatched[i] = (unmatched[i] ?? 0) + side.unmatched.length;
    }
  }
  const labels = [...project.codes.map((code) => code.id), null].filter((label) => seen.has(label));
  const matrix = labels.map((row) => labels.map((column) => counts.get(row)?.get(column) ?? 0));
  const agreed = matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  return {
    labels,
    matrix,
    items,
    excerpts,
    unmatched,
    percentAgreement: percentAgreementOfMatrix(matrix),
    expectedAgreement: expectedAgreementOfMatrix(matrix),
    cohenKappa: confusionKappa(matrix),
    scottPi: confusionScottPi(matrix),
    krippendorffAlpha: confusionKrippendorffAlpha(matrix),
    holsti: options.matching === "one-to-one" ? holsti(agreed, ...excerpts) : null,
    setAside,
  };
}

/** The pairs behind one cell of the matrix with the same options, in document order; null stands for "no excerpt". */
export function overlapPlaces(
  project: AgreementProject,
  options: OverlapOptions,
  firstCodeId: string | null,
  secondCodeId: string | null,
): ExcerptPair[] {
  const atLevel = codesAtLevel(project.codes, options.level ?? null);
  return pairedDocuments(project, options).paired.flatMap((document) => {
    const pairs: ExcerptPair[] = [];
    eachItem(document, options, ({ first, second }) => {
      if (labelOf(first, atLevel) !== firstCodeId || labelOf(second, atLevel) !== secondCodeId) return;
      pairs.push({ documentId: document.documentId, first, second });
    });
    return pairs.sort((a, b) => compareSpans(hullOf(a), hullOf(b)));
  });
}

interface PairedDocument extends PairedExcerpts {
  readonly documentId: string;
}

function pairedDocuments(
  project: AgreementProject,
  options: OverlapOptions,
): { paired: PairedDocument[]; setAside: readonly SetAside[] } {
  const { coders, missing } = options;
  const { documents, setAside } = compareCoders(project, { coders, missing, unit: "character", rollUp: false });
  return { paired: documents.map((each) => ({ documentId: each.id, ...pairExcerpts(each, options) })), setAside };
}

type Item = Pick<ExcerptPair, "first" | "second">;

function eachItem(document: PairedExcerpts, { withUnmatched = false }: OverlapOptions, visit: (item: Item) => void) {
  for (const pair of document.pairs) visit(pair);
  if (!withUnmatched) return;
  for (const first of document.first.unmatched) visit({ first, second: null });
  for (const second of document.second.unmatched) visit({ first: null, second });
}

function labelOf(excerpt: ExcerptPair["first"], atLevel: ReadonlyMap<string, string>): string | null {
  return excerpt && (atLevel.get(excerpt.codeId) ?? excerpt.codeId);
}

function hullOf({ first, second }: Item): Span {
  return {
    start: Math.min(first?.start ?? Infinity, second?.start ?? Infinity),
    end: Math.max(first?.end ?? 0, second?.end ?? 0),
  };
}
