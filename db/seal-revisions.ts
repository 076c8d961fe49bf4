// Empties revisions that hold real names: their words and labels go, sealed, into one blob; length and hash stay.
import { and, eq, inArray, isNull } from "drizzle-orm";
import * as z from "zod";
import type { Db, Tx } from "./connection";
import { aboutRevision } from "./pseudonym-key";
import { cue, revision, turn } from "./schema";
import { openBytes, sealBytes } from "./sealed-bytes";

const labelled = z.array(z.tuple([z.int(), z.string().nullable(), z.string().nullable()]));
const sealedRevisionSchema = z.object({ text: z.string(), turns: labelled, cues: labelled });

/** `turns` and `cues`: number, label, raw label, of those that have one. */
export type SealedRevision = z.output<typeof sealedRevisionSchema>;

export interface RevisionSeal {
  readonly revisionId: string;
  readonly sealed: Buffer;
}

/** A seal for each revision of the document that has none yet; to be stored when nothing has changed since. */
export function revisionSeals(db: Db | Tx, projectId: string, documentId: string, dataKey: Buffer): RevisionSeal[] {
  const rows = db
    .select({ id: revision.id, text: revision.text })
    .from(revision)
    .where(and(eq(revision.documentId, documentId), isNull(revision.sealedText)))
    .all();
  return rows.map(({ id, text }) => {
    const turns = db.select().from(turn).where(eq(turn.revisionId, id)).all();
    const cues = db.select().from(cue).where(eq(cue.revisionId, id)).all();
    const kept: SealedRevision = {
      text,
      turns: turns
        .filter((row) => row.label !== null || row.rawLabel !== null)
        .map((row) => [row.number, row.label, row.rawLabel]),
      cues: cues.filter((row) => row.label !== null).map((row) => [row.number, row.label, null]),
    };
    const bytes = Buffer.from(JSON.stringify(kept));
    return { revisionId: id, sealed: sealBytes(dataKey, bytes, aboutRevision(projectId, id)) };
  });
}

export function emptyRevisions(tx: Tx, seals: readonly RevisionSeal[]): void {
  for (const { revisionId, sealed } of seals) {
    tx.update(revision).set({ text: "", sealedText: sealed }).where(eq(revision.id, revisionId)).run();
  }
  const ids = seals.map((each) => each.revisionId);
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    tx.update(turn).set({ label: null, rawLabel: null }).where(inArray(turn.revisionId, some)).run();
    tx.update(cue).set({ label: null }).where(inArray(cue.revisionId, some)).run();
  }
}

/** Null where the key is another one or the bytes were changed. */
export function openRevision(
  dataKey: Buffer,
  projectId: string,
  { revisionId, sealed }: RevisionSeal,
): SealedRevision | null {
  const bytes = openBytes(dataKey, sealed, aboutRevision(projectId, revisionId));
  return bytes ? sealedRevisionSchema.parse(JSON.parse(bytes.toString("utf8"))) : null;
}
