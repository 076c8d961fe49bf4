// The one door to a project: turns an actor into a member of it, or says that there is no such project.
import { and, eq, isNull, sql } from "drizzle-orm";
import { notFound } from "@/lib/refusal";
import type { Actor, Member } from "./actor";
import type { Tx } from "./connection";
import { prepared } from "./prepared";
import { coder, member, project } from "./schema";

const membership = prepared((db) =>
  db
    .select({ role: member.role, coderId: coder.id })
    .from(member)
    .leftJoin(coder, and(eq(coder.projectId, member.projectId), eq(coder.userId, member.userId)))
    .where(
      and(
        eq(member.projectId, sql.placeholder("projectId")),
        eq(member.userId, sql.placeholder("userId")),
        isNull(member.removedAt),
      ),
    )
    .prepare(),
);

/** Throws the Refusal `not-found` (404) for whoever is not a member: that a project exists is not for strangers. */
export function memberOf(tx: Tx, actor: Actor, projectId: string): Member {
  if (actor.kind === "command line") {
    const found = tx.select({ id: project.id }).from(project).where(eq(project.id, projectId)).get();
    if (!found) throw notFound();
    return { ...actor, projectId, role: "lead", coderId: null };
  }
  const row = membership(tx).get({ projectId, userId: actor.userId });
  if (!row) throw notFound();
  return { ...actor, projectId, role: row.role, coderId: row.coderId };
}
