// Krippendorff's |uα of 2016: agreement on where units are, whatever their values.
import type { Statistic } from "./statistic";
import { alphaOfLengths } from "./u-alpha";
import type { UnitCoincidences } from "./unit-coincidences";

/**
 * Answers: Did the coders mark the same passages, whatever values they gave them?
 * Formula: |uα = uα with all values taken as one: marked against gap. T stays that of the single units.
 * Shape: units of two or more coders on a continuum, one value on a passage for each coder.
 * Unit: none is given, the coders find them.
 * Undefined: no-data (fewer than two coders, or a continuum of length 0); both-empty (nobody cut a unit); both-full
 *   (nobody left a gap); overlapping-units (a coder gave a passage two values: choose one theme).
 * Misleads: boundaries between touching units count only through what is expected; two coders who mark everything but
 *   cut it differently get no value.
 * Throws: RangeError, from unitContinuum, for units that are empty, reversed or outside.
 * Cost: O(values) once the coincidences are counted.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, doi 10.1007/s11135-015-0266-1;
 *   Krippendorff 2019, Content Analysis, 4th ed., section 12.6.4, eq. 35.
 * Checked: Krippendorff et al. 2016 (Alex, Paul, Suzan); a count of every character on random units; the golden cases
 *   unitizing.
 */
export function barUAlpha({ coders, length, pairs, lengths, indivisible }: UnitCoincidences): Statistic {
  const gaps = lengths.at(-1) ?? 0;
  const marked = lengths.slice(0, -1).reduce((sum, each) => sum + each, 0);
  const oneMarked = pairs.slice(0, -1).reduce((sum, row) => sum + (row.at(-1) ?? 0), 0);
  return alphaOfLengths((2 * oneMarked) / (coders - 1), coders * length, [marked, gaps], indivisible);
}
