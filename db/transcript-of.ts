// A revision as the transcript that it was made of: its text, turns, cues and bounds.
import { eq } from "drizzle-orm";
import type { Transcript } from "@/lib/readers/read-result";
import { notFound } from "@/lib/refusal";
import type { Tx } from "./connection";
import { cue, revision, turn } from "./schema";

export function transcriptOf(tx: Tx, revisionId: string): Transcript {
  const row = tx.select().from(revision).where(eq(revision.id, revisionId)).get();
  if (!row) throw notFound();
  const turns = tx
    .select({
      start: turn.start,
      end: turn.end,
      label: turn.label,
      rawLabel: turn.rawLabel,
      startMs: turn.startMs,
      endMs: turn.endMs,
    })
    .from(turn)
    .where(eq(turn.revisionId, revisionId))
    .orderBy(turn.number)
    .all()
    .map(({ rawLabel, ...each }) => (rawLabel === null ? each : { ...each, rawLabel }));
  const cues = tx
    .select({ start: cue.start, end: cue.end, label: cue.label, startMs: cue.startMs, endMs: cue.endMs })
    .from(cue)
    .where(eq(cue.revisionId, revisionId))
    .orderBy(cue.number)
    .all();
  const { text, paragraphs, sentences, emphasis } = row;
  return { text, turns, cues, paragraphs, sentences, ...(emphasis ? { emphasis } : {}) };
}
