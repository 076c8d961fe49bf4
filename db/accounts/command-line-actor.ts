// The command line as an actor: whoever may run it on the data folder may do what a lead may.
import { eq } from "drizzle-orm";
import { Refusal } from "@/lib/refusal";
import type { Actor } from "../actor";
import type { Tx } from "../connection";
import { workspaceMember } from "../schema";

/**
 * Rows that must name an account name the owner's; the journal says "command line" and no account. Throws the Refusal
 * `workspace-has-no-owner` before the first account was made.
 */
export function commandLineActor(tx: Tx): Actor {
  const owner = tx
    .select({ userId: workspaceMember.userId })
    .from(workspaceMember)
    .where(eq(workspaceMember.role, "owner"))
    .get();
  if (!owner) throw new Refusal("workspace-has-no-owner", 409);
  return {
    kind: "command line",
    userId: owner.userId,
    name: "command line",
    workspaceRole: "owner",
    scope: "write",
  };
}
