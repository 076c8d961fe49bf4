// Moves one coding set to a new revision: each coding and memo to where its words lie now, and a trace of where it lay.
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { Refusal } from "@/lib/refusal";
import type { Span } from "@/lib/text/span";
import type { MappedSpan } from "@/lib/text/text-changes";
import { type ChangeMaps, offsetAcross, spanAcross } from "./changes-between";
import type { Tx } from "./connection";
import { lostCodingsOf } from "./lost-codings";
import { prepared } from "./prepared";
import { coding, codingMove, codingSet, memo } from "./schema";

export interface SetMove {
  readonly revisionId: string;
  /** The new text. */
  readonly text: string;
  readonly now: string;
  /** Whether coders are asked to look at codings whose words changed. */
  readonly asks: boolean;
  /** From the set's own revision to the new one. */
  readonly maps: ChangeMaps;
  /** The revision that is taken back: what it moved lies again exactly where it lay. */
  readonly takenBack: { readonly id: string; readonly createdAt: string; readonly maps: ChangeMaps } | null;
}

/** How many codings stand elsewhere now, on other words, or nowhere. Of everybody: nothing that a person may be told. */
export interface MoveCounts {
  readonly moved: number;
  readonly changed: number;
  readonly lost: number;
}

type CodingRow = typeof coding.$inferSelect;
type MoveRow = typeof codingMove.$inferSelect;

interface Place {
  readonly row: CodingRow;
  readonly span: Span;
  readonly removedAt: string | null;
  readonly wordsChanged: boolean;
  readonly lost: boolean;
  /** It stands where it stood before the revision that is taken back. */
  readonly restored: boolean;
}

const placeUpdate = prepared((db) =>
  db
    .update(coding)
    .set({
      start: sql`${sql.placeholder("start")}`,
      end: sql`${sql.placeholder("end")}`,
      removedAt: sql`${sql.placeholder("removedAt")}`,
      version: sql`${coding.version} + 1`,
    })
    .where(eq(coding.id, sql.placeholder("id")))
    .prepare(),
);

const liftUpdate = prepared((db) =>
  db
    .update(coding)
    .set({ removedAt: sql`${sql.placeholder("removedAt")}` })
    .where(eq(coding.id, sql.placeholder("id")))
    .prepare(),
);

const traceCheck = prepared((db) =>
  db
    .update(codingMove)
    .set({ checkedAt: sql`${sql.placeholder("checkedAt")}` })
    .where(
      and(
        eq(codingMove.codingId, sql.placeholder("codingId")),
        eq(codingMove.revisionId, sql.placeholder("revisionId")),
        isNull(codingMove.checkedAt),
      ),
    )
    .prepare(),
);

const moveInsert = prepared((db) =>
  db
    .insert(codingMove)
    .values({
      codingId: sql.placeholder("codingId"),
      revisionId: sql.placeholder("revisionId"),
      oldStart: sql.placeholder("oldStart"),
      oldEnd: sql.placeholder("oldEnd"),
      wordsChanged: sql.placeholder("wordsChanged"),
      lost: sql.placeholder("lost"),
      checkedAt: sql.placeholder("checkedAt"),
    })
    .prepare(),
);

/** The character where words stood that are gone: a row needs a place, and its words may come back. */
function anchor(move: SetMove, start: number): Span {
  const at = Math.min(offsetAcross(move.maps, start, 1), move.text.length - 1);
  if (at < 0) throw new Refusal("text-would-be-empty", 422);
  const pair = /^[\ud800-\udbff][\udc00-\udfff]/.test(move.text.slice(at, at + 2));
  return { start: at, end: at + (pair ? 2 : 1) };
}

function mapped(move: SetMove, span: Span): MappedSpan | null {
  const now = spanAcross(move.maps, span);
  return now && move.text.slice(now.start, now.end).trim() !== "" ? now : null;
}

/** Where it lay before the revision that is taken back, unless its coder moved it since. */
function placeBefore(row: CodingRow, trace: MoveRow, back: NonNullable<SetMove["takenBack"]>): Place | null {
  const before = { start: trace.oldStart, end: trace.oldEnd };
  const { lost, wordsChanged } = trace;
  const put = spanAcross(back.maps, before);
  if (!lost && (put?.start !== row.start || put.end !== row.end)) return null;
  const removedAt = lost && row.removedAt === back.createdAt ? null : row.removedAt;
  return { row, span: before, removedAt, wordsChanged: wordsChanged || lost, lost: false, restored: true };
}

