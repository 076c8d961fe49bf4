// Submit a coded document (it locks), and reopen one before the reveal.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema, wordsSchema } from "../id-schema";
import { coder, codingSet, round } from "../schema";
import { projectAct } from "./act";
import { openOwnSet } from "./coding-target";

export const submitCoding = projectAct({
  name: "submit-coding",
  summary: "Submits the actor's coding of one document of a round: it locks until the lead reopens it.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, setId: idSchema }),
  run(tx, actor, { setId }, { now }) {
    const { set } = openOwnSet(tx, actor, setId);
    if (!set.roundId) throw new Refusal("not-in-a-round", 409);
    tx.update(codingSet)
      .set({ state: "submitted", submittedAt: now, version: set.version + 1 })
      .where(eq(codingSet.id, setId))
      .run();
    return {
      result: { version: set.version + 1 },
      final: "a submitted document is reopened by the lead",
      tells: [
        { to: "self", subject: "codings", documentId: set.documentId },
        { to: "leads", subject: "rounds", roundId: set.roundId },
      ],
    };
  },
});

export const reopenCoding = projectAct({
  name: "reopen-coding",
  summary: "Reopens a coder's submitted document before the reveal, with a reason on record.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    roundId: idSchema,
    documentId: idSchema,
    coderId: idSchema,
    reason: wordsSchema.min(1),
  }),
  run(tx, actor, input) {
    const row = tx
      .select({ set: codingSet, revealedAt: round.revealedAt, userId: coder.userId })
      .from(codingSet)
      .innerJoin(round, eq(round.id, codingSet.roundId))
      .innerJoin(coder, eq(coder.id, codingSet.coderId))
      .where(
        and(
          eq(codingSet.projectId, actor.projectId),
          eq(codingSet.roundId, input.roundId),
          eq(codingSet.documentId, input.documentId),
          eq(codingSet.coderId, input.coderId),
          eq(codingSet.kind, "coder"),
        ),
      )
      .get();
    if (!row) throw notFound();
    if (row.revealedAt) throw new Refusal("round-is-revealed", 409);
    if (row.set.state !== "submitted") throw new Refusal("not-submitted", 409);
    tx.update(codingSet)
      .set({ state: "open", submittedAt: null, version: row.set.version + 1 })
      .where(eq(codingSet.id, row.set.id))
      .run();
    return {
      result: {},
      final: "the coder may go on at once",
      tells: [
        { to: row.userId ? [row.userId] : "self", subject: "codings", documentId: input.documentId },
        { to: "leads", subject: "rounds", roundId: input.roundId },
      ],
    };
  },
});
