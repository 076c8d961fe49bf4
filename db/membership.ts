// The one door to a project: turns an actor into a member of it, or says that there is no such project.
import { and, eq, isNull } from "drizzle-orm";
import { notFound } from "@/lib/refusal";
import type { Actor, Member } from "./actor";
import type { Tx } from "./connection";
import { coder, member, project } from "./schema";

/** Throws the Refusal `not-found` (404) for whoever is not a member: that a project exists is not for strangers. */
export function memberOf(tx: Tx, actor: Actor, projectId: string): Member {
  if (actor.kind === "command line") {
    const found = tx.select({ id: project.id }).from(project).where(eq(project.id, projectId)).get();
    if (!found) throw notFound();
    return { ...actor, projectId, role: "lead", coderId: null };
  }
  const row = tx
    .select({ role: member.role, coderId: coder.id })
    .from(member)
    .leftJoin(coder, and(eq(coder.projectId, member.projectId), eq(coder.userId, member.userId)))
    .where(and(eq(member.projectId, projectId), eq(member.userId, actor.userId), isNull(member.removedAt)))
    .get();
  if (!row) throw notFound();
  return { ...actor, projectId, role: row.role, coderId: row.coderId };
}
