// What an invitation offers to whoever holds its secret, before they accept it.
import { eq } from "drizzle-orm";
import { Refusal } from "@/lib/refusal";
import type { Role } from "../actor";
import type { Tx } from "../connection";
import { invitation, project, user } from "../schema";
import { dbOf, type Workspace } from "../workspace";
import { sha256Hex } from "./sha256-hex";

export interface OpenInvitation {
  readonly id: string;
  readonly projectId: string;
  readonly role: Role;
}

/** Throws Refusal: `invitation-unknown`, `invitation-withdrawn`, `invitation-used`, `invitation-expired`. */
export function openInvitation(tx: Tx, secret: string, now: string): OpenInvitation {
  const found = tx
    .select()
    .from(invitation)
    .where(eq(invitation.secretHash, sha256Hex(secret)))
    .get();
  if (!found) throw new Refusal("invitation-unknown", 404);
  if (found.withdrawnAt) throw new Refusal("invitation-withdrawn", 410);
  if (found.claimedAt) throw new Refusal("invitation-used", 410);
  if (found.expiresAt <= now) throw new Refusal("invitation-expired", 410);
  return { id: found.id, projectId: found.projectId, role: found.role };
}

export interface InvitationOffer {
  readonly projectName: string;
  readonly role: Role;
  readonly invitedBy: string;
  /** The name under which the lead invited this person. */
  readonly name: string;
}

export function lookAtInvitation(
  workspace: Workspace,
  secret: string,
  now = new Date().toISOString(),
): InvitationOffer {
  const db = dbOf(workspace);
  const { id } = openInvitation(db, secret, now);
  const offer = db
    .select({ projectName: project.name, role: invitation.role, invitedBy: user.name, name: invitation.name })
    .from(invitation)
    .innerJoin(project, eq(project.id, invitation.projectId))
    .innerJoin(user, eq(user.id, invitation.createdBy))
    .where(eq(invitation.id, id))
    .get();
  if (!offer) throw new Refusal("invitation-unknown", 404);
  return offer;
}
