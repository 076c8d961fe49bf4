// The disorder that γ observes: that of the best alignment of the coders' units.
import { type AlignedUnits, bestAlignment } from "./best-alignment";
import type { GammaWeights } from "./gamma-dissimilarity";
import { defined, type Statistic, undefinedFor } from "./statistic";
import type { ContinuumUnit } from "./unit-continuum";

export interface ObservedDisorder {
  readonly disorder: Statistic;
  /** Which units belong together; null where it would take too long to find out, or there are no two coders. */
  readonly alignment: readonly AlignedUnits[] | null;
}

/**
 * Answers: How unlike are the coders' units still, once each is laid beside those that match it best?
 * Formula: δo = Σ of the unitary disorders of the best alignment / mean number of units of a coder. A unitary alignment
 *   holds at most one unit of each coder; its disorder is the mean over pairs of coders of the dissimilarity
 *   α ((|s1 − s2| + |e1 − e2|) / (l1 + l2))² Δ∅ + β Δ∅ [c1 ≠ c2], and of Δ∅ where one of the two or both have no unit.
 * Shape: units of two or more coders; a coder's units may overlap.
 * Unit: none is given, the coders find them.
 * Undefined: no-data (fewer than two coders); both-empty (nobody cut a unit); too-large (the best alignment of three or
 *   more coders would take too long).
 * Misleads: it has no fixed upper end and depends on α, β and Δ∅; only γ can be compared between studies.
 * Throws: RangeError for weights that are no finite numbers from zero up, and for a Δ∅ of 0.
 * Cost: with two coders a matching, in polynomial time; with more an exact search, whose time grows with how many units
 *   crowd one place and not with the length of the text. Units set at random over half of it,
 *   which is harder than what coders who read the same text do, take a second at most up to 3 coders × 1,000 units,
 *   4 × 400, 5 × 100 and 6 × 40; 8 coders × 10 units in one place are too large.
 * Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41:437–479, sections 4 and 5.1,
 *   doi 10.1162/COLI_a_00227.
 * Checked: Alex, Paul and Suzan (.960625); brute force over all alignments of small random continua; the integer
 *   programme solved with HiGHS on 60 random continua of 2 to 5 coders; the golden cases gamma.
 */
export function observedDisorder(
  coders: readonly (readonly ContinuumUnit[])[],
  weights: GammaWeights,
): ObservedDisorder {
  if (coders.length < 2) return { disorder: undefinedFor("no-data"), alignment: null };
  if (coders.every((units) => units.length === 0)) return { disorder: undefinedFor("both-empty"), alignment: [] };
  const alignment = bestAlignment(coders, weights);
  if (!alignment) return { disorder: undefinedFor("too-large"), alignment };
  return { disorder: defined(disorderOf(alignment, coders)), alignment };
}

/** Throws RangeError where there is no unit. */
export function disorderOf(alignment: readonly AlignedUnits[], coders: readonly (readonly ContinuumUnit[])[]): number {
  const units = coders.reduce((sum, own) => sum + own.length, 0);
  if (units === 0) throw new RangeError("an alignment of 0 units has no disorder");
  return alignment.reduce((sum, { disorder }) => sum + disorder, 0) / (units / coders.length);
}
