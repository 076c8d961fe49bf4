// The unitary alignments that a best alignment of three or more coders can hold: at most one unit of each coder.
import { type GammaWeights, gammaDissimilarity } from "./gamma-dissimilarity";
import { type ContinuumUnit, compareUnits } from "./unit-continuum";

export interface UnitaryAlignment {
  /** Numbers of units in the order of the continuum, one at least. */
  readonly units: readonly number[];
  /** Its disorder in units of Δ∅: 1 where it holds a single unit. */
  readonly cost: number;
}

export interface CoderUnit extends ContinuumUnit {
  readonly coder: number;
}

/** All coders' units in the order of the continuum; their numbers are their places in it. */
export function numberedUnits(coders: readonly (readonly ContinuumUnit[])[]): CoderUnit[] {
  return coders
    .flatMap((units, coder) => units.map((unit): CoderUnit => ({ ...unit, coder })))
    .sort((a, b) => compareUnits(a, b) || a.coder - b.coder);
}

/** A unit that may still join, with its dissimilarities to those that already have. */
interface Joiner {
  readonly unit: number;
  readonly row: readonly number[];
  readonly sum: number;
}

/**
 * Those that no split into two parts makes cheaper or as cheap: whatever else is cheapest, an alignment of these is too.
 * This is at least as strict as the bound of Mathet et al. 2015, section 5.1 (a disorder of at most Δ∅ for each unit).
 * Null where looking for them means looking at more than `budget` splits. An empty slot beside an empty slot costs Δ∅ as well, so
 * that k units together cost 1 + Σ (d − 1) / pairs of coders, summed over their pairs, and a single one costs 1.
 */
export function unitaryAlignments(
  units: readonly CoderUnit[],
  coders: number,
  weights: GammaWeights,
  budget: number,
): UnitaryAlignment[] | null {
  const pairs = (coders * (coders - 1)) / 2;
  // Within a kept one, a unit's dissimilarities to all others stay below this: else it would be cheaper alone.
  const limit = pairs + coders - 1;
  const found: UnitaryAlignment[] = [];
  let steps = 0;

  function extend(
    members: readonly number[],
    rows: readonly (readonly number[])[],
    total: number,
    from: Joiner[],
  ): void {
    for (const [at, { unit, row, sum }] of from.entries()) {
      if (steps > budget) return;
      const grown = [...members, unit];
      const table = [...rows, row];
      const all = total + sum;
      steps += splitsOf(grown.length);
      if (noSplitIsCheaper(table, pairs)) {
        const inside = (grown.length * (grown.length - 1)) / 2;
        found.push({ units: grown, cost: (all + pairs - inside) / pairs });
      }
      const added = units[unit] as CoderUnit;
      const joiners: Joiner[] = [];
      for (let i = at + 1; i < from.length; i++) {
        const joiner = from[i] as Joiner;
        const other = units[joiner.unit] as CoderUnit;
        if (other.coder === added.coder) continue;
        const apart = gammaDissimilarity(added, other, weights);
        if (joiner.sum + apart >= limit || sum + apart >= limit) continue;
        joiners.push({ unit: joiner.unit, row: [...joiner.row, apart], sum: joiner.sum + apart });
      }
      if (joiners.length > 0) extend(grown, table, all, joiners);
    }
  }

  const longest = units.reduce((most, unit) => Math.max(most, unit.end - unit.start), 0);
  const reach = weights.alpha > 0 ? Math.sqrt(limit / weights.alpha) : Infinity;
  for (const [first, unit] of units.entries()) {
    found.push({ units: [first], cost: 1 });
    const joiners: Joiner[] = [];
    for (let i = first + 1; i < units.length; i++) {
      const other = units[i] as CoderUnit;
      if (other.start - unit.start >= reach * (unit.end - unit.start + longest)) break;
      if (other.coder === unit.coder) continue;
      steps++;
      const apart = gammaDissimilarity(unit, other, weights);
      if (apart < limit) joiners.push({ unit: i, row: [apart], sum: apart });
    }
    extend([first], [[]], 0, joiners);
    if (steps > budget) return null;
  }
  return found;
}

/** `rows[i][j]` with j < i: the dissimilarity of members i and j. A split saves what lies across it beyond one Δ∅. */
function noSplitIsCheaper(rows: readonly (readonly number[])[], pairs: number): boolean {
  const splits = splitsOf(rows.length);
  for (let side = 1; side < splits; side++) {
    let across = 0;
    for (let i = 1; i < rows.length; i++) {
      const row = rows[i] as readonly number[];
      const inSide = (side >> i) & 1;
      for (let j = 0; j < i; j++) if (((side >> j) & 1) !== inSide) across += (row[j] as number) - 1;
    }
    if (across >= pairs) return false;
  }
  return true;
}

function splitsOf(size: number): number {
  return 2 ** (size - 1);
}
