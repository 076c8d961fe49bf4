// The disorder that γ expects by chance, from shifted continua, with what is uncertain about it.
import { type AlignmentBudget, bestAlignment } from "./best-alignment";
import type { GammaWeights } from "./gamma-dissimilarity";
import { mulberry32 } from "./mulberry32";
import { disorderOf } from "./observed-disorder";
import { shiftedContinuum } from "./shifted-continuum";
import { defined, type Statistic, undefinedFor } from "./statistic";
import type { UnitContinuum } from "./unit-continuum";

export interface ExpectedDisorder {
  readonly disorder: Statistic;
  /** Of the mean over the samples: standard deviation / √samples. */
  readonly standardError: Statistic;
  readonly samples: number;
}

/** Less than what the one observed alignment may take, because there are many. */
const SAMPLE_BUDGET: AlignmentBudget = { candidates: 500_000, choices: 200_000 };

/**
 * Answers: How much disorder would there be if the coders had set their units without looking at the text?
 * Formula: δe = mean of the disorders of the best alignments of N continua in which each coder's units were shifted.
 * Shape: units of two or more coders on a continuum.
 * Unit: none is given, the coders find them.
 * Undefined: no-data (fewer than two coders, or a continuum of length 0); both-empty (nobody cut a unit); too-large (the
 *   best alignment of a sample of three or more coders would take too long).
 * Misleads: it is an estimate: another seed gives another figure, within its standard error. A text with long stretches
 *   that nobody marked makes chance meetings rare, and so γ high.
 * Elsewhere: INCEpTION draws its samples with a fixed seed.
 * Throws: RangeError for fewer than 2 samples, or a number of samples that is no whole number.
 * Cost: N best alignments.
 * Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41:437–479, section 5.2, doi 10.1162/COLI_a_00227,
 *   by way of its implementation in pygamma-agreement: Titeux & Riad 2021, J Open Source Softw 6(62):2989,
 *   doi 10.21105/joss.02989 (ShuffleContinuumSampler). Unlike there, the continuum is the whole text and not only what
 *   lies between the first unit and the last, and the distance of two shifts is counted around its end.
 * Checked: γ of Alex, Paul and Suzan within the range that the tests of pygamma-agreement give.
 */
export function gammaExpected(
  continuum: UnitContinuum,
  weights: GammaWeights,
  samples: number,
  seed: number,
): ExpectedDisorder {
  if (!Number.isSafeInteger(samples) || samples < 2) throw new RangeError(`${samples} samples are too few`);
  const { coders, length } = continuum;
  const none = (reason: "no-data" | "both-empty" | "too-large"): ExpectedDisorder => {
    return { disorder: undefinedFor(reason), standardError: undefinedFor(reason), samples: 0 };
  };
  if (coders.length < 2 || length === 0) return none("no-data");
  if (coders.every((units) => units.length === 0)) return none("both-empty");
  const random = mulberry32(seed);
  let [mean, squares] = [0, 0];
  for (let sample = 1; sample <= samples; sample++) {
    const shifted = shiftedContinuum(coders, length, random);
    const best = bestAlignment(shifted, weights, SAMPLE_BUDGET);
    if (!best) return none("too-large");
    const disorder = disorderOf(best, shifted);
    const off = disorder - mean;
    mean += off / sample;
    squares += off * (disorder - mean);
  }
  return {
    disorder: defined(mean),
    standardError: defined(Math.sqrt(squares / (samples - 1) / samples)),
    samples,
  };
}
