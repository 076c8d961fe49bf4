// Who works in the project. The lead also sees addresses and open invitations; nobody sees what anybody did.
import { and, asc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import type { Role } from "../actor";
import { idSchema } from "../id-schema";
import { coder, invitation, member, user } from "../schema";
import { projectRead } from "./read";

export interface PersonRow {
  readonly name: string;
  readonly role: Role;
  readonly self: boolean;
  /** For leads alone: what invites and removes people. */
  readonly managed: {
    readonly userId: string;
    readonly email: string;
    readonly joinedAt: string;
    /** Who they are as a coder, for opening a round. Observers have none. */
    readonly coderId: string | null;
  } | null;
}

export interface InvitationRow {
  readonly invitationId: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface PeopleAnswer {
  readonly people: readonly PersonRow[];
  /** Neither used nor withdrawn; expired ones stay listed until they are withdrawn. Empty for all but leads. */
  readonly invitations: readonly InvitationRow[];
}

export const people = projectRead({
  name: "people",
  summary: "The members of the project with their roles; for leads also addresses and open invitations.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema }),
  run(db, actor, { projectId }): PeopleAnswer {
    const leads = actor.role === "lead";
    const rows = db
      .select({
        userId: user.id,
        name: user.name,
        email: user.email,
        role: member.role,
        joinedAt: member.joinedAt,
        coderId: coder.id,
      })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .leftJoin(coder, and(eq(coder.projectId, member.projectId), eq(coder.userId, member.userId)))
      .where(and(eq(member.projectId, projectId), isNull(member.removedAt)))
      .orderBy(asc(user.name), asc(user.id))
      .all();
    const invitations = leads
      ? db
          .select({
            invitationId: invitation.id,
            name: invitation.name,
            role: invitation.role,
            createdAt: invitation.createdAt,
            expiresAt: invitation.expiresAt,
          })
          .from(invitation)
          .where(and(eq(invitation.projectId, projectId), isNull(invitation.claimedAt), isNull(invitation.withdrawnAt)))
          .orderBy(asc(invitation.createdAt), asc(invitation.id))
          .all()
      : [];
    return {
      people: rows.map(({ userId, name, email, role, joinedAt, coderId }) => ({
        name,
        role,
        self: userId === actor.userId,
        managed: leads ? { userId, email, joinedAt, coderId: role === "observer" ? null : coderId } : null,
      })),
      invitations,
    };
  },
});
