// The cheapest choice of unitary alignments that covers every unit exactly once: an exact search led by lower bounds.
import { MinHeap } from "./min-heap";
import { reducedCosts } from "./reduced-costs";
import type { UnitaryAlignment } from "./unitary-alignments";

interface Partial {
  /** The first unit that is not covered. */
  readonly next: number;
  /** The covered ones beyond it, in order. */
  readonly ahead: readonly number[];
  readonly chosen: number;
  readonly before: Partial | null;
  readonly reduced: number;
}

/** Rough bounds are enough for most continua; where a short search with them fails, they are worth more work. */
const EFFORTS = [
  { passes: 4, share: 0.05 },
  { passes: 40, share: 1 },
];

/** How many sizes of candidates all passes may add up to. */
const MOST_WORK = 3_000_000;

/** What a key can tell apart. */
const MOST_UNITS = 65_535;

/**
 * The numbers of the chosen candidates; null where that takes more than `budget` steps. Throws RangeError for a unit that
 * no candidate holds.
 */
export function cheapestCover(
  units: number,
  candidates: readonly UnitaryAlignment[],
  budget: number,
): readonly number[] | null {
  if (units > MOST_UNITS) return null;
  const holding: number[][] = Array.from({ length: units }, () => []);
  for (const [i, candidate] of candidates.entries()) for (const unit of candidate.units) holding[unit]?.push(i);
  const bare = holding.findIndex((own) => own.length === 0);
  if (bare >= 0) throw new RangeError(`no unitary alignment holds unit ${bare}`);
  const starting = holding.map((own, unit) => own.filter((i) => candidates[i]?.units[0] === unit));
  const sizes = candidates.reduce((sum, candidate) => sum + candidate.units.length, 0);
  for (const { passes, share } of EFFORTS) {
    const reduced = reducedCosts(candidates, holding, Math.min(passes, Math.ceil(MOST_WORK / sizes)));
    const cover = searched(units, candidates, starting, reduced, budget * share);
    if (cover) return cover;
  }
  return null;
}

/**
 * Covers the units from first to last, always going on from the partial choice with the lowest bound, so that the first
 * complete one is the cheapest; partial choices that cover the same units are one.
 */
function searched(
  units: number,
  candidates: readonly UnitaryAlignment[],
  starting: readonly (readonly number[])[],
  reduced: Float64Array,
  budget: number,
): readonly number[] | null {
  const queue = new MinHeap<Partial>();
  const best = new Map<string, number>();
  const done = new Set<string>();
  queue.push(0, 0, { next: 0, ahead: [], chosen: -1, before: null, reduced: 0 });
  for (let steps = 0; steps < budget; ) {
    const partial = queue.pop();
    if (!partial) break;
    if (partial.next === units) return choices(partial);
    const key = keyOf(partial.next, partial.ahead);
    if (done.has(key)) continue;
    done.add(key);
    for (const chosen of starting[partial.next] ?? []) {
      steps++;
      const members = candidates[chosen]?.units ?? [];
      if (members.some((unit) => partial.ahead.includes(unit))) continue;
      const covered = [...partial.ahead, ...members.slice(1)].sort((a, b) => a - b);
      let [next, from] = [partial.next + 1, 0];
      while (covered[from] === next) {
        next++;
        from++;
      }
      const ahead = covered.slice(from);
      const total = partial.reduced + (reduced[chosen] ?? 0);
      const grown = keyOf(next, ahead);
      if (total >= (best.get(grown) ?? Infinity)) continue;
      best.set(grown, total);
      queue.push(total, units - next, { next, ahead, chosen, before: partial, reduced: total });
    }
  }
  return null;
}

function keyOf(next: number, ahead: readonly number[]): string {
  return String.fromCharCode(next, ...ahead);
}

function choices(partial: Partial): number[] {
  const chosen: number[] = [];
  for (let at: Partial | null = partial; at?.before; at = at.before) chosen.push(at.chosen);
  return chosen.reverse();
}
