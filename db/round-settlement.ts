// How many of the disagreements of a revealed round are settled, worked out from the frozen sets and the rulings.
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "./connection";
import { documentDisagreements } from "./round-disagreements";
import { roundDocument, ruling } from "./schema";

export interface Settlement {
  readonly disagreements: number;
  readonly settled: number;
}

/** Only of a revealed round: before the reveal even these counts would tell what the coders did. */
export function roundSettlement(tx: Tx, roundId: string): Settlement {
  const documents = tx
    .select({ id: roundDocument.documentId })
    .from(roundDocument)
    .where(eq(roundDocument.roundId, roundId))
    .all();
  const ruled = new Set(
    tx
      .select({ documentId: ruling.documentId, key: ruling.disagreementKey })
      .from(ruling)
      .where(and(eq(ruling.roundId, roundId), isNull(ruling.removedAt)))
      .all()
      .map((row) => `${row.documentId} ${row.key}`),
  );
  let disagreements = 0;
  let settled = 0;
  for (const { id } of documents) {
    for (const each of documentDisagreements(tx, roundId, id).disagreements) {
      disagreements += 1;
      if (ruled.has(`${id} ${each.key}`)) settled += 1;
    }
  }
  return { disagreements, settled };
}
