// Which of an actor's own coding sets of a document a desk shows.
import { and, desc, eq } from "drizzle-orm";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { codingSet, round } from "../schema";

export type SetRow = { set: typeof codingSet.$inferSelect; round: typeof round.$inferSelect | null };

/** Of the actor's own sets of a document: the one in `roundId`, else the one in the newest round, else the one alone. */
export function ownSetOf(db: Tx, actor: Member, documentId: string, roundId: string | undefined): SetRow | undefined {
  if (!actor.coderId) return undefined;
  const rows = db
    .select({ set: codingSet, round })
    .from(codingSet)
    .leftJoin(round, eq(round.id, codingSet.roundId))
    .where(
      and(
        eq(codingSet.projectId, actor.projectId),
        eq(codingSet.documentId, documentId),
        eq(codingSet.coderId, actor.coderId),
        eq(codingSet.kind, "coder"),
      ),
    )
    .orderBy(desc(round.number))
    .all();
  return roundId ? rows.find((row) => row.set.roundId === roundId) : rows[0];
}
