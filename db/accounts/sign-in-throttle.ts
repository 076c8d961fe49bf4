// The brake on guessing one person's password: the same for addresses that have an account and for those that have none.
import { eq } from "drizzle-orm";
import { Refusal } from "@/lib/refusal";
import { newId } from "../new-id";
import { rateLimit } from "../schema";
import { dbOf, type Workspace } from "../workspace";
import { sha256Hex } from "./sha256-hex";

const ATTEMPTS = 5;
const WAIT_MS = 60_000;

/** The address itself is not kept: people mistype passwords into this field. */
function keyOf(email: string): string {
  return `address:${sha256Hex(email.trim().toLowerCase())}`;
}

/**
 * Counts one attempt before the password is looked at, so that many at once cannot slip through together.
 * Throws the Refusal `sign-in-wait` once five attempts within a minute of each other went wrong.
 */
export function countAttempt(workspace: Workspace, email: string, now = Date.now()): void {
  const key = keyOf(email);
  dbOf(workspace).transaction(
    (tx) => {
      const row = tx.select().from(rateLimit).where(eq(rateLimit.key, key)).get();
      if (!row) {
        tx.insert(rateLimit).values({ id: newId(), key, count: 1, lastRequest: now }).run();
        return;
      }
      const rested = now - row.lastRequest >= WAIT_MS;
      if (!rested && row.count >= ATTEMPTS) {
        const seconds = Math.max(1, Math.ceil((row.lastRequest + WAIT_MS - now) / 1000));
        throw new Refusal("sign-in-wait", 429, { seconds });
      }
      tx.update(rateLimit)
        .set({ count: rested ? 1 : row.count + 1, lastRequest: now })
        .where(eq(rateLimit.key, key))
        .run();
    },
    { behavior: "immediate" },
  );
}

export function forgetAttempts(workspace: Workspace, email: string): void {
  dbOf(workspace)
    .delete(rateLimit)
    .where(eq(rateLimit.key, keyOf(email)))
    .run();
}
