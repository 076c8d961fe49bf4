// A new account: what a person types, checked; the rows of better-auth that make it one.
import * as z from "zod";
import type { Tx } from "../connection";
import { nameSchema } from "../id-schema";
import { newId } from "../new-id";
import { account, user } from "../schema";

export const emailSchema = z
  .string()
  .transform((email) => email.trim().toLowerCase())
  .pipe(z.email("this is not an e-mail address").max(254));

export const passwordSchema = z.string().min(10, "at least 10 characters").max(128, "at most 128 characters");

export const personSchema = z.object({ name: nameSchema, email: emailSchema, password: passwordSchema });

export type Person = z.output<typeof personSchema>;

/** Slow on purpose, and off the main thread: done before any lock is held. */
export async function hashedPassword(password: string): Promise<string> {
  // Loaded when a password is made: whatever else starts this program does not need it.
  const { hashPassword } = await import("better-auth/crypto");
  return hashPassword(password);
}

/** Inserts the user and the password they sign in with; returns the new id. The caller holds the transaction. */
export function insertAccount(
  tx: Tx,
  person: Pick<Person, "name" | "email">,
  passwordHash: string,
  now: string,
): string {
  const at = new Date(now);
  const userId = newId();
  tx.insert(user)
    .values({ id: userId, name: person.name, email: person.email, emailVerified: false, createdAt: at, updatedAt: at })
    .run();
  tx.insert(account)
    .values({
      id: newId(),
      accountId: userId,
      providerId: "credential",
      userId,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    })
    .run();
  return userId;
}
