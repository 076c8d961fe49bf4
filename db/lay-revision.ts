// Lays a further revision of a document and moves what hangs on its text: coding sets, rounds, memos, reading places.
import { and, desc, eq } from "drizzle-orm";
import type { Transcript } from "@/lib/readers/read-result";
import { notFound, Refusal } from "@/lib/refusal";
import { checkedChanges, storedChanges, type TextChange } from "@/lib/text/text-changes";
import { textHash } from "@/lib/text/words-hash";
import type { Member } from "./actor";
import { changesBetween, offsetAcross } from "./changes-between";
import type { Tx } from "./connection";
import { frozenSetHash } from "./frozen-set";
import { insertRevision } from "./insert-revision";
import { type MoveCounts, moveSet } from "./move-set";
import { codingSet, type REVISION_REASONS, readingPlace, revision, roundDocument } from "./schema";

export interface NewRevision {
  readonly documentId: string;
  /** What the changes make of the newest revision. */
  readonly transcript: Transcript;
  readonly changes: readonly TextChange[];
  readonly reason: Exclude<(typeof REVISION_REASONS)[number], "import">;
  /** "keep": the sets of rounds and the rounds stay on the text that they were opened with. */
  readonly rounds: "move" | "keep";
  readonly now: string;
  readonly newId: () => string;
  /** The newest revision, when this one takes it back. */
  readonly takesBack?: string;
}

export interface FrozenAnew {
  readonly setId: string;
  readonly before: string;
  readonly after: string;
}

/** The counts are of everybody's codings, blind ones too: no answer, event or journal entry may hold them. */
export interface LaidRevision extends MoveCounts {
  readonly revisionId: string;
  readonly number: number;
  readonly sha256: string;
  /** Of revealed rounds: what their hashes were and are. For the journal. */
  readonly frozen: readonly FrozenAnew[];
}

export function newestRevision(tx: Tx, documentId: string): typeof revision.$inferSelect {
  const row = tx
    .select()
    .from(revision)
    .where(eq(revision.documentId, documentId))
    .orderBy(desc(revision.number))
    .limit(1)
    .get();
  if (!row) throw notFound();
  return row;
}

export function layRevision(tx: Tx, actor: Member, laid: NewRevision): LaidRevision {
  const { documentId, transcript, now } = laid;
  const before = newestRevision(tx, documentId);
  checkedChanges(laid.changes, before.length);
  if (transcript.text.trim() === "") throw new Refusal("text-would-be-empty", 422);
  const revisionId = laid.newId();
  const number = before.number + 1;
  const { reason } = laid;
  const sha256 = textHash(transcript.text);
  const head = { id: revisionId, documentId, number, createdAt: now, createdBy: actor.userId, reason, sha256 };
  insertRevision(tx, { ...head, changes: storedChanges(laid.changes) }, transcript);
  const frozen: FrozenAnew[] = [];
  const counts = { moved: 0, changed: 0, lost: 0 };
  const takenBack = takenBackOf(tx, before, laid.takesBack);
  for (const set of tx.select().from(codingSet).where(eq(codingSet.documentId, documentId)).all()) {
    if (set.roundId !== null && laid.rounds === "keep") continue;
    const maps = changesBetween(tx, set.revisionId, revisionId);
    if (!maps) throw new RangeError(`set ${set.id} hangs on a revision of another document`);
    // Pseudonyms say the same by other names, and the words before are sealed: there is nothing to compare.
    const move = { revisionId, text: transcript.text, now, asks: reason === "correction", maps, takenBack };
    const moved = moveSet(tx, set, move);
    counts.moved += moved.moved;
    counts.changed += moved.changed;
    counts.lost += moved.lost;
    if (set.frozenSha256 !== null) {
      const after = frozenSetHash(tx, set.id);
      tx.update(codingSet).set({ frozenSha256: after }).where(eq(codingSet.id, set.id)).run();
      frozen.push({ setId: set.id, before: set.frozenSha256, after });
    }
  }
  if (laid.rounds === "move") {
    tx.update(roundDocument).set({ revisionId }).where(eq(roundDocument.documentId, documentId)).run();
    movePlaces(tx, documentId, revisionId);
  }
  return { revisionId, number, sha256, ...counts, frozen };
}

function takenBackOf(tx: Tx, newest: typeof revision.$inferSelect, takesBack: string | undefined) {
  if (takesBack === undefined) return null;
  if (newest.id !== takesBack) throw new RangeError(`revision ${takesBack} is not the newest: it cannot be taken back`);
  const older = tx
    .select({ id: revision.id, number: revision.number })
    .from(revision)
    .where(eq(revision.documentId, newest.documentId))
    .all()
    .find((row) => row.number === newest.number - 1);
  const maps = older ? changesBetween(tx, older.id, newest.id) : null;
  return maps ? { id: newest.id, createdAt: newest.createdAt, maps } : null;
}

/** Everybody's own place in the document and their bookmarks. */
function movePlaces(tx: Tx, documentId: string, revisionId: string): void {
  for (const place of tx.select().from(readingPlace).where(eq(readingPlace.documentId, documentId)).all()) {
    const maps = changesBetween(tx, place.revisionId, revisionId);
    if (!maps) continue;
    const bookmarks = [...new Set(place.bookmarks.map((at) => offsetAcross(maps, at, -1)))].sort((a, b) => a - b);
    tx.update(readingPlace)
      .set({ revisionId, last: offsetAcross(maps, place.last, -1), bookmarks })
      .where(and(eq(readingPlace.userId, place.userId), eq(readingPlace.documentId, documentId)))
      .run();
  }
}
