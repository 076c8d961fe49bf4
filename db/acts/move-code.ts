// Move a code under another parent or to another place among its siblings.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { code } from "../schema";
import { knowableCode } from "../visibility";
import { projectAct } from "./act";
import {
  assertFreeName,
  assertParentFits,
  type CodeRow,
  changeableCodeRow,
  codebookTells,
  withHidden,
} from "./code-row";
import { currentWording } from "./current-wording";

/** Throws the refusal when `parentId` is the code or lies below it. */
export function assertNotBelow(tx: Tx, codeId: string, parentId: string | null, refusal: string): void {
  for (let at = parentId; at !== null; ) {
    if (at === codeId) throw new Refusal(refusal, 409);
    const above = tx.select({ parentId: code.parentId }).from(code).where(eq(code.id, at)).get();
    at = above?.parentId ?? null;
  }
}

/** With those that were removed: undo may bring one back, and then it stands between the siblings that it stood between. */
function siblingsOf(tx: Tx, actor: Member, parentId: string | null): CodeRow[] {
  return tx
    .select()
    .from(code)
    .where(and(knowableCode(tx, actor), parentId ? eq(code.parentId, parentId) : isNull(code.parentId)))
    .orderBy(code.position, code.id)
    .all()
    .map((row) => withHidden(tx, row));
}

/**
 * Makes room at index `at` and returns the place. A hidden proposal makes no room and takes none: a gap among the places
 * of the codebook's codes would tell others that it exists, so it shares the place of the sibling that it comes before.
 */
function placeAmong(tx: Tx, row: CodeRow, siblings: readonly CodeRow[], at: number): number {
  if (row.hidden) return siblings[at]?.position ?? (siblings.at(-1)?.position ?? -1) + 1;
  const before = siblings.slice(0, at).filter((sibling) => !sibling.hidden).length;
  siblings
    .filter((sibling) => !sibling.hidden)
    .forEach((sibling, index) => {
      const position = index < before ? index : index + 1;
      if (sibling.position !== position) tx.update(code).set({ position }).where(eq(code.id, sibling.id)).run();
    });
  return before;
}

export const moveCode = projectAct({
  name: "move-code",
  summary: "Moves a code below `parentId` (null: to the top level), before the sibling `beforeId` (null: to the end).",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    codeId: idSchema,
    parentId: idSchema.nullable(),
    beforeId: idSchema.nullable(),
    /** Refuses when the code no longer stands there: undo must not take back what somebody else did since. */
    fromParentId: idSchema.nullable().optional(),
    /** The place that a proposal had: it shares places with its siblings, so that undo could not find it by them. */
    position: z.int().min(0).optional(),
  }),
  run(tx, actor, input) {
    const row = changeableCodeRow(tx, actor, input.codeId);
    if (input.fromParentId !== undefined && input.fromParentId !== row.parentId) {
      throw new Refusal("changed-meanwhile", 409);
    }
    if (input.parentId && input.parentId !== row.parentId) {
      assertParentFits(tx, actor, input.parentId, row.hidden ? row.proposedIn : null);
    }
    assertNotBelow(tx, row.id, input.parentId, "code-move-cycle");
    const wording = currentWording(tx, row);
    if (input.parentId !== row.parentId) assertFreeName(tx, actor, input.parentId, wording.name, row.id);
    const oldSiblings = siblingsOf(tx, actor, row.parentId);
    // Of the codebook's codes, for a code of the codebook: the places of hidden proposals do not move with theirs.
    const following = oldSiblings
      .slice(oldSiblings.findIndex((sibling) => sibling.id === row.id) + 1)
      .find((sibling) => row.hidden || !sibling.hidden);
    const siblings = siblingsOf(tx, actor, input.parentId).filter((sibling) => sibling.id !== row.id);
    const at = input.beforeId ? siblings.findIndex((sibling) => sibling.id === input.beforeId) : siblings.length;
    if (at < 0) throw notFound();
    const shared = row.hidden ? input.position : undefined;
    const position = shared ?? placeAmong(tx, row, siblings, at);
    tx.update(code)
      .set({ parentId: input.parentId, position, version: row.version + 1 })
      .where(eq(code.id, row.id))
      .run();
    return {
      result: { version: row.version + 1 },
      inverse: {
        act: "move-code",
        input: {
          projectId: actor.projectId,
          codeId: row.id,
          parentId: row.parentId,
          beforeId: following?.id ?? null,
          fromParentId: input.parentId,
          position: row.position,
        },
      },
      tells: codebookTells(row),
    };
  },
});
