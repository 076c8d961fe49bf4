// The pairs of excerpts of two coders in one document, and the excerpts that found no partner.
import { eachOverlap } from "@/lib/text/overlap-sweep";
import { overlapLength } from "@/lib/text/span";
import type { ComparedDocument } from "./comparison";
import { compareExcerpts, type Excerpt, type ExcerptOverlap, matchExcerpts } from "./excerpt-matching";
import type { LaidSide } from "./laid-project";

/** `one-to-one`: each excerpt in one pair at most, chosen for the greatest total overlap. */
export type ExcerptMatching = "all-pairs" | "one-to-one";

export interface PairingOptions {
  /** Two excerpts make a pair when their common part is at least this share of their union; 0 for any character. */
  readonly minIou?: number;
  /** Default `all-pairs`. */
  readonly matching?: ExcerptMatching;
  /** Only excerpts of these codes, as chosen; all without it. */
  readonly codeIds?: ReadonlySet<string>;
}

/** One item: an excerpt of each coder, or one coder's excerpt that found none. */
export interface ExcerptPair {
  readonly documentId: string;
  readonly first: Excerpt | null;
  readonly second: Excerpt | null;
}

export interface CoderExcerpts {
  /** How many excerpts the coder has in the document. */
  readonly count: number;
  readonly unmatched: readonly Excerpt[];
}

export interface PairedExcerpts {
  readonly pairs: readonly { readonly first: Excerpt; readonly second: Excerpt }[];
  readonly first: CoderExcerpts;
  readonly second: CoderExcerpts;
}

/**
 * Pairs what overlaps. An excerpt that only overlaps below `minIou`, or that another was preferred to, is unmatched.
 * Throws RangeError for a share outside 0 to 1.
 */
export function pairExcerpts(
  document: Pick<ComparedDocument, "first" | "second">,
  { minIou = 0, matching = "all-pairs", codeIds }: PairingOptions,
): PairedExcerpts {
  if (!(minIou >= 0 && minIou <= 1)) throw new RangeError(`a share of the union is ${minIou}, not within 0 and 1`);
  const [first, second] = [excerptsOf(document.first, codeIds), excerptsOf(document.second, codeIds)];
  const overlaps: ExcerptOverlap[] = [];
  eachOverlap(first, second, (i, j) => {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) return;
    const common = overlapLength(a, b);
    // A quotient, because a share such as 0.55 times 20 comes out above 11.
    if (common / (a.end - a.start + b.end - b.start - common) >= minIou) overlaps.push({ first: i, second: j, common });
  });
  const [matchedFirst, matchedSecond] = [new Set<Excerpt>(), new Set<Excerpt>()];
  const chosen = matching === "one-to-one" ? matchExcerpts(first, second, overlaps) : overlaps;
  const pairs = chosen.flatMap(({ first: i, second: j }) => {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) return [];
    matchedFirst.add(a);
    matchedSecond.add(b);
    return [{ first: a, second: b }];
  });
  return {
    pairs,
    first: { count: first.length, unmatched: first.filter((excerpt) => !matchedFirst.has(excerpt)) },
    second: { count: second.length, unmatched: second.filter((excerpt) => !matchedSecond.has(excerpt)) },
  };
}

/** A coder's codings without repetitions, in order: the same code twice on the same words is one excerpt. */
function excerptsOf({ codings }: LaidSide, codeIds?: ReadonlySet<string>): Excerpt[] {
  return codings
    .filter(({ codeId }) => !codeIds || codeIds.has(codeId))
    .map(({ codeId, start, end }) => ({ codeId, start, end }))
    .sort(compareExcerpts)
    .filter((excerpt, i, all) => {
      const before = all[i - 1];
      return !before || compareExcerpts(before, excerpt) !== 0;
    });
}
