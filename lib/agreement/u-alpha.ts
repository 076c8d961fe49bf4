// Krippendorff's uα of 2016: agreement on units and their values together, gaps included.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { crossProducts, offDiagonal, type UnitCoincidences } from "./unit-coincidences";

/**
 * Answers: Did the coders find the same units and give them the same values?
 * Formula: uα = 1 − (ℓ.. − Σ ℓ_cc) / (ℓ.. − Σ e_cc) over all values and the gaps, with
 *   e_ck = ℓ.. (ℓ_c. ℓ_.k − [c = k] Σ T of c) / (ℓ..² − Σ T), where T = length² for a unit and length for a gap.
 * Shape: units of two or more coders on a continuum, one value on a passage for each coder.
 * Unit: none is given, the coders find them; where all have the length 1 it is the ordinary nominal α of the positions.
 * Undefined: no-data (fewer than two coders, or a continuum of length 0); both-empty (nobody cut a unit); both-full (all
 *   gave everything one and the same value); overlapping-units (a coder gave a passage two values: choose one theme).
 * Misleads: text that nobody marked counts as agreement, so that it mixes finding with naming; read |uα and cuα beside it.
 * Throws: RangeError, from unitContinuum, for units that are empty, reversed or outside.
 * Cost: O(values²) once the coincidences are counted, which takes O(n log n) in the units and no step for a character.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, doi 10.1007/s11135-015-0266-1
 *   (erratum 50:2365, not read); Krippendorff 2019, Content Analysis, 4th ed., section 12.6.3, eq. 34.
 * Checked: Krippendorff et al. 2016 (Alex, Paul, Suzan); a count of every character on random units; the golden cases
 *   unitizing.
 */
export function uAlpha({ coders, length, pairs, lengths, indivisible }: UnitCoincidences): Statistic {
  return alphaOfLengths(offDiagonal(pairs) / (coders - 1), coders * length, lengths, indivisible);
}

/** 1 − (ℓ.. − Σ ℓ_cc) (ℓ..² − Σ T) / (ℓ.. Σ_{c≠k} ℓ_c. ℓ_.k), which is the same; `lengths` ends with that of the gaps. */
export function alphaOfLengths(
  disagreement: number,
  total: number,
  lengths: readonly number[],
  indivisible: number,
): Statistic {
  const unlike = crossProducts(lengths);
  if (unlike === 0) return undefinedFor((lengths.at(-1) ?? 0) > 0 ? "both-empty" : "both-full");
  return defined(1 - (disagreement / total) * ((total ** 2 - indivisible) / unlike));
}
