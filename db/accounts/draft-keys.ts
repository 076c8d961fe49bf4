// The keys that seal a person's unsent words on a device: made here, handed out to the session, gone with a sign-out.
import { randomBytes } from "node:crypto";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import * as z from "zod";
import type { Tx } from "../connection";
import { draftKey, session } from "../schema";
import { assertWritable, dbOf, type Workspace } from "../workspace";
import { decoded } from "./decoded";

const KEY_BYTES = 32;
const DEVICES_OF_ONE_PERSON = 50;

/** `device` is a number that the browser made for itself and keeps. */
export const draftKeySchema = z.object({
  device: z.string().regex(/^[0-9a-f]{32}$/, "a device is 32 hexadecimal digits"),
});

interface Holder {
  readonly userId: string;
  readonly sessionId: string;
}

/** The oldest go first: who has more devices than this has lost some. */
function keepFew(tx: Tx, userId: string): void {
  const old = tx
    .select({ device: draftKey.device })
    .from(draftKey)
    .where(eq(draftKey.userId, userId))
    .orderBy(desc(draftKey.createdAt), desc(draftKey.device))
    .all()
    .slice(DEVICES_OF_ONE_PERSON - 1)
    .map(({ device }) => device);
  if (old.length === 0) return;
  tx.delete(draftKey)
    .where(and(eq(draftKey.userId, userId), inArray(draftKey.device, old)))
    .run();
}

/** The key of this person on this device, in base64: the same one until they sign out there, whatever ends a session. */
export function draftKeyOf(
  workspace: Workspace,
  { userId, sessionId }: Holder,
  input: unknown,
  now = new Date().toISOString(),
): string {
  const { device } = decoded(draftKeySchema, input);
  assertWritable(workspace);
  return dbOf(workspace).transaction(
    (tx) => {
      const here = and(eq(draftKey.userId, userId), eq(draftKey.device, device));
      const kept = tx.select().from(draftKey).where(here).get();
      if (kept) {
        if (kept.sessionId !== sessionId) tx.update(draftKey).set({ sessionId }).where(here).run();
        return kept.key;
      }
      keepFew(tx, userId);
      const key = randomBytes(KEY_BYTES).toString("base64");
      tx.insert(draftKey).values({ userId, device, key, sessionId, createdAt: now }).run();
      return key;
    },
    { behavior: "immediate" },
  );
}

/** What was sealed under the session's keys can no longer be read by anybody. */
export function destroyDraftKeys(workspace: Workspace, { userId, sessionId }: Holder): void {
  dbOf(workspace)
    .delete(draftKey)
    .where(and(eq(draftKey.userId, userId), eq(draftKey.sessionId, sessionId)))
    .run();
}

/** After a change of password: this device goes on under its new session, every other one is signed out. */
export function keepDraftKeysOfOneSession(workspace: Workspace, { userId, sessionId }: Holder): void {
  dbOf(workspace).transaction(
    (tx) => {
      const mine = eq(draftKey.userId, userId);
      tx.delete(draftKey)
        .where(and(mine, ne(draftKey.sessionId, sessionId)))
        .run();
      const [now] = tx.select({ id: session.id }).from(session).where(eq(session.userId, userId)).all();
      if (now) tx.update(draftKey).set({ sessionId: now.id }).where(mine).run();
    },
    { behavior: "immediate" },
  );
}
