// What undo and redo would do next, as an act's name and what it concerns: the sentence is made at the edge.
import { eq, sql } from "drizzle-orm";
import type { Tx } from "../connection";
import { coding, codingSet, document, journal, memo } from "../schema";

type Entry = typeof journal.$inferSelect;

export interface UndoName {
  readonly act: string;
  readonly codeId: string | null;
  /** Absent or null for what concerns no single document. */
  readonly documentId?: string | null;
  readonly documentName?: string | null;
}

/** The act that a chain of undos and redos goes back to: what a person did, and knows it by. */
function origin(db: Tx, entry: Entry): Entry {
  if (!entry.undoes && !entry.redoes) return entry;
  const first = db.get<{ id: string } | undefined>(sql`
    with recursive back(id, earlier, steps) as (
      select ${journal.id}, coalesce(${journal.undoes}, ${journal.redoes}), 0 from ${journal} where ${journal.id} = ${entry.id}
      union all
      select j.id, coalesce(j.undoes, j.redoes), steps + 1 from back join ${journal} j on j.id = back.earlier
    )
    select id from back order by steps desc limit 1`);
  return (
    db
      .select()
      .from(journal)
      .where(eq(journal.id, first?.id ?? entry.id))
      .get() ?? entry
  );
}

function named(input: Record<string, unknown>, one: string, several: string): string | undefined {
  const id = input[one];
  if (typeof id === "string") return id;
  const ids = input[several];
  const [first] = Array.isArray(ids) ? (ids as unknown[]) : [];
  return typeof first === "string" ? first : undefined;
}

/** The row that an act names gives what the journal leaves out: its document, and its code. */
function placeOf(db: Tx, input: Record<string, unknown>): { documentId?: string | null; codeId?: string | null } {
  const documentId = named(input, "documentId", "documentIds");
  if (documentId) return { documentId };
  const codingId = named(input, "codingId", "codingIds");
  if (codingId) {
    const row = db
      .select({ documentId: codingSet.documentId, codeId: coding.codeId })
      .from(coding)
      .innerJoin(codingSet, eq(codingSet.id, coding.setId))
      .where(eq(coding.id, codingId))
      .get();
    if (row) return row;
  }
  const memoId = named(input, "memoId", "memoIds");
  const about = memoId ? db.select().from(memo).where(eq(memo.id, memoId)).get() : undefined;
  if (about?.codingId) return placeOf(db, { codingId: about.codingId });
  if (about?.documentId || about?.codeId) return { documentId: about.documentId, codeId: about.codeId };
  const setId = named(input, "setId", "setIds") ?? about?.setId;
  if (!setId) return {};
  return db.select({ documentId: codingSet.documentId }).from(codingSet).where(eq(codingSet.id, setId)).get() ?? {};
}

function nameOf(db: Tx, entry: Entry | undefined): UndoName | null {
  if (!entry) return null;
  const { act, input } = origin(db, entry);
  const place = placeOf(db, input);
  const { codeId } = input;
  const where = place.documentId
    ? db.select({ name: document.name }).from(document).where(eq(document.id, place.documentId)).get()
    : undefined;
  return {
    act,
    codeId: typeof codeId === "string" ? codeId : (place.codeId ?? null),
    documentId: place.documentId ?? null,
    documentName: where?.name ?? null,
  };
}

/** `undo` and `redo` are the journal's entries that would be taken back next, of the actor's own. */
export function undoNames(
  db: Tx,
  undo: Entry | undefined,
  redo: Entry | undefined,
): { undo: UndoName | null; redo: UndoName | null } {
  return { undo: nameOf(db, undo), redo: nameOf(db, redo) };
}
