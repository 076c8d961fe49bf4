// Krippendorff's cuα of 2016: agreement on the values of what two coders both marked, and how much that is.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { crossProducts, offDiagonal, type UnitCoincidences } from "./unit-coincidences";

/**
 * Answers: Where two coders both marked a passage, did they give it the same value?
 * Formula: cuα = 1 − (ℓ*.. − Σ ℓ*_cc) / (ℓ*.. − Σ e*_cc) over the values alone, with
 *   e*_ck = (ℓ*_c. ℓ*_.k − [c = k] Σ T* of c) / (ℓ*.. − Σ T* / ℓ*..), where T* of a unit is the sum over the other coders of
 *   the squared length of what it shares with their units, divided by m − 1.
 * Shape: units of two or more coders on a continuum, one value on a passage for each coder.
 * Unit: none is given, the coders find them.
 * Undefined: no-data (fewer than two coders, a continuum of length 0, no passage that two coders both marked, or too few
 *   to expect anything by chance: ℓ*..² ≤ Σ T*); both-empty (nobody cut a unit); one-category (only one value there);
 *   overlapping-units (a coder gave a passage two values: choose one theme).
 * Misleads: it leaves out what only one coder marked, so read its coverage beside it: near 1 on a tenth of the text says
 *   little. With three or more coders of whom only two marked most passages it comes out too high.
 * Elsewhere: quallmer takes the union over the other coders, .7256 on the book's data, where the book says .724; for two
 *   coders the two are equal. ATLAS.ti's cu-α corrects what is expected in a way that it does not publish.
 * Throws: RangeError, from unitContinuum, for units that are empty, reversed or outside.
 * Cost: O(values²) once the coincidences are counted.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, doi 10.1007/s11135-015-0266-1;
 *   Krippendorff 2019, Content Analysis, 4th ed., section 12.6.5, eqs. 36–37.
 * Checked: Krippendorff et al. 2016 (Alex, Paul, Suzan); a count of every character on random units; the golden cases
 *   unitizing.
 */
export function cuAlpha(coincidences: UnitCoincidences): Statistic {
  const { pairs, lengths, total, free } = coincidences.valued;
  if (coincidences.categories.length === 0) return undefinedFor("both-empty");
  if (total === 0) return undefinedFor("no-data");
  const unlike = crossProducts(lengths);
  if (unlike === 0) return undefinedFor("one-category");
  const disagreement = offDiagonal(pairs);
  if (disagreement === 0) return defined(1);
  return free > 0 ? defined(1 - (disagreement / total) * (free / unlike)) : undefinedFor("no-data");
}

/**
 * Answers: On how much of the continuum does cuα rest?
 * Formula: ℓ*.. / ℓ..
 * Shape: units of two or more coders on a continuum, one value on a passage for each coder.
 * Unit: a share of the length, averaged over pairs of coders.
 * Undefined: no-data (fewer than two coders, or a continuum of length 0); overlapping-units.
 * Misleads: it says how much was marked by both of two coders, not whether they agreed.
 * Throws: RangeError, from unitContinuum, for units that are empty, reversed or outside.
 * Cost: constant once the coincidences are counted.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, doi 10.1007/s11135-015-0266-1.
 * Checked: a count of every character on random units; the golden cases unitizing.
 */
export function cuCoverage({ coders, length, valued }: UnitCoincidences): Statistic {
  return defined(valued.total / ((coders - 1) * coders * length));
}
