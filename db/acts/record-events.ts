// Events: for each person who may know of a change, one row with that person's own number; for the others, nothing.
import { and, eq, inArray, isNull, max } from "drizzle-orm";
import type { Actor } from "../actor";
import type { Tx } from "../connection";
import { event, member } from "../schema";
import type { Telling } from "./act";

/** How many events a person can miss before their screens simply look at everything again. */
const KEPT_PER_PERSON = 500;

function recipients(tx: Tx, actor: Actor, projectId: string, to: Telling["to"]): string[] {
  const self = actor.kind === "person" ? [actor.userId] : [];
  if (to === "self") return self;
  if (typeof to !== "string") return [...new Set([...self, ...to])];
  const roles: ("lead" | "observer" | "coder")[] =
    to === "leads" ? ["lead", "observer"] : ["lead", "observer", "coder"];
  const others = tx
    .select({ userId: member.userId })
    .from(member)
    .where(and(eq(member.projectId, projectId), isNull(member.removedAt), inArray(member.role, roles)))
    .all();
  return [...new Set([...self, ...others.map((row) => row.userId)])];
}

/** Returns the people for whom something was recorded. */
export function recordEvents(
  tx: Tx,
  actor: Actor,
  projectId: string,
  tells: readonly Telling[],
  now: string,
): Set<string> {
  const told = new Set<string>();
  const said = new Set<string>();
  for (const telling of tells) {
    for (const userId of recipients(tx, actor, projectId, telling.to)) {
      const same = [userId, telling.subject, telling.documentId, telling.roundId].join(" ");
      if (said.has(same)) continue;
      said.add(same);
      const last = tx.select({ n: max(event.number) }).from(event).where(eq(event.userId, userId)).get()?.n ?? 0;
      const number = last + 1;
      tx.insert(event)
        .values({
          userId,
          number,
          projectId,
          subject: telling.subject,
          documentId: telling.documentId ?? null,
          roundId: telling.roundId ?? null,
          at: now,
        })
        .run();
      if (number > KEPT_PER_PERSON) {
        tx.delete(event)
          .where(and(eq(event.userId, userId), eq(event.number, number - KEPT_PER_PERSON)))
          .run();
      }
      told.add(userId);
    }
  }
  return told;
}
