// What the actor's own desk holds beside the text: their coding set of a document, its codings and memos, the codes offered.
import { and, count, desc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { codingsDigest } from "@/lib/text/codings-digest";
import type { Member } from "../actor";
import { nextRedo, nextUndo } from "../acts/undo";
import { currentCodes, pinnedCodes } from "../codebook-version";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { coding, codingSet, document, memo, memoWording, readingPlace, round } from "../schema";
import { documentRow } from "./coding-desk";
import { codeMemos, documentMemo, textMemos } from "./desk-memos";
import { projectRead } from "./read";
import { undoNames } from "./undo-names";

type SetRow = { set: typeof codingSet.$inferSelect; round: typeof round.$inferSelect | null };

/** Of the actor's own sets of a document: the one in `roundId`, else the one in the newest round, else the one alone. */
function ownSetOf(db: Tx, actor: Member, documentId: string, roundId: string | undefined): SetRow | undefined {
  if (!actor.coderId) return undefined;
  const rows = db
    .select({ set: codingSet, round })
    .from(codingSet)
    .leftJoin(round, eq(round.id, codingSet.roundId))
    .where(
      and(
        eq(codingSet.projectId, actor.projectId),
        eq(codingSet.documentId, documentId),
        eq(codingSet.coderId, actor.coderId),
        eq(codingSet.kind, "coder"),
      ),
    )
    .orderBy(desc(round.number))
    .all();
  return roundId ? rows.find((row) => row.set.roundId === roundId) : rows[0];
}

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

/** Where this person was; offsets in `revisionId`. */
function ownPlace(db: Tx, actor: Member, documentId: string) {
  const row = db
    .select({ revisionId: readingPlace.revisionId, last: readingPlace.last, bookmarks: readingPlace.bookmarks })
    .from(readingPlace)
    .where(and(eq(readingPlace.userId, actor.userId), eq(readingPlace.documentId, documentId)))
    .get();
  return row ?? null;
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
    const closed = own?.round && !own.round.openCodebook;
    const codes = closed
      ? pinnedCodes(db, actor, own.round?.codebookVersionId ?? "", own.set.roundId)
      : currentCodes(db, actor, "shared");
    const codings = own ? codingsOf(db, own.set.id, own.set.coderId ?? "") : [];
    const unchanged = known !== undefined && codingsDigest(codings) === known;
    return {
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
      place: ownPlace(db, actor, documentId),
      documents: ownDocuments(db, actor),
      ...undoNames(db, nextUndo(db, actor.userId, actor.projectId), nextRedo(db, actor.userId, actor.projectId)),
    };
  },
});
