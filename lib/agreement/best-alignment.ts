// The best alignment of all coders' units: the one with the least disorder, exactly.
import { cheapestCover } from "./cheapest-cover";
import { checkedGammaWeights, GAMMA_WEIGHTS, type GammaWeights, gammaDissimilarity } from "./gamma-dissimilarity";
import { maximumWeightMatching, type WeightedEdge } from "./maximum-weight-matching";
import type { ContinuumUnit } from "./unit-continuum";
import { type CoderUnit, numberedUnits, type UnitaryAlignment, unitaryAlignments } from "./unitary-alignments";

export interface AlignedUnits {
  /** For each coder the unit, or null where the coder has none to match. */
  readonly units: readonly (ContinuumUnit | null)[];
  readonly disorder: number;
}

/** How many steps finding the unitary alignments may take, and choosing among them. */
export interface AlignmentBudget {
  readonly candidates: number;
  readonly choices: number;
}

export const ALIGNMENT_BUDGET: AlignmentBudget = { candidates: 1_000_000, choices: 400_000 };

/**
 * In the order of the continuum. With two coders a minimum-cost matching, in polynomial time; with more an exact search,
 * which gives up beyond its budget: then null. What is too far apart to be aligned is solved apart. Throws RangeError
 * for weights that are none.
 */
export function bestAlignment(
  coders: readonly (readonly ContinuumUnit[])[],
  weights: GammaWeights = GAMMA_WEIGHTS,
  budget: AlignmentBudget = ALIGNMENT_BUDGET,
): readonly AlignedUnits[] | null {
  checkedGammaWeights(weights);
  const units = numberedUnits(coders);
  const chosen =
    coders.length < 3 ? matchedPairs(coders, units, weights) : chosenAlignments(units, coders.length, weights, budget);
  return (
    chosen?.map(({ units: members, cost }) => {
      const slots: (ContinuumUnit | null)[] = coders.map(() => null);
      for (const member of members) {
        const { coder, start, end, category } = units[member] as CoderUnit;
        slots[coder] = { start, end, category };
      }
      return { units: slots, disorder: cost * weights.deltaEmpty };
    }) ?? null
  );
}

/** Two units apart cost 2 Δ∅, so a pair saves 2 − d: the matching that saves most. */
function matchedPairs(
  coders: readonly (readonly ContinuumUnit[])[],
  units: readonly CoderUnit[],
  weights: GammaWeights,
): UnitaryAlignment[] {
  const [first, second] = [0, 1].map((coder) => units.flatMap((unit, i) => (unit.coder === coder ? [i] : [])));
  const [left, right] = [first ?? [], second ?? []];
  const longest = right.reduce((most, i) => Math.max(most, length(units[i])), 0);
  const reach = weights.alpha > 0 ? Math.sqrt(2 / weights.alpha) : Infinity;
  const edges = left.map((i) => {
    const unit = units[i] as CoderUnit;
    const far = reach * (length(unit) + longest);
    const own: WeightedEdge[] = [];
    for (let to = firstFrom(right, units, unit.start - far); to < right.length; to++) {
      const other = units[right[to] ?? 0] as CoderUnit;
      if (other.start > unit.start + far) break;
      const weight = 2 - gammaDissimilarity(unit, other, weights);
      if (weight > 0) own.push({ to, weight });
    }
    return own;
  });
  const partners = maximumWeightMatching(edges, right.length);
  const taken = new Set<number>();
  const pairs = left.map((i, at): UnitaryAlignment => {
    const partner = partners[at] ?? null;
    const other = partner === null ? undefined : right[partner];
    if (other === undefined) return { units: [i], cost: 1 };
    taken.add(other);
    const cost = gammaDissimilarity(units[i] as CoderUnit, units[other] as CoderUnit, weights);
    return { units: [i, other], cost };
  });
  const alone = right.filter((i) => !taken.has(i)).map((i): UnitaryAlignment => ({ units: [i], cost: 1 }));
  return coders.length < 2 ? pairs : [...pairs, ...alone].sort((a, b) => Math.min(...a.units) - Math.min(...b.units));
}

function length(unit: ContinuumUnit | undefined): number {
  return unit ? unit.end - unit.start : 0;
}

/** The first place in `among` whose unit starts at `start` or later. */
function firstFrom(among: readonly number[], units: readonly CoderUnit[], start: number): number {
  let [low, high] = [0, among.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[among[middle] ?? 0]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function chosenAlignments(
  units: readonly CoderUnit[],
  coders: number,
  weights: GammaWeights,
  budget: AlignmentBudget,
): UnitaryAlignment[] | null {
  const candidates = unitaryAlignments(units, coders, weights, budget.candidates);
  if (!candidates) return null;
  const chosen: UnitaryAlignment[] = [];
  const choices = budget.choices;
  for (const part of separateParts(units.length, candidates)) {
    const numbers = new Map(part.units.map((unit, i) => [unit, i]));
    const own = part.candidates.map(({ units: members, cost }) => ({
      units: members.map((member) => numbers.get(member) ?? 0),
      cost,
    }));
    const cover = cheapestCover(part.units.length, own, choices);
    if (!cover) return null;
    for (const i of cover) chosen.push(part.candidates[i] as UnitaryAlignment);
  }
  return chosen;
}

interface Part {
  readonly units: number[];
  readonly candidates: UnitaryAlignment[];
}

/** Units that no candidate joins, not even through others, are aligned independently of each other. */
function separateParts(units: number, candidates: readonly UnitaryAlignment[]): Part[] {
  const heads = Array.from({ length: units }, (_, i) => i);
  const head = (unit: number): number => {
    let at = unit;
    while (heads[at] !== at) {
      heads[at] = heads[heads[at] ?? at] ?? at;
      at = heads[at] ?? at;
    }
    return at;
  };
  for (const { units: members } of candidates) {
    const first = head(members[0] ?? 0);
    for (const member of members) heads[head(member)] = first;
  }
  const parts = new Map<number, Part>();
  const partOf = (unit: number): Part => {
    const part = parts.get(head(unit)) ?? { units: [], candidates: [] };
    parts.set(head(unit), part);
    return part;
  };
  for (let unit = 0; unit < units; unit++) partOf(unit).units.push(unit);
  for (const candidate of candidates) partOf(candidate.units[0] ?? 0).candidates.push(candidate);
  return [...parts.values()];
}
