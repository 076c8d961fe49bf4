// Remove a code that nobody has used, and revive one that was removed; a used code can only be retired.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { code, codebookVersion, coding } from "../schema";
import { knowableCode } from "../visibility";
import { projectAct } from "./act";
import {
  assertFreeName,
  type CodeRow,
  changeableCodeRow,
  codebookTells,
  readableCodeRow,
  withHidden,
} from "./code-row";
import { currentWording } from "./current-wording";

const input = z.object({ projectId: idSchema, codeId: idSchema });

/** Throws `code-not-removable` when codings, sub-codes or rounds would be left without it. */
function assertUnused(tx: Tx, actor: Member, codeId: string): void {
  const child = tx
    .select({ id: code.id })
    .from(code)
    .where(and(eq(code.parentId, codeId), isNull(code.removedAt)))
    .get();
  // Whatever a round has pinned stays, used or not: a refusal that depended on its codings would tell of them.
  const pinned = tx
    .select({ tree: codebookVersion.tree })
    .from(codebookVersion)
    .where(eq(codebookVersion.projectId, actor.projectId))
    .all()
    .some((version) => version.tree.some((entry) => entry.id === codeId));
  const used = tx
    .select({ id: coding.id })
    .from(coding)
    .where(and(eq(coding.codeId, codeId), isNull(coding.removedAt)))
    .get();
  if (child || pinned || used) throw new Refusal("code-not-removable", 409);
}

function setRemoved(tx: Tx, row: CodeRow, removedAt: string | null): void {
  tx.update(code)
    .set({ removedAt, version: row.version + 1 })
    .where(eq(code.id, row.id))
    .run();
}

export const removeCode = projectAct({
  name: "remove-code",
  summary: "Removes a code that has neither codings nor sub-codes; others can be retired.",
  who: ["lead", "coder"],
  input,
  run(tx, actor, { codeId }, { now }) {
    const row = changeableCodeRow(tx, actor, codeId);
    assertUnused(tx, actor, codeId);
    setRemoved(tx, row, now);
    return {
      result: {},
      inverse: { act: "revive-code", input: { projectId: actor.projectId, codeId } },
      tells: codebookTells(row),
    };
  },
});

/** A removed code that the actor may know of, fit to stand again. */
function revivableRow(tx: Tx, actor: Member, codeId: string): CodeRow {
  const found = tx
    .select()
    .from(code)
    .where(and(eq(code.id, codeId), knowableCode(tx, actor)))
    .get();
  if (!found?.removedAt) throw notFound();
  const row = withHidden(tx, found);
  if (row.parentId) readableCodeRow(tx, actor, row.parentId);
  assertFreeName(tx, actor, row.parentId, currentWording(tx, row).name, row.id);
  return row;
}

export const reviveCode = projectAct({
  name: "revive-code",
  summary: "Brings back a code that was removed.",
  who: ["lead", "coder"],
  input,
  run(tx, actor, { codeId }) {
    const row = revivableRow(tx, actor, codeId);
    if (actor.role !== "lead" && !row.hidden) throw notFound();
    setRemoved(tx, row, null);
    return {
      result: {},
      inverse: { act: "remove-code", input: { projectId: actor.projectId, codeId } },
      tells: codebookTells(row),
    };
  },
});

/** `wording` is the one that the coder gave it: a code whose words the lead changed since is no longer the coder's. */
const unchanged = z.object({ ...input.shape, wording: z.int() });

function assertSameWording(row: CodeRow, wording: number): void {
  if (row.wording !== wording) throw new Refusal("changed-meanwhile", 409);
}

export const takeBackCode = projectAct({
  name: "take-back-code",
  summary: "Takes back a code that a coder added to an open codebook, if nobody changed or used it since.",
  onlyUndo: true,
  who: ["lead", "coder"],
  input: unchanged,
  run(tx, actor, { codeId, wording }, { now }) {
    const row = readableCodeRow(tx, actor, codeId);
    assertSameWording(row, wording);
    assertUnused(tx, actor, codeId);
    setRemoved(tx, row, now);
    return {
      result: {},
      inverse: { act: "bring-back-code", input: { projectId: actor.projectId, codeId, wording } },
      tells: codebookTells(row),
    };
  },
});

export const bringBackCode = projectAct({
  name: "bring-back-code",
  summary: "Adds a code again that a coder took back.",
  onlyUndo: true,
  who: ["lead", "coder"],
  input: unchanged,
  run(tx, actor, { codeId, wording }) {
    const row = revivableRow(tx, actor, codeId);
    assertSameWording(row, wording);
    setRemoved(tx, row, null);
    return {
      result: {},
      inverse: { act: "take-back-code", input: { projectId: actor.projectId, codeId, wording } },
      tells: codebookTells(row),
    };
  },
});
