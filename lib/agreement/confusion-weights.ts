// How much two categories of a confusion matrix agree: by their order, by scores, or as a matrix says.

/** Equal steps from one category to the next, or steps as the scores of the categories say. */
export type AgreementWeights =
  | "linear"
  | "quadratic"
  | { readonly by: "linear" | "quadratic"; readonly scores: readonly number[] }
  | readonly (readonly number[])[];

/**
 * 1 − w for each pair of q categories: 0 where they agree in full. Without weights only the same category agrees.
 * Linear weights are 1 − |sᵢ − sⱼ|/(smax − smin), quadratic ones 1 − (sᵢ − sⱼ)²/(smax − smin)²; the scores s are the
 * places 0, 1, … of the categories where none are given. Throws RangeError for a matrix of another size than q × q or
 * with a weight outside 0 to 1, and for scores that are not q numbers.
 */
export function disagreementWeights(q: number, weights?: AgreementWeights): readonly (readonly number[])[] {
  const places = Array.from({ length: q }, (_, place) => place);
  if (weights === undefined) return places.map((i) => places.map((j) => (i === j ? 0 : 1)));
  if (weights === "linear" || weights === "quadratic") return byScores(weights, places);
  if ("by" in weights) return byScores(weights.by, checkedScores(q, weights.scores));
  if (weights.length !== q) throw new RangeError(`weights of ${weights.length} for ${q} categories`);
  return weights.map((row) => {
    if (row.length !== q) throw new RangeError(`a row of ${row.length} in weights of ${q} categories`);
    return row.map((weight) => {
      if (!(weight >= 0 && weight <= 1)) throw new RangeError(`a weight is ${weight}, not between 0 and 1`);
      return 1 - weight;
    });
  });
}

function byScores(by: "linear" | "quadratic", scores: readonly number[]): number[][] {
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const apart = (one: number, other: number) => (one === other ? 0 : Math.abs(one - other) / (most - least));
  return scores.map((one) => scores.map((other) => apart(one, other) ** (by === "linear" ? 1 : 2)));
}

function checkedScores(q: number, scores: readonly number[]): readonly number[] {
  if (scores.length !== q) throw new RangeError(`${scores.length} scores for ${q} categories`);
  for (const score of scores) if (!Number.isFinite(score)) throw new RangeError(`a score is ${score}, not a number`);
  return scores;
}
