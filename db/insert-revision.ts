// The rows of a revision: its text with the hash that fixes it, its turns and its cues.
import { sql } from "drizzle-orm";
import type { Transcript } from "@/lib/readers/read-result";
import { textHash } from "@/lib/text/words-hash";
import type { Tx } from "./connection";
import { cue, revision, turn } from "./schema";

export function wordCount(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

export type RevisionHead = Pick<typeof revision.$inferInsert, "id" | "documentId" | "number" | "createdAt"> &
  Partial<Pick<typeof revision.$inferInsert, "changes" | "reason" | "createdBy" | "sha256" | "words">>;

/** `sha256` and `words` are computed here unless a child has done so already. */
export function insertRevision(tx: Tx, head: RevisionHead, transcript: Transcript): void {
  const { text, emphasis } = transcript;
  tx.insert(revision)
    .values({
      ...head,
      text,
      sha256: head.sha256 ?? textHash(text),
      length: text.length,
      words: head.words ?? wordCount(text),
      paragraphs: [...transcript.paragraphs],
      sentences: [...transcript.sentences],
      emphasis: emphasis && emphasis.length > 0 ? [...emphasis] : null,
    })
    .run();
  // One statement for all rows: one each would hold the server up for seconds where a caption file is long.
  const turns = transcript.turns.map(({ start, end, label, rawLabel, startMs, endMs }) => [
    start,
    end,
    label,
    rawLabel ?? null,
    startMs,
    endMs,
  ]);
  tx.run(sql`
    insert into ${turn} (revision_id, number, start, end, label, raw_label, start_ms, end_ms)
    select ${head.id}, key + 1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    from json_each(${JSON.stringify(turns)})
  `);
  const cues = transcript.cues.map(({ start, end, label, startMs, endMs }) => [start, end, label, startMs, endMs]);
  tx.run(sql`
    insert into ${cue} (revision_id, number, start, end, label, start_ms, end_ms)
    select ${head.id}, key + 1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
    from json_each(${JSON.stringify(cues)})
  `);
}
