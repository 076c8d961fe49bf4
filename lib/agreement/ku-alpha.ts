// Krippendorff's (k)uα of 2016: agreement on one value among all that two coders both marked, and its coverage.
import { defined, type Statistic, undefinedFor } from "./statistic";
import type { UnitCoincidences } from "./unit-coincidences";

/**
 * Answers: Where a coder gave this value and another coder marked the same passage, did that coder give this value too?
 * Formula: (k)uα = 1 − (e*_.k / ℓ*_.k) (ℓ*_.k − ℓ*_kk) / (e*_.k − e*_kk), with ℓ* and e* as for cuα.
 * Shape: units of two or more coders on a continuum, one value on a passage for each coder; one of the values.
 * Unit: none is given, the coders find them.
 * Undefined: not-used (nobody gave the value, or never where another coder marked anything); one-category (no other
 *   value occurs where two coders both marked); no-data (too little to expect anything by chance, see cuα);
 *   overlapping-units (a coder gave a passage two values: choose one theme).
 * Misleads: a value that only one coder ever uses has none, rather than a low one; its coverage of 0 shows that.
 * Throws: RangeError for the number of a category that is not there.
 * Cost: constant once the coincidences are counted.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, doi 10.1007/s11135-015-0266-1;
 *   Krippendorff 2019, Content Analysis, 4th ed., section 12.6.6, eq. 38.
 * Checked: Krippendorff et al. 2016 (Alex, Paul, Suzan); a count of every character on random units; the golden cases
 *   unitizing.
 */
export function kuAlpha(coincidences: UnitCoincidences, category: number): Statistic {
  const { pairs, lengths, total, free } = coincidences.valued;
  const own = lengths[category];
  if (own === undefined) throw new RangeError(`there is no category ${category}`);
  if (own === 0) return undefinedFor("not-used");
  if (own === total) return undefinedFor("one-category");
  const disagreement = own - (pairs[category]?.[category] ?? 0);
  if (disagreement === 0) return defined(1);
  // e*_.k and e*_kk have the same divisor: e*_.k / (e*_.k − e*_kk) = (ℓ*_.k ℓ*.. − Σ T*) / (ℓ*_.k (ℓ*.. − ℓ*_.k)).
  const expected = own * total - (coincidences.shared[category] ?? 0) * (coincidences.coders - 1);
  if (free <= 0 || expected <= 0) return undefinedFor("no-data");
  return defined(1 - (disagreement / own) * (expected / (own * (total - own))));
}

/**
 * Answers: Of all that was given this value, how much did another coder mark too?
 * Formula: ℓ*_.k / ℓ_.k
 * Shape: units of two or more coders on a continuum, one value on a passage for each coder; one of the values.
 * Unit: a share of the length, averaged over pairs of coders.
 * Undefined: not-used (nobody gave the value); no-data; overlapping-units.
 * Misleads: it counts what another coder marked with any value, so it is no agreement.
 * Throws: RangeError for the number of a category that is not there.
 * Cost: constant once the coincidences are counted.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, doi 10.1007/s11135-015-0266-1.
 * Checked: Krippendorff et al. 2016 (Alex, Paul, Suzan): 0 for the value 7; the golden cases unitizing.
 */
export function kuCoverage(coincidences: UnitCoincidences, category: number): Statistic {
  const shared = coincidences.valued.lengths[category];
  if (shared === undefined) throw new RangeError(`there is no category ${category}`);
  const all = coincidences.lengths[category] ?? 0;
  return all === 0 ? undefinedFor("not-used") : defined(shared / ((coincidences.coders - 1) * all));
}
