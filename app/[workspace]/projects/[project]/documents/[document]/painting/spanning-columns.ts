import type { Span } from "@/lib/text/span";
import type { CodingStore, DeskCoding, Patch } from "../saving/coding-store";
import { COLUMNS, stripeColumns } from "./stripe-columns";

/** Within a turn at least these are left for what lies in that turn alone. */
const SHARED = COLUMNS - 2;

/** How far a chain of codings that reach into the next turn is followed; beyond it a stripe may change its column. */
const REACH = 200;

/** For each turn that was asked for the columns of what crosses it; turns that hang together share one map. */
export type SettledColumns = Map<number, Map<string, number>>;

/**
 * The columns of the codings that reach beyond one turn, equal in all turns they cross. Turns that such codings chain
 * together are settled at once and remembered in `settled`, which the painter empties when one of them changes.
 */
export function spanningColumns(
  store: CodingStore,
  turns: readonly Span[],
  turn: number,
  settled: SettledColumns,
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
    SHARED,
  );
  for (let i = Math.max(from, turn - REACH); i <= Math.min(to, turn + REACH); i++) settled.set(i, columns);
  return columns;
}

/**
 * Gives a column to what crosses turns since an act, and takes it from what no longer does; whatever else stands in the
 * margin stays where it is. False where this cannot be done: then all must be settled anew.
 */
export function settleChange(store: CodingStore, { before, after }: Patch, settled: SettledColumns): boolean {
  if (before) for (const columns of columnsAt(store, before, settled)) columns.delete(before.id);
  if (!after) return true;
  const { from, to } = store.turnsOf(after);
  if (from === to) return true;
  const taken = new Set<number>();
  for (let turn = from; turn <= to; turn++) {
    const columns = settled.get(turn);
    if (!columns) return false;
    for (const { id } of store.inTurn(turn)) {
      const column = columns.get(id);
      if (column !== undefined) taken.add(column);
    }
  }
  let column = 0;
  while (taken.has(column)) column++;
  if (column < SHARED) for (const columns of columnsAt(store, after, settled)) columns.set(after.id, column);
  return true;
}

function columnsAt(store: CodingStore, span: Span, settled: SettledColumns): Set<Map<string, number>> {
  const found = new Set<Map<string, number>>();
  const { from, to } = store.turnsOf(span);
  for (let turn = from; turn <= to; turn++) {
    const columns = settled.get(turn);
    if (columns) found.add(columns);
  }
  return found;
}
