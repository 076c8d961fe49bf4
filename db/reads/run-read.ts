// Runs a read: decode → membership and role → look, within one consistent snapshot and without a trace.
import { Refusal } from "@/lib/refusal";
import type { Actor } from "../actor";
import { memberOf } from "../membership";
import { dbOf, type Workspace } from "../workspace";
import type { AnyRead } from "./read";

/** Throws Refusal: `input-not-understood`, `not-found` for strangers, `role-may-not` for members of another role. */
export function runRead(workspace: Workspace, actor: Actor, read: AnyRead, params: unknown): unknown {
  const parsed = read.params.safeParse(params);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Refusal("input-not-understood", 400, {
      field: issue?.path.join(".") || "the whole question",
      problem: issue?.message ?? "",
    });
  }
  return dbOf(workspace).transaction((db) => {
    if (read.where === "workspace") return read.run(db, actor, parsed.data);
    const member = memberOf(db, actor, (parsed.data as { projectId: string }).projectId);
    if (!read.who.includes(member.role)) throw new Refusal("role-may-not", 403, { role: member.role });
    return read.run(db, member, parsed.data);
  });
}
