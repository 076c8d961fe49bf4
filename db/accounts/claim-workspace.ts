// The first account: whoever claims the workspace first owns it, and nobody can claim it twice.
import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { newId } from "../new-id";
import { journal, workspaceMember } from "../schema";
import { assertWritable, dbOf, type Workspace } from "../workspace";
import { decoded } from "./decoded";
import { hashedPassword, insertAccount, personSchema } from "./new-account";
import { sha256Hex } from "./sha256-hex";

export const claimSchema = personSchema.extend({ setupCode: z.string().max(200).optional() });

function alreadyClaimed(): Refusal {
  return new Refusal("workspace-already-claimed", 409);
}

export function isClaimed(workspace: Workspace): boolean {
  return Boolean(dbOf(workspace).select({ role: workspaceMember.role }).from(workspaceMember).limit(1).get());
}

/** Compares hashes, so that neither the length nor the place of the first wrong character shows in the time. */
function sameCode(given: string, wanted: string): boolean {
  const hash = (code: string) => Buffer.from(sha256Hex(code.trim()));
  return timingSafeEqual(hash(given), hash(wanted));
}

/**
 * `wantedCode` is the one-time code that the server printed, null where it is bound to loopback and needs none.
 * Throws Refusal: `workspace-already-claimed`, `setup-code-wrong`, `input-not-understood`.
 */
export async function claimWorkspace(
  workspace: Workspace,
  input: unknown,
  wantedCode: string | null,
  now = new Date().toISOString(),
): Promise<{ userId: string; email: string }> {
  if (isClaimed(workspace)) throw alreadyClaimed();
  const person = decoded(claimSchema, input);
  if (wantedCode !== null && !sameCode(person.setupCode ?? "", wantedCode)) {
    throw new Refusal("setup-code-wrong", 403);
  }
  assertWritable(workspace);
  const passwordHash = await hashedPassword(person.password);
  const userId = dbOf(workspace).transaction(
    (tx) => {
      if (tx.select({ role: workspaceMember.role }).from(workspaceMember).limit(1).get()) throw alreadyClaimed();
      const id = insertAccount(tx, person, passwordHash, now);
      tx.insert(workspaceMember).values({ userId: id, role: "owner", joinedAt: now }).run();
      tx.insert(journal)
        .values({ id: newId(), userId: id, actor: "person", at: now, act: "claim-workspace", input: { userId: id } })
        .run();
      return id;
    },
    { behavior: "immediate" },
  );
  return { userId, email: person.email };
}
