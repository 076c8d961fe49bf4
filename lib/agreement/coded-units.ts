// Which units a coder's stretches of text give a code: any part of a unit, or a chosen share of it.
import type { Span } from "@/lib/text/span";
import type { Stretches } from "./stretches";

/**
 * The coded units as stretches of unit numbers. A unit is coded when any character of it is covered, or with
 * `minShare` at least that share of its length. Touching is not overlapping. Units may overlap one another.
 * Cost: O(units + stretches) for units in order of their starts that do not overlap, else O(units × log stretches).
 */
export function codedUnits(units: readonly Span[], covered: Stretches, minShare = 0): Stretches {
  const coded: number[] = [];
  if (covered.length === 0) return coded;
  let at = 0;
  for (let unit = 0; unit < units.length; unit++) {
    const { start, end } = units[unit] as Span;
    // Back where an earlier unit reached further than this one begins.
    if (at > 0 && (covered[at - 1] as number) > start) at = firstEndingAfter(covered, start);
    while (at < covered.length && (covered[at + 1] as number) <= start) at += 2;
    let length = 0;
    for (let i = at; i < covered.length && (covered[i] as number) < end; i += 2) {
      length += Math.min(end, covered[i + 1] as number) - Math.max(start, covered[i] as number);
    }
    if (length > 0 && length >= minShare * (end - start)) {
      const last = coded.length - 1;
      if (last > 0 && coded[last] === unit) coded[last] = unit + 1;
      else coded.push(unit, unit + 1);
    }
  }
  return coded;
}

function firstEndingAfter(covered: Stretches, offset: number): number {
  let [low, high] = [0, covered.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((covered[2 * middle + 1] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return 2 * low;
}
