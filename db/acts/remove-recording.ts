// Take a recording off its document, and bring it back while its bytes are kept.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { anyRecordingRow } from "../reads/recordings";
import { hasRecordingBytes } from "../recording-files";
import { recording } from "../schema";
import { projectAct } from "./act";
import { standingRecording } from "./standing-recording";

const input = z.object({ projectId: idSchema, recordingId: idSchema });

export const removeRecording = projectAct({
  name: "remove-recording",
  summary: "Takes a recording off its document; its bytes are kept for 30 days and then deleted.",
  who: ["lead"],
  input,
  run(tx, actor, { projectId, recordingId }, { now }) {
    const row = standingRecording(tx, actor, recordingId);
    tx.update(recording)
      .set({ removedAt: now, version: row.version + 1 })
      .where(eq(recording.id, row.id))
      .run();
    return {
      result: {},
      inverse: { act: "restore-recording", input: { projectId, recordingId } },
      tells: [{ to: "project", subject: "documents", documentId: row.documentId }],
    };
  },
});

export const restoreRecording = projectAct({
  name: "restore-recording",
  summary: "Brings a recording back that was taken off, while its bytes are kept.",
  who: ["lead"],
  input,
  run(tx, actor, { projectId, recordingId }, { folder }) {
    const row = anyRecordingRow(tx, actor, recordingId);
    if (!row || row.removedAt === null) throw notFound();
    if (!hasRecordingBytes(folder, row.id, row.bytes)) throw new Refusal("recording-deleted", 409);
    tx.update(recording)
      .set({ removedAt: null, version: row.version + 1 })
      .where(eq(recording.id, row.id))
      .run();
    return {
      result: {},
      inverse: { act: "remove-recording", input: { projectId, recordingId } },
      tells: [{ to: "project", subject: "documents", documentId: row.documentId }],
    };
  },
});
