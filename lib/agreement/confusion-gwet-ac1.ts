// Gwet's AC1 of a q × q confusion matrix; with weights it is AC2.
import { confusionDisagreement } from "./confusion-disagreement";
import type { ConfusionMatrix } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How far do two coders agree beyond chance on several categories, if only items that are hard to decide are
 *   agreed on by chance?
 * Formula: AC1 = (po − pe)/(1 − pe), pe = Σ πₖ(1 − πₖ)/(q − 1), πₖ = (pₖ. + p.ₖ)/2; with weights (AC2) po = Σ wᵢⱼ pᵢⱼ,
 *   pe = Σ wᵢⱼ · Σ πₖ(1 − πₖ) / (q(q − 1))
 * Shape: q × q confusion matrix, with a row for every category of the codebook; weights where disagreements differ.
 * Unit: units; not characters.
 * Undefined: no-data; one-label (only one category to choose from, or weights under which every choice agrees in full).
 *   Where both used one category throughout, it is 1.
 * Misleads: near percent agreement where one category prevails. Categories that nobody used count in q and raise it.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²).
 * Source: Gwet 2008, Br J Math Stat Psychol 61:29–48, doi 10.1348/000711006X126600; AC2 Gwet 2014, Handbook of
 *   Inter-Rater Reliability, 4th ed.
 * Checked: irrCAC 1.0 and 1.4, gwet.ac1.table, unweighted and quadratic; Cohen 1960's tables in irrCAC (.57597,
 *   −.04797); the 2×2 form; the golden cases confusion.
 */
export function confusionGwetAC1(matrix: ConfusionMatrix, by?: AgreementWeights): Statistic {
  const { n, weights, first, second, observed } = confusionDisagreement(matrix, by);
  if (n === 0) return undefinedFor("no-data");
  const q = matrix.length;
  const agreeing = weights.reduce((sum, row) => sum + row.reduce((inRow, weight) => inRow + 1 - weight, 0), 0);
  if (q === 1 || agreeing === q * q) return undefinedFor("one-label");
  const unlike = first.reduce((sum, count, k) => {
    const shared = count + (second[k] ?? 0);
    return sum + shared * (2 * n - shared);
  }, 0);
  const beyondChance = 4 * n * n - (agreeing * unlike) / (q * (q - 1));
  return defined((beyondChance - 4 * n * observed) / beyondChance);
}
