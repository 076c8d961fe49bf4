// How unlike two units of γ are: by their places, by their categories, and by both together.
import type { ContinuumUnit } from "./unit-continuum";

export interface GammaWeights {
  /** What a difference in place weighs. */
  readonly alpha: number;
  /** What a difference in category weighs. */
  readonly beta: number;
  /** Δ∅: what it costs that a coder has nothing there. It scales every dissimilarity, so γ does not depend on it. */
  readonly deltaEmpty: number;
}

export const GAMMA_WEIGHTS: GammaWeights = { alpha: 1, beta: 1, deltaEmpty: 1 };

/** Returns the weights; throws RangeError for one that is not a finite number from zero up, or a Δ∅ of zero. */
export function checkedGammaWeights(weights: GammaWeights): GammaWeights {
  for (const [name, weight] of Object.entries(weights)) {
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`the weight ${name} is ${weight}`);
  }
  if (weights.deltaEmpty === 0) throw new RangeError("the weight deltaEmpty is 0");
  return weights;
}

/**
 * α d_pos + β d_cat in units of Δ∅, where d_pos = ((|s1 − s2| + |e1 − e2|) / (length1 + length2))² and d_cat = 1 for
 * different categories. Mathet, Widlöcher & Métivier 2015, section 4, doi 10.1162/COLI_a_00227.
 */
export function gammaDissimilarity(a: ContinuumUnit, b: ContinuumUnit, { alpha, beta }: GammaWeights): number {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  const place = apart / (a.end - a.start + (b.end - b.start));
  return alpha * place * place + (a.category === b.category ? 0 : beta);
}
