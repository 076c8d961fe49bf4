// The hash that freezes a coding set: SHA-256 over its codings in canonical order.
import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "./connection";
import { coding } from "./schema";

/** One line `start end codeId` for each coding, sorted by start, end, code; removed codings do not count. */
export function frozenSetHash(tx: Tx, setId: string): string {
  const hash = createHash("sha256");
  const rows = tx
    .select({ start: coding.start, end: coding.end, codeId: coding.codeId })
    .from(coding)
    .where(and(eq(coding.setId, setId), isNull(coding.removedAt)))
    .orderBy(coding.start, coding.end, coding.codeId)
    .all();
  for (const row of rows) hash.update(`${row.start} ${row.end} ${row.codeId}\n`);
  return hash.digest("hex");
}
