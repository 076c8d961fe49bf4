// Settle a disagreement with a reason on record, and take a ruling back; the coders' own codings stay as they were.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema, wordsSchema } from "../id-schema";
import { layConsensus } from "../lay-consensus";
import { documentDisagreements } from "../round-disagreements";
import { round, roundDocument, ruling } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";

function revealedRound(tx: Tx, actor: Member, roundId: string): typeof round.$inferSelect {
  const row = tx
    .select()
    .from(round)
    .where(and(eq(round.id, roundId), eq(round.projectId, actor.projectId)))
    .get();
  if (!row?.revealedAt) throw notFound();
  return row;
}

function ownRuling(tx: Tx, actor: Member, rulingId: string, removed: boolean) {
  const row = tx.select().from(ruling).where(eq(ruling.id, rulingId)).get();
  if (!row) throw notFound();
  const revealed = revealedRound(tx, actor, row.roundId);
  if ((row.removedAt !== null) !== removed) throw new Refusal("changed-meanwhile", 409);
  return { row, revealed };
}

function assertUnsettled(tx: Tx, roundId: string, documentId: string, key: string): void {
  const standing = tx
    .select({ id: ruling.id })
    .from(ruling)
    .where(
      and(
        eq(ruling.roundId, roundId),
        eq(ruling.documentId, documentId),
        eq(ruling.disagreementKey, key),
        isNull(ruling.removedAt),
      ),
    )
    .get();
  if (standing) throw new Refusal("already-settled", 409);
}

/** The disagreement is named in the journal, so that undo and redo can lead back to it. */
function traceOf(actor: Member, row: typeof ruling.$inferSelect): Record<string, unknown> {
  return {
    projectId: actor.projectId,
    roundId: row.roundId,
    documentId: row.documentId,
    key: row.disagreementKey,
    rulingId: row.id,
  };
}

function tells(row: { roundId: string; documentId: string }) {
  return [{ to: "project" as const, subject: "rulings" as const, roundId: row.roundId, documentId: row.documentId }];
}

export const settleDisagreement = projectAct({
  name: "settle-disagreement",
  summary: "Decides one disagreement of a revealed round: one coder's side, both, or neither, with the reason.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    roundId: idSchema,
    documentId: idSchema,
    key: z.string().min(1).max(64),
    rulingId: idSchema,
    decision: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("side"), coder: idSchema }),
      z.object({ kind: z.literal("both") }),
      z.object({ kind: z.literal("neither") }),
    ]),
    reason: wordsSchema.refine((words) => words.trim() !== "", "a ruling needs its reason"),
  }),
  run(tx, actor, input, { now, newId }) {
    const row = revealedRound(tx, actor, input.roundId);
    assertNewId(tx, ruling, input.rulingId);
    const coded = tx
      .select({ id: roundDocument.documentId })
      .from(roundDocument)
      .where(and(eq(roundDocument.roundId, row.id), eq(roundDocument.documentId, input.documentId)))
      .get();
    if (!coded) throw notFound();
    const known = documentDisagreements(tx, input.roundId, input.documentId);
    const found = known.disagreements.find((each) => each.key === input.key);
    if (!found) throw notFound();
    assertUnsettled(tx, input.roundId, input.documentId, input.key);
    const { decision } = input;
    if (decision.kind === "side" && !found.sides.some((side) => side.coder === decision.coder)) throw notFound();
    tx.insert(ruling)
      .values({
        id: input.rulingId,
        roundId: input.roundId,
        documentId: input.documentId,
        disagreementKey: input.key,
        decision: decision.kind,
        coderId: decision.kind === "side" ? decision.coder : null,
        reason: input.reason,
        decidedBy: actor.userId,
        decidedAt: now,
      })
      .run();
    layConsensus(tx, row, input.documentId, now, newId, known);
    return {
      result: { rulingId: input.rulingId },
      inverse: { act: "withdraw-ruling", input: { projectId: actor.projectId, rulingId: input.rulingId } },
      trace: {
        projectId: actor.projectId,
        roundId: input.roundId,
        documentId: input.documentId,
        key: input.key,
        rulingId: input.rulingId,
        decision: input.decision,
      },
      tells: tells(input),
    };
  },
});

const one = z.object({ projectId: idSchema, rulingId: idSchema });

export const withdrawRuling = projectAct({
  name: "withdraw-ruling",
  summary: "Takes a ruling back: the disagreement is open again and what the ruling laid down leaves the consensus.",
  who: ["lead"],
  input: one,
  run(tx, actor, { rulingId }, { now, newId }) {
    const { row, revealed } = ownRuling(tx, actor, rulingId, false);
    tx.update(ruling).set({ removedAt: now }).where(eq(ruling.id, rulingId)).run();
    layConsensus(tx, revealed, row.documentId, now, newId);
    return {
      result: {},
      inverse: { act: "revive-ruling", input: { projectId: actor.projectId, rulingId } },
      trace: traceOf(actor, row),
      tells: tells(row),
    };
  },
});

export const reviveRuling = projectAct({
  name: "revive-ruling",
  summary: "Lets a ruling that was taken back stand again.",
  who: ["lead"],
  input: one,
  run(tx, actor, { rulingId }, { now, newId }) {
    const { row, revealed } = ownRuling(tx, actor, rulingId, true);
    assertUnsettled(tx, row.roundId, row.documentId, row.disagreementKey);
    tx.update(ruling).set({ removedAt: null }).where(eq(ruling.id, rulingId)).run();
    layConsensus(tx, revealed, row.documentId, now, newId);
    return {
      result: {},
      inverse: { act: "withdraw-ruling", input: { projectId: actor.projectId, rulingId } },
      trace: traceOf(actor, row),
      tells: tells(row),
    };
  },
});
