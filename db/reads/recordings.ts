// The recordings of a document that the actor may hear; of those that they may not, not even that they are there.
import { and, asc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { Actor, Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { memberOf } from "../membership";
import { document, recording } from "../schema";
import { documentRow } from "./coding-desk";
import { projectRead } from "./read";

type Row = typeof recording.$inferSelect;

function mayHear(actor: Member, row: Pick<Row, "leadOnly">): boolean {
  return actor.role === "lead" || !row.leadOnly;
}

/** A recording of a document of the actor's project, standing or removed. */
export function anyRecordingRow(db: Tx, actor: Member, recordingId: string): Row | undefined {
  return db
    .select({ row: recording })
    .from(recording)
    .innerJoin(document, eq(document.id, recording.documentId))
    .where(and(eq(recording.id, recordingId), eq(document.projectId, actor.projectId), isNull(document.removedAt)))
    .get()?.row;
}

/** For whoever asks by the recording's id alone: the same no for what is not there and what is not for them. */
export function heardRecording(db: Tx, actor: Actor, recordingId: string): Row {
  const place = db
    .select({ projectId: document.projectId })
    .from(recording)
    .innerJoin(document, eq(document.id, recording.documentId))
    .where(eq(recording.id, recordingId))
    .get();
  if (!place) throw notFound();
  const member = memberOf(db, actor, place.projectId);
  const row = anyRecordingRow(db, member, recordingId);
  if (!row || row.removedAt !== null || !mayHear(member, row)) throw notFound();
  return row;
}

export const recordings = projectRead({
  name: "recordings",
  summary: "The recordings of a document that the person may hear.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema, documentId: idSchema }),
  run(db, actor, { documentId }) {
    documentRow(db, actor, documentId);
    const rows = db
      .select()
      .from(recording)
      .where(and(eq(recording.documentId, documentId), isNull(recording.removedAt)))
      .orderBy(asc(recording.addedAt), asc(recording.id))
      .all();
    return {
      recordings: rows
        .filter((row) => mayHear(actor, row))
        .map(({ id, fileName, mime, bytes, offsetMs, leadOnly, version }) => ({
          ...{ id, fileName, mime, bytes, offsetMs, leadOnly, version },
        })),
    };
  },
});
