// The 2×2 table over units: turns, sentences, paragraphs, whatever stretches a text is counted in.
import { overlapLength, type Span, unionOf } from "@/lib/text/span";
import type { Table2x2 } from "./table2x2";

/**
 * For each unit whether the spans give it the code: any character of it, or with `minShare` at least that share of
 * its length. Touching is not overlapping. Cost: O((units + spans) log spans) for units that do not overlap.
 */
export function codedUnits(units: readonly Span[], spans: readonly Span[], minShare = 0): boolean[] {
  const union = unionOf(spans);
  return units.map((unit) => {
    let covered = 0;
    for (let i = firstEndingAfter(union, unit.start); i < union.length; i++) {
      const span = union[i];
      if (!span || span.start >= unit.end) break;
      covered += overlapLength(span, unit);
    }
    return covered > 0 && covered >= minShare * (unit.end - unit.start);
  });
}

function firstEndingAfter(union: readonly Span[], offset: number): number {
  let [low, high] = [0, union.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((union[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function unitsTable(
  units: readonly Span[],
  first: readonly Span[],
  second: readonly Span[],
  minShare = 0,
): Table2x2 {
  const byFirst = codedUnits(units, first, minShare);
  const bySecond = codedUnits(units, second, minShare);
  const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const [i, coded] of byFirst.entries()) {
    if (coded) table[bySecond[i] ? "both" : "onlyFirst"]++;
    else table[bySecond[i] ? "onlySecond" : "neither"]++;
  }
  return table;
}
