// The two standard errors of Cohen's kappa of a q × q matrix, weighted or not: for intervals, and for the test of 0.
import { type ConfusionDisagreement, confusionDisagreement } from "./confusion-disagreement";
import type { ConfusionMatrix } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: How far might kappa have come out otherwise by chance, if each item had been drawn on its own?
 * Formula: SE² = {Σ pᵢⱼ[wᵢⱼ − (w̄ᵢ. + w̄.ⱼ)(1 − κ)]² − [κ − pe(1 − κ)]²} / (n(1 − pe)²), w̄ᵢ. = Σⱼ p.ⱼ wᵢⱼ,
 *   w̄.ⱼ = Σᵢ pᵢ. wᵢⱼ; without weights w is 1 on the diagonal and 0 off it
 * Shape: q × q confusion matrix; weights of agreement for the weighted kappa.
 * Unit: items that are independent of one another; characters are not, and pairs of overlapping excerpts are not.
 * Undefined: no-data; one-category. Where one coder used a single category, or agreement is full, it is 0 and says
 *   nothing.
 * Misleads: many times too small where the items depend on one another.
 * Elsewhere: irr::kappa2's z is reckoned with the other one, that under κ = 0.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²). Reckoned as a sum of squares about the mean, so that nothing cancels at large n.
 * Source: Fleiss, Cohen & Everitt 1969, Psychol Bull 72:323–327, doi 10.1037/h0028106.
 * Checked: Fleiss, Levin & Paik 2003 s. 18.1 (.087); Agresti 1990 (vcd: .0686); SAS PROC FREQ AGREE (.1457);
 *   irrCAC 1.0; the formula as printed, over random matrices; the golden cases confusion.
 */
export function confusionKappaSE(matrix: ConfusionMatrix, weights?: AgreementWeights): Statistic {
  const found = confusionDisagreement(matrix, weights);
  const { n, observed, byOwnRates } = found;
  if (n === 0) return undefinedFor("no-data");
  if (byOwnRates === 0) return undefinedFor("one-category");
  if (found.oneConstant || observed === 0) return defined(0);
  const ratio = (n * observed) / byOwnRates;
  const sum = sumOfSquares(found, ratio, observed / n, (i, j) => (matrix[i]?.[j] ?? 0) / n);
  return defined(Math.sqrt(sum / n) / (byOwnRates / (n * n)));
}

/**
 * Answers: How far from 0 would kappa stray by chance if the two coders agreed no more than their rates make likely?
 * Formula: SE₀² = {Σ pᵢ.p.ⱼ[wᵢⱼ − (w̄ᵢ. + w̄.ⱼ)]² − pe²} / (n(1 − pe)²), w̄ as for the other standard error; without
 *   weights {pe + pe² − Σ pᵢ.p.ᵢ(pᵢ. + p.ᵢ)} / (n(1 − pe)²)
 * Shape: q × q confusion matrix; weights of agreement for the weighted kappa.
 * Unit: items that are independent of one another; characters are not.
 * Undefined: no-data; one-category. Where one coder used a single category it is 0.
 * Misleads: it belongs to the test of κ = 0 alone; never make an interval of it.
 * Elsewhere: irr::kappa2's z is κ divided by this.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²).
 * Source: Fleiss, Cohen & Everitt 1969, Psychol Bull 72:323–327, doi 10.1037/h0028106.
 * Checked: Fleiss, Levin & Paik 2003 s. 18.1 (.076); SAS PROC FREQ AGREE (.1426); irr 0.84.1 (z 84.6); the golden
 *   cases confusion.
 */
export function confusionKappaNullSE(matrix: ConfusionMatrix, weights?: AgreementWeights): Statistic {
  const found = confusionDisagreement(matrix, weights);
  const { n, byOwnRates, first, second } = found;
  if (n === 0) return undefinedFor("no-data");
  if (byOwnRates === 0) return undefinedFor("one-category");
  if (found.oneConstant) return defined(0);
  const expected = byOwnRates / (n * n);
  const sum = sumOfSquares(found, 1, expected, (i, j) => ((first[i] ?? 0) / n) * ((second[j] ?? 0) / n));
  return defined(Math.sqrt(sum / n) / expected);
}

/** Σ share · (ratio (v̄ᵢ. + v̄.ⱼ) − vᵢⱼ − centre)², v = 1 − w: what stands in the braces, about its mean. */
function sumOfSquares(
  { n, weights, first, second }: ConfusionDisagreement,
  ratio: number,
  centre: number,
  shareOf: (i: number, j: number) => number,
): number {
  const ofRow = weights.map((row) => row.reduce((sum, weight, j) => sum + weight * ((second[j] ?? 0) / n), 0));
  const ofColumn = weights.map((_, j) =>
    weights.reduce((sum, row, i) => sum + (row[j] ?? 0) * ((first[i] ?? 0) / n), 0),
  );
  let sum = 0;
  for (const [i, row] of weights.entries()) {
    for (const [j, weight] of row.entries()) {
      sum += shareOf(i, j) * (ratio * ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) - weight - centre) ** 2;
    }
  }
  return sum;
}
