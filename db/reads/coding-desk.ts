// The transcript on the desk: the text of one revision with its turns and who speaks them. Nobody's codings.
import { and, desc, eq, getTableColumns, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { document, participant, revision, roundDocument, speakerLabel, turn } from "../schema";
import { ownSetOf } from "./own-set-of";
import { projectRead } from "./read";
import { readableRound } from "./round-progress";

/** The revision that a round coded; else the one that the actor's own set is of, which rounds may keep; else the newest. */
export function revisionOf(
  db: Tx,
  actor: Member,
  documentId: string,
  roundId: string | undefined,
): Omit<typeof revision.$inferSelect, "sealedText"> {
  const { sealedText: _, ...columns } = getTableColumns(revision);
  const pinned = roundId
    ? db
        .select(columns)
        .from(roundDocument)
        .innerJoin(revision, eq(revision.id, roundDocument.revisionId))
        .where(
          and(
            eq(roundDocument.roundId, readableRound(db, actor, roundId).id),
            eq(roundDocument.documentId, documentId),
          ),
        )
        .get()
    : undefined;
  const own = ownSetOf(db, actor, documentId, undefined)?.set.revisionId;
  const unpinned = () =>
    db
      .select(columns)
      .from(revision)
      .where(and(eq(revision.documentId, documentId), own ? eq(revision.id, own) : undefined))
      .orderBy(desc(revision.number))
      .get();
  const found = roundId ? pinned : unpinned();
  if (!found) throw notFound();
  return found;
}

export function documentRow(db: Tx, actor: Member, documentId: string): typeof document.$inferSelect {
  const row = db
    .select()
    .from(document)
    .where(and(eq(document.id, documentId), eq(document.projectId, actor.projectId), isNull(document.removedAt)))
    .get();
  if (!row) throw notFound();
  return row;
}

/** Label → participant of one document. */
export function speakersOf(db: Tx, documentId: string) {
  return db
    .select({
      label: speakerLabel.label,
      participantId: participant.id,
      name: participant.name,
      role: participant.role,
    })
    .from(speakerLabel)
    .innerJoin(participant, eq(participant.id, speakerLabel.participantId))
    .where(eq(speakerLabel.documentId, documentId))
    .orderBy(speakerLabel.label)
    .all();
}

export const codingDesk = projectRead({
  name: "coding-desk",
  summary: "The text of a document with its turns and speakers.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema, documentId: idSchema, roundId: idSchema.optional() }),
  run(db, actor, { documentId, roundId }) {
    const row = documentRow(db, actor, documentId);
    const text = revisionOf(db, actor, documentId, roundId);
    return {
      document: { id: row.id, name: row.name, kind: row.kind, verbatim: row.verbatim },
      revision: { id: text.id, sha256: text.sha256, words: text.words },
      text: text.text,
      speakers: speakersOf(db, documentId),
      turns: db
        .select({
          start: turn.start,
          end: turn.end,
          label: turn.label,
          startMs: turn.startMs,
        })
        .from(turn)
        .where(eq(turn.revisionId, text.id))
        .orderBy(turn.number)
        .all(),
    };
  },
});
