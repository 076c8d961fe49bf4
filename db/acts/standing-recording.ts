// A recording that an act changes: of the actor's project, and still there.
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { anyRecordingRow } from "../reads/recordings";
import type { recording } from "../schema";

/** A removed one is told from one that never was: whoever undoes must get past what another lead took away. */
export function standingRecording(tx: Tx, actor: Member, recordingId: string): typeof recording.$inferSelect {
  const row = anyRecordingRow(tx, actor, recordingId);
  if (!row) throw notFound();
  if (row.removedAt !== null) throw new Refusal("recording-removed", 409);
  return row;
}
