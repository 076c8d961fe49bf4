// Lays down the consensus of one document anew: what all coders agree on, and what the standing rulings decided.
import { and, eq, isNull, sql } from "drizzle-orm";
import { consensusOf, type Decision } from "@/lib/reconcile/consensus-of";
import type { Reconciliation } from "@/lib/reconcile/disagreements";
import { notFound } from "@/lib/refusal";
import type { Tx } from "./connection";
import { prepared } from "./prepared";
import { documentDisagreements } from "./round-disagreements";
import { coding, codingSet, type round, ruling } from "./schema";

interface Wanted {
  readonly codeId: string;
  readonly start: number;
  readonly end: number;
  readonly rulingId: string | null;
}

const consensusSet = prepared((db) =>
  db
    .select({ id: codingSet.id })
    .from(codingSet)
    .where(
      and(
        eq(codingSet.roundId, sql.placeholder("roundId")),
        eq(codingSet.documentId, sql.placeholder("documentId")),
        eq(codingSet.kind, "consensus"),
      ),
    )
    .prepare(),
);

const standingRulings = prepared((db) =>
  db
    .select()
    .from(ruling)
    .where(
      and(
        eq(ruling.roundId, sql.placeholder("roundId")),
        eq(ruling.documentId, sql.placeholder("documentId")),
        isNull(ruling.removedAt),
      ),
    )
    .orderBy(ruling.id)
    .prepare(),
);

const laidBefore = prepared((db) =>
  db
    .select()
    .from(coding)
    .where(eq(coding.setId, sql.placeholder("setId")))
    .orderBy(coding.removedAt, coding.id)
    .prepare(),
);

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
  { agreed, disagreements }: Reconciliation = documentDisagreements(tx, inRound.id, documentId),
): void {
  const place = { roundId: inRound.id, documentId };
  const set = consensusSet(tx).get(place);
  if (!set) throw notFound();
  const wanted = new Map<string, Wanted>();
  const want = (span: Omit<Wanted, "rulingId">, rulingId: string | null) => {
    const key = `${span.codeId} ${span.start} ${span.end}`;
    if (!wanted.has(key)) {
      wanted.set(key, { codeId: span.codeId, start: span.start, end: span.end, rulingId });
    }
  };
  for (const span of agreed) want(span, null);
  const byKey = new Map(disagreements.map((each) => [each.key, each]));
  for (const row of standingRulings(tx).all(place)) {
    const settled = byKey.get(row.disagreementKey);
    if (settled) for (const span of consensusOf(settled, decisionOf(row))) want(span, row.id);
  }
  for (const row of laidBefore(tx).all({ setId: set.id })) {
    const key = `${row.codeId} ${row.start} ${row.end}`;
    const want = wanted.get(key);
    const removedAt = want ? null : (row.removedAt ?? now);
    if (removedAt !== row.removedAt || (want && want.rulingId !== row.rulingId)) {
      tx.update(coding)
        .set({ removedAt, rulingId: want ? want.rulingId : row.rulingId, version: row.version + 1 })
        .where(eq(coding.id, row.id))
        .run();
    }
    wanted.delete(key);
  }
  for (const span of wanted.values()) {
    tx.insert(coding)
      .values({ id: newId(), setId: set.id, ...span, codebookVersionId: inRound.codebookVersionId, createdAt: now })
      .run();
  }
}
