// Attach a recording that was sent to a document: its bytes lie in the data folder, this makes it one of the document's.
import fs from "node:fs";
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import { idSchema, nameSchema } from "../id-schema";
import { noteOf, notePath } from "../recording-files";
import { document, recording } from "../schema";
import { projectAct } from "./act";
import { offsetSchema } from "./set-recording";

export const attachRecording = projectAct({
  name: "attach-recording",
  summary: "Attaches a recording that was sent to /api/recordings to the document it was sent for.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    documentId: idSchema,
    recordingId: idSchema,
    /** A label for people, never a path. */
    fileName: nameSchema,
    offsetMs: offsetSchema.default(0),
  }),
  async prepare({ projectId, documentId, recordingId }, folder, actor) {
    const note = await noteOf(folder, recordingId);
    const meant = note.userId === actor.userId && note.projectId === projectId && note.documentId === documentId;
    if (!meant) throw notFound();
    return note;
  },
  run(tx, actor, { documentId, recordingId, fileName, offsetMs }, { now, prepared }) {
    const row = tx
      .select()
      .from(document)
      .where(and(eq(document.id, documentId), eq(document.projectId, actor.projectId), isNull(document.removedAt)))
      .get();
    const known = tx.select({ id: recording.id }).from(recording).where(eq(recording.id, recordingId)).get();
    if (!row || !prepared || known) throw notFound();
    const { mime, sha256, bytes } = prepared;
    // A voice names its speaker: beside pseudonyms it is the lead's alone until the lead says otherwise.
    const leadOnly = row.pseudonymisedAt !== null;
    tx.insert(recording)
      .values({
        id: recordingId,
        documentId,
        ...{ fileName, mime, sha256, bytes, offsetMs, leadOnly },
        addedAt: now,
        addedBy: actor.userId,
      })
      .run();
    const ids = { projectId: actor.projectId, recordingId };
    return {
      result: { recordingId, leadOnly, version: 1 },
      inverse: { act: "remove-recording", input: ids },
      // The name of a file may be the name of a person: it stands in its row alone, where pseudonyms reach it.
      trace: { ...ids, documentId, offsetMs },
      tells: [{ to: "project", subject: "documents", documentId }],
    };
  },
  afterwards({ recordingId }, folder) {
    fs.rmSync(notePath(folder, recordingId), { force: true });
  },
});
