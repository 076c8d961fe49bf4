// What each unit must at least cost in any alignment: the dual of choosing unitary alignments that cover all units once.
import type { UnitaryAlignment } from "./unitary-alignments";

const WARMTHS = [0.2, 0.1, 0.05, 0.025, 0.0125, 0.006, 0.003, 0.0015];

/** Beyond this many warmths above the cheapest a choice no longer counts: e⁻³⁰ is nothing beside 1. */
const FAR = 30;

/**
 * For each unitary alignment its cost less the prices of its units, zero or more: no alignment costs less than all prices
 * together, and by the sum of these more. Prices units one at a time, so that the reduced costs of the unitary alignments that hold the unit have a soft minimum
 * of zero, which leaves later units room to move; less and less soft, and at the end exactly, so that no reduced cost is
 * below zero. The sum of the prices comes close to that of the linear programme. `holding[u]` lists the candidates that hold unit u.
 * Cost: O(passes × their sizes) for each of eight warmths.
 */
export function reducedCosts(
  candidates: readonly UnitaryAlignment[],
  holding: readonly (readonly number[])[],
  passes: number,
): Float64Array {
  const reduced = Float64Array.from(candidates, (candidate) => candidate.cost);
  const own = holding.map((of) => Int32Array.from(of));
  let forwards = true;
  function priceAll(warmth: number): void {
    for (let i = 0; i < own.length; i++) {
      const of = own[forwards ? i : own.length - 1 - i];
      if (!of || of.length === 0) continue;
      const price = softMinimum(of, reduced, warmth);
      for (const candidate of of) reduced[candidate] = (reduced[candidate] ?? 0) - price;
    }
    forwards = !forwards;
  }
  for (const warmth of WARMTHS) for (let pass = 0; pass < passes; pass++) priceAll(warmth);
  priceAll(0);
  priceAll(0);
  for (const [candidate, cost] of reduced.entries()) if (cost < 0) reduced[candidate] = 0;
  return reduced;
}

/** −w ln Σ e^(−cost / w), which is the minimum where the warmth w is 0. */
function softMinimum(of: Int32Array, reduced: Float64Array, warmth: number): number {
  let least = Infinity;
  for (const candidate of of) least = Math.min(least, reduced[candidate] ?? 0);
  if (warmth === 0) return least;
  let sum = 0;
  for (const candidate of of) {
    const above = ((reduced[candidate] ?? 0) - least) / warmth;
    if (above < FAR) sum += Math.exp(-above);
  }
  return least - warmth * Math.log(sum);
}
