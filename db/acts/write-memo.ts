// Write a memo on a coding, on words without a code, on a code or a document; every wording is kept, the journal names only its number.
import { and, eq, max } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema, spanSchema, wordsSchema } from "../id-schema";
import { memo, memoWording } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";
import { type MemoTarget, memoTarget } from "./memo-target";

type MemoRow = typeof memo.$inferSelect;

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

function textOf(tx: Tx, memoId: string, wording: number): string | undefined {
  return tx
    .select({ text: memoWording.text })
    .from(memoWording)
    .where(and(eq(memoWording.memoId, memoId), eq(memoWording.number, wording)))
    .get()?.text;
}

/** The actor's memo that is there already. One by this id on something else is refused as an id that is taken. */
function existingMemo(
  tx: Tx,
  actor: Member,
  coderId: string,
  memoId: string,
  { only, columns }: MemoTarget,
): MemoRow | undefined {
  const mine = and(eq(memo.projectId, actor.projectId), eq(memo.coderId, coderId));
  const row = tx
    .select()
    .from(memo)
    .where(and(mine, only ?? eq(memo.id, memoId)))
    .get();
  if (!row) return undefined;
  const same = Object.entries(columns).every(([column, value]) => row[column as keyof MemoTarget["columns"]] === value);
  return same ? row : undefined;
}

const written = z.strictObject({
  projectId: idSchema,
  memoId: idSchema,
  wording: z.int().min(0),
  text: wordsSchema,
});

/** Strict, so that a memo on two things at once is refused and not written on the first of them. */
const memoInput = z.union([
  written.extend({ codingId: idSchema }),
  written.extend({ setId: idSchema, ...spanSchema }),
  written.extend({ codeId: idSchema }),
  written.extend({ documentId: idSchema }),
]);

export const writeMemo = projectAct({
  name: "write-memo",
  summary:
    "Writes the actor's memo on exactly one of: their own coding, a span of their own set (`setId`, `start`, `end`, `wordsHash`), a code, a document. `wording` is the one that the client saw, 0 for a new memo; empty text takes it away.",
  who: ["lead", "coder"],
  input: memoInput,
  run(tx, actor, input, { now }) {
    const { memoId, wording, text } = input;
    const target = memoTarget(tx, actor, input, "setId" in input ? input.wordsHash : undefined);
    if (!actor.coderId) throw new Refusal("role-may-not", 403, { role: actor.role });
    const existing = existingMemo(tx, actor, actor.coderId, memoId, target);
    const before = existing && textOf(tx, existing.id, existing.wording);
    // An empty memo is in no read: whoever writes there begins anew.
    const seen = wording === (existing?.wording ?? 0) || (wording === 0 && !before);
    if (!seen) throw new Refusal("changed-meanwhile", 409);
    const id = existing?.id ?? memoId;
    if (!existing) {
      assertNewId(tx, memo, id);
      const { projectId } = actor;
      tx.insert(memo)
        .values({ id, projectId, ...target.columns, coderId: actor.coderId, wording: 0, updatedAt: now })
        .run();
    }
    const number = nextWording(tx, id, text, now);
    return {
      result: { memoId: id, wording: number },
      inverse: {
        act: "restore-memo",
        input: { projectId: actor.projectId, memoId: id, wording: existing?.wording ?? 0 },
      },
      trace: { projectId: actor.projectId, memoId: id, ...target.columns, wording: number },
      tells: target.tells,
    };
  },
});

export const restoreMemo = projectAct({
  name: "restore-memo",
  summary: "Gives a memo of the actor's own an earlier wording again (0: none), as a new wording.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, memoId: idSchema, wording: z.int().min(0) }),
  run(tx, actor, input, { now }) {
    const row = tx
      .select()
      .from(memo)
      .where(and(eq(memo.id, input.memoId), eq(memo.projectId, actor.projectId), eq(memo.coderId, actor.coderId ?? "")))
      .get();
    if (!row) throw notFound();
    const target = memoTarget(tx, actor, row);
    const earlier = textOf(tx, input.memoId, input.wording);
    if (earlier === undefined && input.wording !== 0) throw notFound();
    const number = nextWording(tx, input.memoId, earlier ?? "", now);
    return {
      result: {},
      inverse: {
        act: "restore-memo",
        input: { projectId: actor.projectId, memoId: input.memoId, wording: row.wording },
      },
      trace: { projectId: actor.projectId, memoId: row.id, ...target.columns, wording: number },
      tells: target.tells,
    };
  },
});
