// Events: for each person who may know of a change, one row with that person's own number; for the others, nothing.
import { and, eq, inArray, isNull, max, sql } from "drizzle-orm";
import type { Actor } from "../actor";
import type { Tx } from "../connection";
import { prepared } from "../prepared";
import { event, member } from "../schema";
import type { Telling } from "./act";

/** How many events a person can miss before their screens simply look at everything again. */
const KEPT_PER_PERSON = 500;

const lastNumber = prepared((db) =>
  db
    .select({ n: max(event.number) })
    .from(event)
    .where(eq(event.userId, sql.placeholder("userId")))
    .prepare(),
);

const eventInsert = prepared((db) =>
  db
    .insert(event)
    .values({
      userId: sql.placeholder("userId"),
      number: sql.placeholder("number"),
      projectId: sql.placeholder("projectId"),
      subject: sql.placeholder("subject"),
      documentId: sql.placeholder("documentId"),
      roundId: sql.placeholder("roundId"),
      at: sql.placeholder("at"),
    })
    .prepare(),
);

const eventDelete = prepared((db) =>
  db
    .delete(event)
    .where(and(eq(event.userId, sql.placeholder("userId")), eq(event.number, sql.placeholder("number"))))
    .prepare(),
);

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
      const number = (lastNumber(tx).get({ userId })?.n ?? 0) + 1;
      eventInsert(tx).run({
        userId,
        number,
        projectId,
        subject: telling.subject,
        documentId: telling.documentId ?? null,
        roundId: telling.roundId ?? null,
        at: now,
      });
      if (number > KEPT_PER_PERSON) eventDelete(tx).run({ userId, number: number - KEPT_PER_PERSON });
      told.add(userId);
    }
  }
  return told;
}
