// Mathet, Widlöcher & Métivier's γ: agreement on units and categories by the best alignment of all coders' units.
import type { AlignedUnits } from "./best-alignment";
import { checkedGammaWeights, GAMMA_WEIGHTS, type GammaWeights } from "./gamma-dissimilarity";
import { type ExpectedDisorder, gammaExpected } from "./gamma-expected";
import { observedDisorder } from "./observed-disorder";
import { defined, type Statistic, undefinedFor } from "./statistic";
import type { UnitContinuum } from "./unit-continuum";

export interface GammaOptions {
  readonly samples: number;
  readonly seed: number;
  readonly weights?: GammaWeights;
}

export interface Gamma {
  readonly gamma: Statistic;
  /** Of γ, from the simulation of what is expected alone: the coders' own units are taken as they are. */
  readonly standardError: Statistic;
  readonly observedDisorder: Statistic;
  readonly expected: ExpectedDisorder;
  /** Which units belong together; null where it would take too long to find out. */
  readonly alignment: readonly AlignedUnits[] | null;
}

/**
 * Answers: Did the coders cut the same units and name them alike, when each unit is compared with the one that best
 *   matches it?
 * Formula: γ = 1 − δo / δe, with the observed disorder δo of the best alignment and the disorder δe that shifted
 *   continua show; its standard error is that of δe times δo / δe².
 * Shape: units of two or more coders on a continuum; a coder's units may overlap.
 * Unit: none is given, the coders find them.
 * Undefined: no-data (fewer than two coders, or a continuum of length 0); both-empty (nobody cut a unit); one-category
 *   (chance alone gives no disorder, so that there is nothing to compare with); too-large (the best alignment of three
 *   or more coders would take too long).
 * Misleads: it depends on α, β and the length of the text; say all three. Two runs with different seeds differ.
 * Elsewhere: INCEpTION draws the samples for what is expected with a fixed seed.
 * Throws: RangeError for fewer than 2 samples, and for weights that are no finite numbers from zero up.
 * Cost: one best alignment for what is observed and one for each sample. With two coders in polynomial time; with more
 *   by an exact search whose time grows with how many units crowd one place, not with the length of the text.
 * Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41:437–479, doi 10.1162/COLI_a_00227.
 * Checked: Alex, Paul and Suzan (δo .960625, γ .44 to .47); brute force over all alignments of small random continua; the
 *   integer programme solved with HiGHS on 60 random continua of 2 to 5 coders; the golden cases gamma.
 */
export function gamma(continuum: UnitContinuum, options: GammaOptions): Gamma {
  const weights = checkedGammaWeights(options.weights ?? GAMMA_WEIGHTS);
  const { disorder, alignment } = observedDisorder(continuum.coders, weights);
  const found = { observedDisorder: disorder, alignment };
  if (disorder.kind === "undefined" || continuum.length === 0) {
    const none = continuum.length === 0 ? undefinedFor("no-data") : disorder;
    return {
      gamma: none,
      standardError: none,
      expected: { disorder: none, standardError: none, samples: 0 },
      ...found,
    };
  }
  const expected = gammaExpected(continuum, weights, options.samples, options.seed);
  const parts = { expected, ...found };
  if (expected.disorder.kind === "undefined" || expected.standardError.kind === "undefined") {
    return { gamma: expected.disorder, standardError: expected.disorder, ...parts };
  }
  const [observed, byChance] = [disorder.value, expected.disorder.value];
  if (byChance === 0) {
    const nothing = undefinedFor("one-category");
    return { gamma: nothing, standardError: nothing, ...parts };
  }
  return {
    gamma: defined(1 - observed / byChance),
    standardError: defined((observed / byChance ** 2) * expected.standardError.value),
    ...parts,
  };
}
