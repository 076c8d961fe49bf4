// Write a memo on one of the actor's own codings; every wording is kept, the journal names only its number.
import { and, eq, max } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import type { Tx } from "../connection";
import { idSchema, wordsSchema } from "../id-schema";
import { coding, memo, memoWording } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";
import { ownSet } from "./coding-target";

function nextWording(tx: Tx, memoId: string, text: string, now: string): number {
  const last = tx
    .select({ n: max(memoWording.number) })
    .from(memoWording)
    .where(eq(memoWording.memoId, memoId))
    .get();
  const number = (last?.n ?? 0) + 1;
  tx.insert(memoWording).values({ memoId, number, text }).run();
  tx.update(memo).set({ wording: number, updatedAt: now }).where(eq(memo.id, memoId)).run();
  return number;
}

export const writeMemo = projectAct({
  name: "write-memo",
  summary: "Writes the memo on the actor's own coding; `wording` is the one that the client saw, 0 for a new memo.",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    codingId: idSchema,
    memoId: idSchema,
    wording: z.int().min(0),
    text: wordsSchema,
  }),
  run(tx, actor, input, { now }) {
    const target = tx.select().from(coding).where(eq(coding.id, input.codingId)).get();
    if (!target) throw notFound();
    const own = ownSet(tx, actor, target.setId);
    if (own.set.state === "frozen") throw new Refusal("set-is-locked", 409, { state: own.set.state });
    if (!own.set.coderId) throw notFound();
    const existing = tx
      .select()
      .from(memo)
      .where(and(eq(memo.codingId, input.codingId), eq(memo.coderId, own.set.coderId)))
      .get();
    if ((existing?.wording ?? 0) !== input.wording) throw new Refusal("changed-meanwhile", 409);
    const memoId = existing?.id ?? input.memoId;
    if (!existing) {
      assertNewId(tx, memo, memoId);
      tx.insert(memo)
        .values({
          id: memoId,
          projectId: actor.projectId,
          codingId: input.codingId,
          coderId: own.set.coderId,
          wording: 0,
          updatedAt: now,
        })
        .run();
    }
    const number = nextWording(tx, memoId, input.text, now);
    return {
      result: { memoId, wording: number },
      inverse: {
        act: "restore-memo",
        input: { projectId: actor.projectId, memoId, wording: existing?.wording ?? 0 },
      },
      trace: { projectId: actor.projectId, memoId, codingId: input.codingId, wording: number },
      tells: [{ to: "self", subject: "codings", documentId: own.set.documentId }],
    };
  },
});

export const restoreMemo = projectAct({
  name: "restore-memo",
  summary: "Gives a memo an earlier wording again (0: empty), as a new wording.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, memoId: idSchema, wording: z.int().min(0) }),
  run(tx, actor, input, { now }) {
    const row = tx
      .select({ memo, setId: coding.setId })
      .from(memo)
      .innerJoin(coding, eq(coding.id, memo.codingId))
      .where(eq(memo.id, input.memoId))
      .get();
    if (!row) throw notFound();
    const own = ownSet(tx, actor, row.setId);
    if (own.set.state === "frozen") throw new Refusal("set-is-locked", 409, { state: own.set.state });
    const earlier = tx
      .select()
      .from(memoWording)
      .where(and(eq(memoWording.memoId, input.memoId), eq(memoWording.number, input.wording)))
      .get();
    if (!earlier && input.wording !== 0) throw notFound();
    nextWording(tx, input.memoId, earlier?.text ?? "", now);
    return {
      result: {},
      inverse: {
        act: "restore-memo",
        input: { projectId: actor.projectId, memoId: input.memoId, wording: row.memo.wording },
      },
      tells: [{ to: "self", subject: "codings", documentId: own.set.documentId }],
    };
  },
});