function placesOf(tx: Tx, setId: string, move: SetMove): Place[] {
  const back = move.takenBack;
  const traces = new Map(
    back
      ? tx
          .select({ move: codingMove })
          .from(codingMove)
          .innerJoin(coding, eq(coding.id, codingMove.codingId))
          .where(and(eq(coding.setId, setId), eq(codingMove.revisionId, back.id)))
          .all()
          .map((row) => [row.move.codingId, row.move])
      : [],
  );
  const rows = tx
    .select()
    .from(coding)
    .where(eq(coding.setId, setId))
    .orderBy(coding.start, coding.end, coding.createdAt, coding.id)
    .all();
  const lostBefore = lostCodingsOf(tx, setId);
  const taken = new Set<string>();
  return rows.map((row): Place => {
    const trace = traces.get(row.id);
    const restored = back && trace ? placeBefore(row, trace, back) : null;
    // Its row holds a place, not its words: what a later change makes of that place is not for it.
    const now = restored || lostBefore.has(row.id) ? null : mapped(move, row);
    const place: Place = restored ?? {
      row,
      span: now ?? anchor(move, row.start),
      removedAt: now ? row.removedAt : (row.removedAt ?? move.now),
      wordsChanged: now === null || now.wordsChanged,
      lost: now === null,
      restored: false,
    };
    if (place.removedAt !== null) return place;
    const key = `${row.codeId} ${place.span.start} ${place.span.end}`;
    // What set two codings of one code apart is gone: the first of them stands for both.
    if (taken.has(key)) return { ...place, removedAt: move.now, lost: true, restored: false };
    taken.add(key);
    return place;
  });
}

function isElsewhere({ row, span, removedAt, wordsChanged, lost }: Place): boolean {
  return wordsChanged || lost || span.start !== row.start || span.end !== row.end || removedAt !== row.removedAt;
}

function moveMemos(tx: Tx, setId: string, move: SetMove): void {
  const rows = tx
    .select({ id: memo.id, start: memo.start, end: memo.end })
    .from(memo)
    .where(and(eq(memo.setId, setId), isNotNull(memo.start)))
    .all();
  for (const { id, start, end } of rows) {
    if (start === null || end === null) continue;
    const span = mapped(move, { start, end }) ?? anchor(move, start);
    if (span.start === start && span.end === end) continue;
    tx.update(memo).set({ start: span.start, end: span.end }).where(eq(memo.id, id)).run();
  }
}

/** Pins the set to the new revision. The caller sees to a frozen set's hash. */
export function moveSet(tx: Tx, set: typeof codingSet.$inferSelect, move: SetMove): MoveCounts {
  const places = placesOf(tx, set.id, move).filter(isElsewhere);
  // Two codings of one code may pass each other's place on the way: while they move, none of them counts as standing.
  const lift = liftUpdate(tx);
  for (const { row } of places) if (row.removedAt === null) lift.run({ id: row.id, removedAt: move.now });
  const update = placeUpdate(tx);
  const trace = moveInsert(tx);
  const beforeLast = move.maps.slice(0, -1);
  for (const { row, span, removedAt, wordsChanged, lost, restored } of places) {
    update.run({ id: row.id, start: span.start, end: span.end, removedAt });
    const old = spanAcross(beforeLast, row) ?? row;
    trace.run({
      codingId: row.id,
      revisionId: move.revisionId,
      oldStart: old.start,
      oldEnd: old.end,
      wordsChanged,
      lost,
      checkedAt: restored || row.removedAt !== null || (!move.asks && !lost) ? move.now : null,
    });
  }
  const back = move.takenBack;
  for (const { row, restored } of back ? places : []) {
    if (back && restored) traceCheck(tx).run({ codingId: row.id, revisionId: back.id, checkedAt: move.now });
  }
  moveMemos(tx, set.id, move);
  tx.update(codingSet)
    .set({ revisionId: move.revisionId, version: set.version + 1 })
    .where(eq(codingSet.id, set.id))
    .run();
  const standing = places.filter((place) => place.removedAt === null);
  return {
    moved: standing.length,
    changed: standing.filter((place) => place.wordsChanged).length,
    lost: places.filter((place) => place.lost && place.row.removedAt === null).length,
  };
}
