// The brake on guessing a password: for an address, whether it has an account or not, and for any other secret by its key.
import { eq } from "drizzle-orm";
import { Refusal } from "@/lib/refusal";
import type { Db } from "../connection";
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
  countTry(dbOf(workspace), keyOf(email), "sign-in-wait", now);
}

/** As countAttempt, for a secret of another kind: `refusal` is the code that asks to wait. */
export function countTry(db: Db, key: string, refusal: string, now = Date.now()): void {
  db.transaction(
    (tx) => {
      const row = tx.select().from(rateLimit).where(eq(rateLimit.key, key)).get();
      if (!row) {
        tx.insert(rateLimit).values({ id: newId(), key, count: 1, lastRequest: now }).run();
        return;
      }
      const rested = now - row.lastRequest >= WAIT_MS;
      if (!rested && row.count >= ATTEMPTS) {
        const seconds = Math.max(1, Math.ceil((row.lastRequest + WAIT_MS - now) / 1000));
        throw new Refusal(refusal, 429, { seconds });
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
  forgetTries(dbOf(workspace), keyOf(email));
}

export function forgetTries(db: Db, key: string): void {
  db.delete(rateLimit).where(eq(rateLimit.key, key)).run();
}
