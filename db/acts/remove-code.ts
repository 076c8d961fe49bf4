// Remove a code that nobody has used, and revive one that was removed; a used code can only be retired.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { code, codebookVersion, coding } from "../schema";
import { knowableCode } from "../visibility";
import { projectAct } from "./act";
import { assertFreeName, changeableCodeRow, codebookTells, readableCodeRow, withHidden } from "./code-row";
import { currentWording } from "./current-wording";

const input = z.object({ projectId: idSchema, codeId: idSchema });

export const removeCode = projectAct({
  name: "remove-code",
  summary: "Removes a code that has neither codings nor sub-codes; others can be retired.",
  who: ["lead", "coder"],
  input,
  run(tx, actor, { codeId }, { now }) {
    const row = changeableCodeRow(tx, actor, codeId);
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
    const used = tx.select({ id: coding.id }).from(coding).where(eq(coding.codeId, codeId)).get();
    if (child || pinned || used) throw new Refusal("code-not-removable", 409);
    tx.update(code)
      .set({ removedAt: now, version: row.version + 1 })
      .where(eq(code.id, codeId))
      .run();
    return {
      result: {},
      inverse: { act: "revive-code", input: { projectId: actor.projectId, codeId } },
      tells: codebookTells(row),
    };
  },
});

export const reviveCode = projectAct({
  name: "revive-code",
  summary: "Brings back a code that was removed.",
  who: ["lead", "coder"],
  input,
  run(tx, actor, { codeId }) {
    const found = tx
      .select()
      .from(code)
      .where(and(eq(code.id, codeId), knowableCode(tx, actor)))
      .get();
    if (!found?.removedAt) throw notFound();
    const row = withHidden(tx, found);
    if (actor.role !== "lead" && !row.hidden) throw notFound();
    if (row.parentId) readableCodeRow(tx, actor, row.parentId);
    assertFreeName(tx, actor, row.parentId, currentWording(tx, row).name, row.id);
    tx.update(code)
      .set({ removedAt: null, version: row.version + 1 })
      .where(eq(code.id, codeId))
      .run();
    return {
      result: {},
      inverse: { act: "remove-code", input: { projectId: actor.projectId, codeId } },
      tells: codebookTells(row),
    };
  },
});
