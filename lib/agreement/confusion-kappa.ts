// Cohen's kappa of a q × q confusion matrix, unweighted and weighted.
import { type ConfusionMatrix, checkedMatrix, margins, matrixSize } from "./confusion-matrix";
import { defined, type Statistic, undefinedFor } from "./statistic";

/** How much two categories agree: 1 for the same, down to 0. */
export type AgreementWeights = "linear" | "quadratic" | readonly (readonly number[])[];

export interface WeightedAgreement {
  readonly observed: Statistic;
  readonly expected: Statistic;
  readonly kappa: Statistic;
}

/**
 * Answers: How far do two coders agree beyond chance on which of several categories applies?
 * Shape: q × q confusion matrix.
 * Unit: any; excerpts of two coders that overlap, for instance.
 * Undefined: no-data; one-category (both coders used one and the same category throughout).
 * Throws: RangeError for a matrix that is not square or holds something other than counts.
 * Cost: O(q²). Exact for whole counts while n² is a safe integer.
 * Source: (n Σ nᵢᵢ − Σ nᵢ. n.ᵢ) / (n² − Σ nᵢ. n.ᵢ); Cohen 1960, p. 40, doi 10.1177/001316446002000104.
 * Checked: Cohen 1960 pp. 37 and 45; Brennan & Prediger 1981 p. 689; Zwick 1988; Krippendorff 2004 p. 246; the
 *   golden cases confusion.
 */
export function confusionKappa(matrix: ConfusionMatrix): Statistic {
  const n = matrixSize(matrix);
  if (n === 0) return undefinedFor("no-data");
  const chance = byChance(matrix);
  if (chance === n * n) return undefinedFor("one-category");
  const agreed = matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  return defined((n * agreed - chance) / (n * n - chance));
}

/**
 * Answers: What agreement would the two coders' own rates of using the categories give by chance?
 * Shape: q × q confusion matrix.
 * Unit: any.
 * Undefined: no-data.
 * Throws: RangeError for a matrix that is not square or holds something other than counts.
 * Cost: O(q²).
 * Source: Σ pᵢ. p.ᵢ; Cohen 1960, p. 40, doi 10.1177/001316446002000104.
 * Checked: Cohen 1960 p. 45; the golden cases confusion.
 */
export function expectedAgreementOfMatrix(matrix: ConfusionMatrix): Statistic {
  const n = matrixSize(matrix);
  return n === 0 ? undefinedFor("no-data") : defined(byChance(matrix) / (n * n));
}

function byChance(matrix: ConfusionMatrix): number {
  const { first, second } = margins(matrix);
  return first.reduce((sum, count, i) => sum + count * (second[i] ?? 0), 0);
}

/**
 * Answers: How far do two coders agree beyond chance when some disagreements count less than others?
 * Shape: q × q confusion matrix and weights of agreement; the categories in their order for linear and quadratic.
 * Unit: any.
 * Undefined: no-data; one-category (chance alone gives full agreement).
 * Throws: RangeError for a matrix or weights that are not square and of one size.
 * Cost: O(q²).
 * Source: po = Σ wᵢⱼ pᵢⱼ, pe = Σ wᵢⱼ pᵢ. p.ⱼ; Cohen 1968, Psychol Bull 70:213–220, doi 10.1037/h0026256; linear
 *   weights Cicchetti & Allison 1971, quadratic Fleiss & Cohen 1973.
 * Checked: Artstein & Poesio 2008 p. 571; SAS PROC FREQ AGREE; irrCAC 1.4; the golden cases confusion.
 */
export function weightedKappa(matrix: ConfusionMatrix, weights: AgreementWeights): WeightedAgreement {
  const n = matrixSize(matrix);
  if (n === 0) {
    const none = undefinedFor("no-data");
    return { observed: none, expected: none, kappa: none };
  }
  const weightOf = weightsFor(matrix.length, weights);
  const { first, second } = margins(matrix);
  let [observed, expected] = [0, 0];
  for (const [i, row] of matrix.entries()) {
    for (const [j, count] of row.entries()) {
      observed += (weightOf(i, j) * count) / n;
      expected += (weightOf(i, j) * (first[i] ?? 0) * (second[j] ?? 0)) / (n * n);
    }
  }
  const kappa =
    1 - expected < Number.EPSILON ? undefinedFor("one-category") : defined((observed - expected) / (1 - expected));
  return { observed: defined(observed), expected: defined(expected), kappa };
}

function weightsFor(q: number, weights: AgreementWeights): (i: number, j: number) => number {
  if (weights === "linear") return (i, j) => (i === j ? 1 : 1 - Math.abs(i - j) / (q - 1));
  if (weights === "quadratic") return (i, j) => (i === j ? 1 : 1 - ((i - j) / (q - 1)) ** 2);
  if (checkedMatrix(weights).length !== q) throw new RangeError(`weights of ${weights.length} for ${q} categories`);
  return (i, j) => weights[i]?.[j] ?? 0;
}
