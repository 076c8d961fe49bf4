// A continuum and the units that each coder cut out of it: what the unitizing coefficients and γ are computed from.
import { checkedSpan, type Span } from "@/lib/text/span";

/** A stretch of the continuum with the value that a coder gave it. */
export interface ContinuumUnit extends Span {
  readonly category: string;
}

export interface UnitContinuum {
  readonly length: number;
  /** The units of each coder in order. Those of one category are disjoint; touching ones stay two units. */
  readonly coders: readonly (readonly ContinuumUnit[])[];
  /** In the order in which they first occur. */
  readonly categories: readonly string[];
  /** Whether a coder gave one passage two values. */
  readonly overlapping: boolean;
}

/**
 * Puts each coder's units in order; where two of one category overlap they are their union. Throws RangeError for a
 * length that is no whole number and for a unit that is empty, reversed or outside. Cost: O(n log n).
 */
export function unitContinuum(length: number, coders: readonly (readonly ContinuumUnit[])[]): UnitContinuum {
  if (!Number.isSafeInteger(length) || length < 0)
    throw new RangeError(`a continuum cannot have a length of ${length}`);
  const categories = new Set<string>();
  let overlapping = false;
  const inOrder = coders.map((units) => {
    const merged = mergedUnits(units.map((unit) => checkedUnit(unit, length)));
    for (const [i, unit] of merged.entries()) {
      categories.add(unit.category);
      // The first two in order that overlap are neighbours, so looking at neighbours finds out whether any do.
      if (unit.start < (merged[i - 1]?.end ?? 0)) overlapping = true;
    }
    return merged;
  });
  return { length, coders: inOrder, categories: [...categories], overlapping };
}

function checkedUnit(unit: ContinuumUnit, length: number): ContinuumUnit {
  checkedSpan(unit, length);
  return unit;
}

function mergedUnits(units: readonly ContinuumUnit[]): ContinuumUnit[] {
  const merged: { start: number; end: number; category: string }[] = [];
  const last = new Map<string, { start: number; end: number }>();
  for (const { start, end, category } of [...units].sort(compareUnits)) {
    const before = last.get(category);
    if (before && start < before.end) before.end = Math.max(before.end, end);
    else {
      const unit = { start, end, category };
      merged.push(unit);
      last.set(category, unit);
    }
  }
  return merged;
}

/** A total order, so that nothing depends on the order in which units are handed in. */
export function compareUnits(a: ContinuumUnit, b: ContinuumUnit): number {
  return a.start - b.start || a.end - b.end || (a.category < b.category ? -1 : Number(a.category > b.category));
}

/** The units of one category as a continuum of its own. */
export function continuumOf(continuum: UnitContinuum, category: string): UnitContinuum {
  const coders = continuum.coders.map((units) => units.filter((unit) => unit.category === category));
  return { length: continuum.length, coders, categories: [category], overlapping: false };
}
