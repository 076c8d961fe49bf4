// Lays down the consensus of one document anew: what all coders agree on, and what the standing rulings decided.
import { and, eq, isNull } from "drizzle-orm";
import { consensusOf, type Decision } from "@/lib/reconcile/consensus-of";
import { notFound } from "@/lib/refusal";
import type { Tx } from "./connection";
import { documentDisagreements } from "./round-disagreements";
import { coding, codingSet, type round, ruling } from "./schema";

interface Wanted {
  readonly codeId: string;
  readonly start: number;
  readonly end: number;
  readonly rulingId: string | null;
}

function decisionOf(row: typeof ruling.$inferSelect): Decision {
  return row.decision === "side" ? { kind: "side", coder: row.coderId ?? "" } : { kind: row.decision };
}

/**
 * Worked out whole each time, so that rulings can be taken back in any order: two rulings may lay the same span.
 * Rows that are no longer wanted are kept as removed, and revived when they are wanted again.
 */
export function layConsensus(
  tx: Tx,
  inRound: typeof round.$inferSelect,
  documentId: string,
  now: string,
  newId: () => string,
): void {
  const set = tx
    .select({ id: codingSet.id })
    .from(codingSet)
    .where(
      and(eq(codingSet.roundId, inRound.id), eq(codingSet.documentId, documentId), eq(codingSet.kind, "consensus")),
    )
    .get();
  if (!set) throw notFound();
  const { agreed, disagreements } = documentDisagreements(tx, inRound.id, documentId);
  const standing = tx
    .select()
    .from(ruling)
    .where(and(eq(ruling.roundId, inRound.id), eq(ruling.documentId, documentId), isNull(ruling.removedAt)))
    .all();
  const wanted = new Map<string, Wanted>();
  const want = (span: Omit<Wanted, "rulingId">, rulingId: string | null) => {
    const place = `${span.codeId} ${span.start} ${span.end}`;
    if (!wanted.has(place)) {
      wanted.set(place, { codeId: span.codeId, start: span.start, end: span.end, rulingId });
    }
  };
  for (const span of agreed) want(span, null);
  const byKey = new Map(disagreements.map((each) => [each.key, each]));
  for (const row of standing) {
    const settled = byKey.get(row.disagreementKey);
    if (settled) for (const span of consensusOf(settled, decisionOf(row))) want(span, row.id);
  }
  for (const row of tx.select().from(coding).where(eq(coding.setId, set.id)).orderBy(coding.removedAt).all()) {
    const place = `${row.codeId} ${row.start} ${row.end}`;
    const want = wanted.get(place);
    const removedAt = want ? null : (row.removedAt ?? now);
    if (removedAt !== row.removedAt || (want && want.rulingId !== row.rulingId)) {
      tx.update(coding)
        .set({ removedAt, rulingId: want ? want.rulingId : row.rulingId, version: row.version + 1 })
        .where(eq(coding.id, row.id))
        .run();
    }
    wanted.delete(place);
  }
  for (const span of wanted.values()) {
    tx.insert(coding)
      .values({ id: newId(), setId: set.id, ...span, codebookVersionId: inRound.codebookVersionId, createdAt: now })
      .run();
  }
}
