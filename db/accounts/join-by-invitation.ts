// Joining a project by a link: one transaction makes the account, the membership and the coder, and uses the link up.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import type { Actor } from "../actor";
import { recordEvents } from "../acts/record-events";
import type { Tx } from "../connection";
import { newId } from "../new-id";
import { coder, invitation, journal, member, user, workspaceMember } from "../schema";
import { assertWritable, dbOf, type Workspace } from "../workspace";
import { decoded } from "./decoded";
import { openInvitation } from "./look-at-invitation";
import { hashedPassword, insertAccount, personSchema } from "./new-account";

const secretSchema = z.string().min(16).max(200);

export const joinAsNewSchema = personSchema.extend({ secret: secretSchema });
export const joinSignedInSchema = z.object({ secret: secretSchema });

export interface Joined {
  readonly userId: string;
  readonly projectId: string;
}

function emailTaken(): Refusal {
  return new Refusal("email-has-account", 409);
}

/** Leads may code too, so they get their author's place with the coders; observers have none. */
function enterProject(
  tx: Tx,
  person: { userId: string; name: string },
  offer: ReturnType<typeof openInvitation>,
  now: string,
) {
  const { userId, name } = person;
  const { projectId, role } = offer;
  const already = tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.projectId, projectId), eq(member.userId, userId), isNull(member.removedAt)))
    .get();
  if (already) throw new Refusal("already-a-member", 409);
  tx.insert(workspaceMember).values({ userId, role: "member", joinedAt: now }).onConflictDoNothing().run();
  tx.insert(member).values({ id: newId(), projectId, userId, role, joinedAt: now }).run();
  if (role !== "observer") {
    const seat = tx
      .select({ id: coder.id })
      .from(coder)
      .where(and(eq(coder.projectId, projectId), eq(coder.userId, userId)))
      .get();
    if (!seat) tx.insert(coder).values({ id: newId(), projectId, userId, name }).run();
  }
  const used = tx
    .update(invitation)
    .set({ claimedBy: userId, claimedAt: now })
    .where(and(eq(invitation.id, offer.id), isNull(invitation.claimedAt), isNull(invitation.withdrawnAt)))
    .run();
  if (used.changes !== 1) throw new Refusal("invitation-used", 410);
  tx.insert(journal)
    .values({
      id: newId(),
      projectId,
      userId,
      actor: "person",
      at: now,
      act: "join-project",
      input: { projectId, invitationId: offer.id, userId, role },
    })
    .run();
  const actor: Actor = { kind: "person", userId, name, workspaceRole: "member", scope: "write" };
  return recordEvents(tx, actor, projectId, [{ to: "leads", subject: "members" }], now);
}

function tell(workspace: Workspace, told: Set<string>): void {
  for (const userId of told) workspace.told.emit("told", userId);
}

/**
 * With `signedIn` the person joins under their own account and sends the secret alone; without, an account is made.
 * Throws the Refusals of openInvitation, `email-has-account`, `already-a-member`, `input-not-understood`.
 */
export async function joinByInvitation(
  workspace: Workspace,
  input: unknown,
  signedIn: Actor | null,
  now = new Date().toISOString(),
): Promise<Joined & { email: string | null }> {
  assertWritable(workspace);
  const db = dbOf(workspace);
  if (signedIn) {
    if (signedIn.scope !== "write") throw new Refusal("token-may-only-read", 403);
    const { secret } = decoded(joinSignedInSchema, input);
    const { offer, told } = db.transaction(
      (tx) => {
        const open = openInvitation(tx, secret, now);
        return { offer: open, told: enterProject(tx, signedIn, open, now) };
      },
      { behavior: "immediate" },
    );
    tell(workspace, told);
    return { userId: signedIn.userId, projectId: offer.projectId, email: null };
  }
  const person = decoded(joinAsNewSchema, input);
  // Looked up before the slow hash too, so that a guessed secret costs the server nothing.
  openInvitation(db, person.secret, now);
  const passwordHash = await hashedPassword(person.password);
  const done = db.transaction(
    (tx) => {
      const offer = openInvitation(tx, person.secret, now);
      if (tx.select({ id: user.id }).from(user).where(eq(user.email, person.email)).get()) throw emailTaken();
      const userId = insertAccount(tx, person, passwordHash, now);
      const told = enterProject(tx, { userId, name: person.name }, offer, now);
      return { userId, projectId: offer.projectId, told };
    },
    { behavior: "immediate" },
  );
  tell(workspace, done.told);
  return { userId: done.userId, projectId: done.projectId, email: person.email };
}
