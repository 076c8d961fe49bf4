// Cohen's kappa of a q × q confusion matrix, and the agreement that it expects by chance.
import { confusionDisagreement } from "./confusion-disagreement";
import { type ConfusionMatrix, margins } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How far do two coders agree beyond chance on which of several categories applies?
 * Formula: κ = (po − pe)/(1 − pe), po = Σ pᵢᵢ, pe = Σ pᵢ. p.ᵢ
 * Shape: q × q confusion matrix.
 * Unit: any; excerpts of two coders that overlap, for instance.
 * Undefined: no-data; one-category (both coders used one and the same category throughout). Where one coder used a
 *   single category and the other did not, it is 0 exactly.
 * Misleads: over excerpts that both coders marked it tells which code, not where; a long excerpt then pairs many times.
 *   One category that is nearly always chosen lowers it for few disagreements.
 * Elsewhere: DKPro's "category agreement" for Cohen's kappa is the kappa per category of Fleiss. INCEpTION leaves out
 *   every position that only one coder marked, so that 1 is possible with mostly disagreement. NaN or an error stands
 *   in most programs where this is undefined; INCEpTION prints 1.
 * Throws: RangeError for a matrix that is not square or holds something other than counts.
 * Cost: O(q²). Exact for whole counts, in BigInt where n² leaves the safe integers.
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, p. 40, doi 10.1177/001316446002000104.
 * Checked: Cohen 1960 pp. 37 and 45; Brennan & Prediger 1981 p. 689; Zwick 1988; Krippendorff 2004 p. 246; the 2×2
 *   form; the golden cases confusion.
 */
export function confusionKappa(matrix: ConfusionMatrix): Statistic {
  const { n, observed, byOwnRates } = confusionDisagreement(matrix);
  if (n === 0) return undefinedFor("no-data");
  if (byOwnRates === 0) return undefinedFor("one-category");
  const small = n * n <= Number.MAX_SAFE_INTEGER || !matrix.every((row) => row.every(Number.isSafeInteger));
  return defined(small ? (byOwnRates - n * observed) / byOwnRates : kappaOfLargeCounts(matrix, BigInt(n)));
}

/** Rounded once above and once below, so that it is 0 only where po = pe and never passes 1. */
function kappaOfLargeCounts(matrix: ConfusionMatrix, n: bigint): number {
  const { first, second } = margins(matrix);
  let agreed = 0n;
  let chance = 0n;
  for (const [i, count] of first.entries()) {
    agreed += BigInt(matrix[i]?.[i] ?? 0);
    chance += BigInt(count) * BigInt(second[i] ?? 0);
  }
  return Number(n * agreed - chance) / Number(n * n - chance);
}

/**
 * Answers: What agreement would the two coders' own rates of using the categories give by chance?
 * Formula: pe = Σ pᵢ. p.ᵢ; with weights pe = Σ wᵢⱼ pᵢ. p.ⱼ
 * Shape: q × q confusion matrix; weights of agreement where some disagreements count less.
 * Unit: any.
 * Undefined: no-data.
 * Misleads: it grows with one category that both use nearly always, however well they tell the others apart.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²).
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, p. 40, doi 10.1177/001316446002000104; with weights Cohen 1968.
 * Checked: Cohen 1960 pp. 37 and 45; Artstein & Poesio 2008 p. 571; the golden cases confusion.
 */
export function expectedAgreementOfMatrix(matrix: ConfusionMatrix, weights?: AgreementWeights): Statistic {
  const { n, byOwnRates } = confusionDisagreement(matrix, weights);
  return n === 0 ? undefinedFor("no-data") : defined((n * n - byOwnRates) / (n * n));
}
