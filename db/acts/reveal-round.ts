// Reveal a round: freezes every set with a hash over its codings, lays down what all agree on as the consensus.
import { and, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { frozenSetHash } from "../frozen-set";
import { idSchema, wordsSchema } from "../id-schema";
import { layConsensus } from "../lay-consensus";
import { codingSet, round, roundDocument } from "../schema";
import { projectAct } from "./act";

export const revealRound = projectAct({
  name: "reveal-round",
  summary:
    "Reveals a round for good. Needs every submission, or `override` with the reason; `name` repeats the round's name.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    roundId: idSchema,
    name: z.string(),
    override: wordsSchema.min(1).optional(),
  }),
  run(tx, actor, input, { now, newId }) {
    const row = tx
      .select()
      .from(round)
      .where(and(eq(round.id, input.roundId), eq(round.projectId, actor.projectId)))
      .get();
    if (!row) throw notFound();
    if (row.revealedAt) throw new Refusal("round-is-revealed", 409);
    if (input.name.trim() !== row.name) throw new Refusal("typed-name-differs", 422);
    const sets = tx.select().from(codingSet).where(eq(codingSet.roundId, row.id)).all();
    const missing = sets.filter((set) => set.state === "open").length;
    if (missing > 0 && !input.override) throw new Refusal("not-all-submitted", 409, { missing });
    for (const set of sets) {
      tx.update(codingSet)
        .set({ state: "frozen", frozenSha256: frozenSetHash(tx, set.id), version: set.version + 1 })
        .where(eq(codingSet.id, set.id))
        .run();
    }
    tx.update(round)
      .set({ revealedAt: now, overrideReason: missing > 0 ? (input.override ?? null) : null })
      .where(eq(round.id, row.id))
      .run();
    const documents = tx.select().from(roundDocument).where(eq(roundDocument.roundId, row.id)).all();
    for (const each of documents) {
      tx.insert(codingSet)
        .values({
          id: newId(),
          projectId: actor.projectId,
          documentId: each.documentId,
          revisionId: each.revisionId,
          roundId: row.id,
          kind: "consensus",
          state: "open",
        })
        .run();
      layConsensus(tx, row, each.documentId, now, newId);
    }
    return {
      result: { overridden: missing > 0 },
      final: "what has been seen cannot be unseen",
      trace: {
        projectId: actor.projectId,
        roundId: row.id,
        overridden: missing > 0,
        frozen: tx
          .select({ id: codingSet.id, sha256: codingSet.frozenSha256 })
          .from(codingSet)
          .where(and(eq(codingSet.roundId, row.id), inArray(codingSet.kind, ["coder", "late"])))
          .all(),
      },
      tells: [{ to: "project", subject: "rounds", roundId: row.id }],
    };
  },
});
