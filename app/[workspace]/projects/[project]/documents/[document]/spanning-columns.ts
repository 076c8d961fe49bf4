import type { Span } from "@/lib/text/span";
import type { CodingStore, DeskCoding } from "./coding-store";
import { COLUMNS, stripeColumns } from "./stripe-columns";

/** How far a chain of codings that reach into the next turn is followed; beyond it a stripe may change its column. */
const REACH = 200;

/**
 * The columns of the codings that reach beyond one turn, equal in all turns they cross. Turns that such codings chain
 * together are settled at once and remembered in `settled`, which the painter empties when one of them changes.
 */
export function spanningColumns(
  store: CodingStore,
  turns: readonly Span[],
  turn: number,
  settled: Map<number, ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const known = settled.get(turn);
  if (known) return known;
  const crossing = new Map<string, { coding: DeskCoding; from: number; to: number }>();
  const collect = (index: number): { from: number; to: number } => {
    const reach = { from: index, to: index };
    const span = turns[index];
    for (const coding of store.inTurn(index)) {
      if (!span || (coding.start >= span.start && coding.end <= span.end)) continue;
      const { from, to } = store.turnsOf(coding);
      if (from === to) continue;
      crossing.set(coding.id, { coding, from, to });
      reach.from = Math.min(reach.from, from);
      reach.to = Math.max(reach.to, to);
    }
    return reach;
  };
  let { from, to } = collect(turn);
  for (let i = turn - 1; i >= from && turn - i < REACH; i--) from = Math.min(from, collect(i).from);
  for (let i = turn + 1; i <= to && i - turn < REACH; i++) to = Math.max(to, collect(i).to);
  const columns = stripeColumns(
    [...crossing.values()].map(({ coding, ...reach }) => ({
      id: coding.id,
      from: reach.from,
      to: reach.to + 1,
      length: coding.end - coding.start,
    })),
    COLUMNS - 2,
  );
  for (let i = Math.max(from, turn - REACH); i <= Math.min(to, turn + REACH); i++) settled.set(i, columns);
  return columns;
}
