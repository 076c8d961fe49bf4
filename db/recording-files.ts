// The bytes of recordings in the data folder: where they lie, what is noted of those not attached yet, what is swept.
import fs from "node:fs";
import path from "node:path";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { Db, Tx } from "./connection";
import type { DataFolder } from "./data-folder";
import { idSchema, sha256Schema } from "./id-schema";
import { recording } from "./schema";

/** A recording that was removed can be brought back for this long; then its bytes go. */
export const RECORDING_GRACE_MS = 30 * 24 * 60 * 60 * 1000;
/** One that was sent and never attached. */
export const UNATTACHED_MS = 24 * 60 * 60 * 1000;

const NAME = /^([0-9a-f]{32})(\.partial|\.json)?$/;

export function recordingPath(folder: DataFolder, id: string): string {
  return path.join(folder.recordings, id);
}

/** Who sent it, to which document, and what it is: attaching trusts this and nothing that a client says of it. */
const noteSchema = z.object({
  userId: z.string(),
  projectId: idSchema,
  documentId: idSchema,
  mime: z.string(),
  sha256: sha256Schema,
  bytes: z.int().positive(),
});
export type RecordingNote = z.output<typeof noteSchema>;

export function notePath(folder: DataFolder, id: string): string {
  return `${recordingPath(folder, id)}.json`;
}

/** Refuses as not found what was never sent whole, or was attached since. */
export async function noteOf(folder: DataFolder, id: string): Promise<RecordingNote> {
  try {
    const note = noteSchema.parse(JSON.parse(await fs.promises.readFile(notePath(folder, id), "utf8")));
    if ((await fs.promises.stat(recordingPath(folder, id))).size === note.bytes) return note;
  } catch {
    // Said below, alike for what is not there and what cannot be read.
  }
  throw notFound();
}

export function hasRecordingBytes(folder: DataFolder, id: string, bytes: number): boolean {
  const found = fs.statSync(recordingPath(folder, id), { throwIfNoEntry: false });
  return found?.size === bytes;
}

/**
 * Takes away what nobody can hear any more: removed recordings after their grace, those that were never attached after
 * a day. `atStart` nobody is sending, so what is half there goes too.
 */
export function sweepRecordings(folder: DataFolder, db: Db | Tx, now: number, atStart = false): void {
  const rows = db.select({ id: recording.id, removedAt: recording.removedAt }).from(recording).all();
  const removed = new Map(rows.map((row) => [row.id, row.removedAt]));
  for (const name of fs.readdirSync(folder.recordings)) {
    const [, id, ending] = NAME.exec(name) ?? [];
    if (id === undefined) continue;
    const file = path.join(folder.recordings, name);
    const remove = () => fs.rmSync(file, { force: true });
    if (ending === ".partial") {
      if (atStart) remove();
      continue;
    }
    const gone = removed.get(id);
    if (gone === undefined) {
      const since = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now;
      if (now - since > UNATTACHED_MS) remove();
    } else if (ending === ".json" || (gone !== null && now - Date.parse(gone) > RECORDING_GRACE_MS)) remove();
  }
}
