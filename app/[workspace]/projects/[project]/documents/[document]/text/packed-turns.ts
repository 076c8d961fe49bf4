import type { TurnRow } from "./desk-turns";

/** The turns as a page carries them: thousands of objects would take far longer to send and to read than one text. */
export function packTurns(turns: readonly TurnRow[]): string {
  return JSON.stringify(turns.map(({ start, end, label, startMs }) => [start, end, label, startMs]));
}

export function unpackTurns(packed: string): TurnRow[] {
  const rows = JSON.parse(packed) as [number, number, string | null, number | null][];
  return rows.map(([start, end, label, startMs]) => ({ start, end, label, startMs }));
}
