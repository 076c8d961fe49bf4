// Krippendorff's α_U of 1995 and 2004: did the coders cut the same units out of the continuum?
import { defined, type Statistic, undefinedFor } from "./statistic";
import { type ContinuumUnit, continuumOf, type UnitContinuum } from "./unit-continuum";

export interface AlphaUOfCategory {
  readonly category: string;
  readonly units: number;
  readonly observed: Statistic;
  readonly expected: Statistic;
  readonly alpha: Statistic;
}

export interface AlphaU {
  readonly alpha: Statistic;
  /** In the order of the continuum. */
  readonly categories: readonly AlphaUOfCategory[];
}

/**
 * Answers: Did the coders cut the same stretches out of the text, for each category by itself?
 * Formula: α_U = 1 − ΣDo / ΣDe over the categories. Do = Σ δ² / (m (m − 1) L²) over all pairs of units of two coders, with
 *   δ² = (s1 − s2)² + (e1 − e2)² for two that overlap and length² for a unit that lies wholly in a gap of the other;
 *   De = (2/L) Σ [(N − 1)/3 · (2l³ − 3l² + l) + l² Σ (gap − l + 1) over gaps of l or more] / (mL (mL − 1) − Σ l (l − 1)).
 * Shape: units of two or more coders on a continuum; the categories of one coder may overlap.
 * Unit: none is given, the coders find them. It is not free of the measure: counted in finer units, De grows a little.
 * Undefined: no-data (fewer than two coders, or a continuum of length 0); both-empty (nobody cut a unit); both-full
 *   (all coders cut everything into units of length 1, so that no other unitizing was possible).
 * Misleads: one long unit against many short ones in the same place is punished hard, because overlapping units are
 *   compared pair by pair; with more than two coders its authors found it not to behave as expected and replaced it by uα.
 * Elsewhere: INCEpTION computes it on characters, and drops a coder's overlapping units of one label except the earliest
 *   and longest; here they are their union.
 * Throws: RangeError, from unitContinuum, for units that are empty, reversed or outside.
 * Cost: O(n log n + overlapping pairs) in the units.
 * Source: Krippendorff 1995, Sociological Methodology 25:47–76, doi 10.2307/271061; in the form of Krippendorff 2004,
 *   Content Analysis, 2nd ed., pp. 251–256.
 * Checked: Krippendorff 1995 p. 57 A–D; Krippendorff 2004 p. 254; the examples of DKPro Statistics; the golden cases
 *   unitizing.
 */
export function krippendorffAlphaU(continuum: UnitContinuum): AlphaU {
  const categories = continuum.categories.map((category) => ofCategory(continuum, category));
  if (continuum.length === 0 || continuum.coders.length < 2) return { alpha: undefinedFor("no-data"), categories };
  if (categories.length === 0) return { alpha: undefinedFor("both-empty"), categories };
  const sums = categories.reduce(
    (sum, { observed, expected }) => ({
      observed: sum.observed + (observed.kind === "defined" ? observed.value : 0),
      expected: sum.expected + (expected.kind === "defined" ? expected.value : 0),
    }),
    { observed: 0, expected: 0 },
  );
  return { alpha: alphaOf(sums.observed, sums.expected), categories };
}

function alphaOf(observed: number, expected: number): Statistic {
  return expected === 0 ? undefinedFor("both-full") : defined(1 - observed / expected);
}

function ofCategory(continuum: UnitContinuum, category: string): AlphaUOfCategory {
  const { coders, length } = continuumOf(continuum, category);
  const units = coders.reduce((sum, own) => sum + own.length, 0);
  if (coders.length < 2) {
    const nothing = undefinedFor("no-data");
    return { category, units, observed: nothing, expected: nothing, alpha: nothing };
  }
  const observed = observedDisagreement(coders, length);
  const expected = expectedDisagreement(coders, length);
  return {
    category,
    units,
    observed: defined(observed),
    expected: defined(expected),
    alpha: alphaOf(observed, expected),
  };
}

function observedDisagreement(coders: readonly (readonly ContinuumUnit[])[], length: number): number {
  let sum = 0;
  for (const [i, first] of coders.entries()) {
    for (const [j, second] of coders.entries())
      if (i !== j) sum += unmatched(first, second) + boundaries(first, second) / 2;
  }
  // A unit in a gap counts once for each order of the two coders, as each pair of overlapping units does.
  return (2 * sum) / (coders.length * (coders.length - 1) * length ** 2);
}

/** The squared lengths of the units that lie wholly in a gap of the other coder. */
function unmatched(units: readonly ContinuumUnit[], others: readonly ContinuumUnit[]): number {
  let [sum, from] = [0, 0];
  for (const { start, end } of units) {
    while ((others[from]?.end ?? Infinity) <= start) from++;
    if ((others[from]?.start ?? Infinity) >= end) sum += (end - start) ** 2;
  }
  return sum;
}

/** The squared distances of the boundaries of overlapping units. */
function boundaries(units: readonly ContinuumUnit[], others: readonly ContinuumUnit[]): number {
  let [sum, from] = [0, 0];
  for (const { start, end } of units) {
    while ((others[from]?.end ?? Infinity) <= start) from++;
    for (let at = from; at < others.length; at++) {
      const other = others[at];
      if (!other || other.start >= end) break;
      sum += (start - other.start) ** 2 + (end - other.end) ** 2;
    }
  }
  return sum;
}

function expectedDisagreement(coders: readonly (readonly ContinuumUnit[])[], length: number): number {
  const lengths = coders.flatMap((units) => units.map(({ start, end }) => end - start)).sort((a, b) => b - a);
  const gaps = coders.flatMap((units) => gapsBetween(units, length)).sort((a, b) => b - a);
  let [sum, inUnits, wide, inWide] = [0, 0, 0, 0];
  for (const own of lengths) {
    for (; (gaps[wide] ?? 0) >= own; wide++) inWide += gaps[wide] ?? 0;
    const room = inWide - wide * (own - 1);
    sum += ((lengths.length - 1) / 3) * own * (own - 1) * (2 * own - 1) + own ** 2 * room;
    inUnits += own * (own - 1);
  }
  const all = coders.length * length;
  return sum === 0 ? 0 : ((2 / length) * sum) / (all * (all - 1) - inUnits);
}

function gapsBetween(units: readonly ContinuumUnit[], length: number): number[] {
  const gaps: number[] = [];
  let from = 0;
  for (const { start, end } of [...units, { start: length, end: length }]) {
    if (start > from) gaps.push(start - from);
    from = end;
  }
  return gaps;
}
