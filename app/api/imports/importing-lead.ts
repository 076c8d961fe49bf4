import type { Actor, Member } from "@/db/actor";
import { memberOf } from "@/db/membership";
import { dbOf, type Workspace } from "@/db/workspace";
import { Refusal } from "@/lib/refusal";

/** Only leads bring files in; for everybody else outside the project there is no such project. */
export function importingLead(workspace: Workspace, actor: Actor, projectId: string | null, changes: boolean): Member {
  if (changes && actor.scope !== "write") throw new Refusal("token-may-only-read", 403);
  const member = memberOf(dbOf(workspace), actor, projectId ?? "");
  if (member.role !== "lead") throw new Refusal("role-may-not", 403, { role: member.role });
  return member;
}
