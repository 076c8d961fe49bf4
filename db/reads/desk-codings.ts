// What the actor's own desk holds beside the text: their coding set of a document, its codings and memos, the codes offered.
import { and, count, desc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { codingsDigest } from "@/lib/text/codings-digest";
import type { Member } from "../actor";
import { nextRedo, nextUndo } from "../acts/undo";
import { changesBetween, offsetAcross } from "../changes-between";
import { currentCodes, pinnedCodes } from "../codebook-version";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { coding, codingSet, document, memo, memoWording, readingPlace, round, roundDocument } from "../schema";
import { documentRow, revisionOf } from "./coding-desk";
import { codeMemos, documentMemo, textMemos } from "./desk-memos";
import { movedUnchecked } from "./moved-codings";
import { ownSetOf } from "./own-set-of";
import { projectRead } from "./read";
import { undoNames } from "./undo-names";

/** The actor's documents for the desk's left pane: own counts only. */
function ownDocuments(db: Tx, actor: Member) {
  const documents = db
    .select({ id: document.id, name: document.name, kind: document.kind })
    .from(document)
    .where(and(eq(document.projectId, actor.projectId), isNull(document.removedAt)))
    .orderBy(document.position, document.id)
    .all();
  const sets = actor.coderId
    ? db
        .select({
          documentId: codingSet.documentId,
          roundId: codingSet.roundId,
          roundNumber: round.number,
          state: codingSet.state,
          codings: count(coding.id),
        })
        .from(codingSet)
        .leftJoin(round, eq(round.id, codingSet.roundId))
        .leftJoin(coding, and(eq(coding.setId, codingSet.id), isNull(coding.removedAt)))
        .where(
          and(
            eq(codingSet.projectId, actor.projectId),
            eq(codingSet.coderId, actor.coderId),
            eq(codingSet.kind, "coder"),
          ),
        )
        .groupBy(codingSet.id)
        .orderBy(desc(round.number))
        .all()
    : [];
  return documents.map((each) => {
    const own = sets.find((set) => set.documentId === each.id);
    return {
      ...each,
      roundId: own?.roundId ?? null,
      state: own?.state ?? null,
      codings: own?.codings ?? 0,
    };
  });
}

/**
 * The few memos are asked for apart: joined to 20,000 codings they cost more than the codings themselves. So would rows
 * that the library makes into objects and that are then copied: they come as bare values.
 */
function codingsOf(db: Tx, setId: string, coderId: string) {
  const inSet = and(eq(coding.setId, setId), isNull(coding.removedAt));
  const memos = new Map(
    db
      .select({ codingId: coding.id, memoId: memo.id, wording: memo.wording, words: memoWording.text })
      .from(memo)
      .innerJoin(coding, eq(coding.id, memo.codingId))
      .leftJoin(memoWording, and(eq(memoWording.memoId, memo.id), eq(memoWording.number, memo.wording)))
      .where(and(inSet, eq(memo.coderId, coderId)))
      .all()
      .map((row) => [row.codingId, row]),
  );
  const rows = db
    .select({
      id: coding.id,
      codeId: coding.codeId,
      start: coding.start,
      end: coding.end,
      version: coding.version,
      starred: coding.starred,
    })
    .from(coding)
    .where(inSet)
    .orderBy(coding.start, desc(coding.end), coding.id)
    .values() as [string, string, number, number, number, number][];
  return rows.map(([id, codeId, start, end, version, starred]) => {
    const own = memos.get(id);
    return {
      id,
      codeId,
      start,
      end,
      version,
      starred: starred === 1,
      memoId: own?.memoId ?? null,
      memoWording: own?.wording ?? null,
      // An emptied memo is gone, but its wording is what the next one follows.
      memo: own?.words || null,
    };
  });
}

/** Where this person was; offsets in `revisionId`, the text that the desk shows where there is a way to it. */
function ownPlace(db: Tx, actor: Member, documentId: string, shown: string) {
  const row = db
    .select({ revisionId: readingPlace.revisionId, last: readingPlace.last, bookmarks: readingPlace.bookmarks })
    .from(readingPlace)
    .where(and(eq(readingPlace.userId, actor.userId), eq(readingPlace.documentId, documentId)))
    .get();
  const maps = row && row.revisionId !== shown ? changesBetween(db, row.revisionId, shown) : null;
  if (!row || !maps) return row ?? null;
  const bookmarks = [...new Set(row.bookmarks.map((at) => offsetAcross(maps, at, -1)))].sort((a, b) => a - b);
  return { revisionId: shown, last: offsetAcross(maps, row.last, -1), bookmarks };
}

/** Whether the desk shows the text that the round pinned. To a coder without a seat there an open round is no round. */
function isPinned(db: Tx, actor: Member, documentId: string, roundId: string, seated: boolean): boolean {
  const row = db
    .select({ revealedAt: round.revealedAt })
    .from(roundDocument)
    .innerJoin(round, eq(round.id, roundDocument.roundId))
    .where(and(eq(roundDocument.roundId, roundId), eq(roundDocument.documentId, documentId)))
    .get();
  return row !== undefined && (seated || actor.role !== "coder" || row.revealedAt !== null);
}

export const deskCodings = projectRead({
  name: "desk-codings",
  summary: "The actor's own codings of a document, the codes offered for it, and what undo and redo would do.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    projectId: idSchema,
    documentId: idSchema,
    roundId: idSchema.optional(),
    /** The digest of the codings that the asker has: where it still fits, `codings` is empty and `unchanged` true. */
    known: z.string().max(40).optional(),
  }),
  run(db, actor, { documentId, roundId, known }) {
    documentRow(db, actor, documentId);
    const own = ownSetOf(db, actor, documentId, roundId);
    const pinned = roundId !== undefined && isPinned(db, actor, documentId, roundId, own !== undefined);
    const shown = revisionOf(db, actor, documentId, pinned ? roundId : undefined).id;
    const closed = own?.round && !own.round.openCodebook;
    const codes = closed
      ? pinnedCodes(db, actor, own.round?.codebookVersionId ?? "", own.set.roundId)
      : currentCodes(db, actor, "shared");
    const codings = own ? codingsOf(db, own.set.id, own.set.coderId ?? "") : [];
    const unchanged = known !== undefined && codingsDigest(codings) === known;
    return {
      /** The text that all offsets here are of. */
      revisionId: shown,
      me: { role: actor.role, coderId: actor.coderId, name: actor.name },
      set: own
        ? {
            id: own.set.id,
            state: own.set.state,
            submittedAt: own.set.submittedAt,
            version: own.set.version,
            revisionId: own.set.revisionId,
          }
        : null,
      round: own?.round
        ? {
            id: own.round.id,
            name: own.round.name,
            number: own.round.number,
            openCodebook: own.round.openCodebook,
            revealed: own.round.revealedAt !== null,
          }
        : null,
      codes,
      codings: unchanged ? [] : codings,
      unchanged,
      textMemos: own ? textMemos(db, actor, own.set.id) : [],
      documentMemo: documentMemo(db, actor, documentId),
      codeMemos: codeMemos(db, actor),
      place: ownPlace(db, actor, documentId, shown),
      /** How many of the own codings a correction changed that were not looked at yet. */
      moved: movedUnchecked(db, actor, documentId, own?.set.roundId),
      documents: ownDocuments(db, actor),
      ...undoNames(db, nextUndo(db, actor.userId, actor.projectId), nextRedo(db, actor.userId, actor.projectId)),
    };
  },
});
