// The sums over a confusion matrix that its coefficients are made of, each as disagreement, so that nothing cancels.
import { type ConfusionMatrix, margins, matrixSize } from "./confusion-matrix";
import { type AgreementWeights, disagreementWeights } from "./confusion-weights";

export interface ConfusionDisagreement {
  readonly n: number;
  /** 1 − w of each pair of categories. */
  readonly weights: readonly (readonly number[])[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Σ (1 − wᵢⱼ) nᵢⱼ: n times 1 − po. */
  readonly observed: number;
  /** Σ (1 − wᵢⱼ) nᵢ. n.ⱼ: n² times 1 − pe of Cohen; 0 exactly where chance alone gives full agreement. */
  readonly byOwnRates: number;
  /** Σ (1 − wᵢⱼ) tᵢ tⱼ with t = nᵢ. + n.ᵢ: 4n² times 1 − pe of Scott; 0 exactly under such a condition. */
  readonly bySharedRates: number;
  /** One coder put everything into one category: kappa is 0 and does not vary. */
  readonly oneConstant: boolean;
}

/** Whole sums of whole counts are exact while 4n² is a safe integer. Throws RangeError as its parts do. Cost: O(q²). */
export function confusionDisagreement(matrix: ConfusionMatrix, by?: AgreementWeights): ConfusionDisagreement {
  const n = matrixSize(matrix);
  const weights = disagreementWeights(matrix.length, by);
  const { first, second } = margins(matrix);
  let [observed, byOwnRates, bySharedRates] = [0, 0, 0];
  for (const [i, row] of weights.entries()) {
    const [rowTotal, rowShared] = [first[i] ?? 0, (first[i] ?? 0) + (second[i] ?? 0)];
    for (const [j, weight] of row.entries()) {
      if (weight === 0) continue;
      observed += weight * (matrix[i]?.[j] ?? 0);
      byOwnRates += weight * rowTotal * (second[j] ?? 0);
      bySharedRates += weight * rowShared * ((first[j] ?? 0) + (second[j] ?? 0));
    }
  }
  const oneConstant = [first, second].some((counts) => counts.filter((count) => count > 0).length === 1);
  return { n, weights, first, second, observed, byOwnRates, bySharedRates, oneConstant };
}
