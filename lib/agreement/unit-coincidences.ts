// How often the values of two coders meet along a continuum: what the unitizing coefficients of 2016 are computed from.
import type { UndefinedReason } from "./statistic";
import type { ContinuumUnit, UnitContinuum } from "./unit-continuum";

/**
 * Lengths of the continuum by pairs of values. Everything about coder pairs is held as a sum over ordered pairs, not
 * divided by m − 1, so that it is a whole number; the last row and column of `pairs` are the gaps.
 */
export interface UnitCoincidences {
  /** m. */
  readonly coders: number;
  /** L. */
  readonly length: number;
  readonly categories: readonly string[];
  /** (m − 1) ℓ_ck. */
  readonly pairs: readonly (readonly number[])[];
  /** ℓ_c., of the gaps too: what all coders together gave the value. */
  readonly lengths: readonly number[];
  /** Σ T: the squared lengths of units, which cannot be divided, and the plain lengths of gaps, which can. */
  readonly indivisible: number;
  /** For each category (m − 1) Σ T*: squared lengths of what a unit shares with the units of each other coder. */
  readonly shared: readonly number[];
  readonly valued: ValuedCoincidences;
}

/** The part in which both coders of a pair gave a value, as the same whole numbers. */
export interface ValuedCoincidences {
  readonly pairs: readonly (readonly number[])[];
  /** (m − 1) ℓ*_c. of each category. */
  readonly lengths: readonly number[];
  /** (m − 1) ℓ*.. */
  readonly total: number;
  /** (m − 1)² (ℓ*..² − Σ T*): only above zero is anything left to chance. */
  readonly free: number;
}

/** Or the reason why there are none. Cost: O(n log n + stretches × m²) in the units. */
export function unitCoincidences(continuum: UnitContinuum): UnitCoincidences | UndefinedReason {
  const { coders, length, categories } = continuum;
  if (length === 0 || coders.length < 2) return "no-data";
  if (continuum.overlapping) return "overlapping-units";
  const gap = categories.length;
  const places = new Map(categories.map((category, i) => [category, i]));
  const pairs = Array.from({ length: gap + 1 }, () => new Array<number>(gap + 1).fill(0));
  const lengths = new Array<number>(gap + 1).fill(0);
  const shared = new Array<number>(gap).fill(0);
  let indivisible = 0;

  const at = coders.map(() => 0);
  const common = coders.map(() => coders.map(() => 0));
  const counts = new Array<number>(gap + 1).fill(0);
  for (let from = 0; from < length; ) {
    const current = coders.map((units, i) => unitAt(units, at[i] ?? 0, from));
    let to = length;
    for (const [i, units] of coders.entries()) to = Math.min(to, current[i]?.end ?? units[at[i] ?? 0]?.start ?? length);
    const width = to - from;
    const values = current.map((unit) => (unit ? (places.get(unit.category) ?? gap) : gap));
    const present = new Set(values);
    for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
    for (const c of present) {
      const [row, count] = [pairs[c], counts[c] ?? 0];
      lengths[c] = (lengths[c] ?? 0) + count * width;
      if (row) for (const k of present) row[k] = (row[k] ?? 0) + width * count * ((counts[k] ?? 0) - Number(c === k));
    }
    for (const value of present) counts[value] = 0;
    for (const [i, unit] of current.entries()) {
      const [own, value] = [common[i], values[i] ?? gap];
      if (!unit || !own) continue;
      for (const [j, other] of current.entries()) if (other && i !== j) own[j] = (own[j] ?? 0) + width;
      if (unit.end !== to) continue;
      shared[value] = (shared[value] ?? 0) + own.reduce((sum, part) => sum + part ** 2, 0);
      indivisible += (unit.end - unit.start) ** 2;
      own.fill(0);
      at[i] = (at[i] ?? 0) + 1;
    }
    from = to;
  }
  indivisible += lengths[gap] ?? 0;
  const valued = valuedCoincidences(coders.length, pairs, shared);
  return { coders: coders.length, length, categories, pairs, lengths, indivisible, shared, valued };
}

function valuedCoincidences(
  coders: number,
  pairs: readonly (readonly number[])[],
  shared: readonly number[],
): ValuedCoincidences {
  const valued = pairs.slice(0, -1).map((row) => row.slice(0, -1));
  const lengths = valued.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  const total = lengths.reduce((sum, each) => sum + each, 0);
  const indivisible = shared.reduce((sum, each) => sum + each, 0) * (coders - 1);
  return { pairs: valued, lengths, total, free: total ** 2 - indivisible };
}

function unitAt(units: readonly ContinuumUnit[], at: number, from: number): ContinuumUnit | null {
  const unit = units[at];
  return unit && unit.start <= from ? unit : null;
}

/** Σ over c ≠ k of x_c x_k, as a sum of products above zero: it is 0 only where at most one value occurs. */
export function crossProducts(values: readonly number[]): number {
  let [sum, before] = [0, 0];
  for (const value of values) {
    sum += 2 * before * value;
    before += value;
  }
  return sum;
}

/** Σ over c ≠ k of a square of pairs. */
export function offDiagonal(pairs: readonly (readonly number[])[]): number {
  return pairs.reduce((sum, row, c) => row.reduce((total, cell, k) => total + (c === k ? 0 : cell), sum), 0);
}
