// Codings whose words a correction took away: their rows wait, removed, for the words to come back.
import { desc, eq, sql } from "drizzle-orm";
import type { Tx } from "./connection";
import { prepared } from "./prepared";
import { coding, codingMove, revision } from "./schema";

const lastTrace = prepared((db) =>
  db
    .select({ lost: codingMove.lost })
    .from(codingMove)
    .innerJoin(revision, eq(revision.id, codingMove.revisionId))
    .where(eq(codingMove.codingId, sql.placeholder("codingId")))
    .orderBy(desc(revision.number))
    .limit(1)
    .prepare(),
);

export function isLost(tx: Tx, codingId: string): boolean {
  return lastTrace(tx).get({ codingId })?.lost ?? false;
}

export function lostCodingsOf(tx: Tx, setId: string): ReadonlySet<string> {
  const rows = tx
    .select({ codingId: codingMove.codingId, lost: codingMove.lost })
    .from(codingMove)
    .innerJoin(coding, eq(coding.id, codingMove.codingId))
    .innerJoin(revision, eq(revision.id, codingMove.revisionId))
    .where(eq(coding.setId, setId))
    .orderBy(revision.number)
    .all();
  const lost = new Map(rows.map((row) => [row.codingId, row.lost]));
  return new Set([...lost].flatMap(([codingId, isLost]) => (isLost ? [codingId] : [])));
}
