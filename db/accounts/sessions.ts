// A person's own sessions: where they are signed in, ending one, signing out, changing the password.
import { and, desc, eq, gt } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { session } from "../schema";
import { dbOf, type Workspace } from "../workspace";
import { AUTH_ORIGIN, authOf } from "./auth";
import { decoded } from "./decoded";
import { destroyDraftKeys, keepDraftKeysOfOneSession } from "./draft-keys";
import { passwordSchema } from "./new-account";
import { authHeaders } from "./sign-in";
import { countAttempt, forgetAttempts } from "./sign-in-throttle";
import type { Visitor } from "./visitor";

export interface SessionRow {
  readonly sessionId: string;
  readonly begunAt: string;
  readonly expiresAt: string;
  readonly userAgent: string | null;
  readonly current: boolean;
}

/** Tokens stay on the server: a session is named by its id. */
export function listSessions(workspace: Workspace, visitor: Visitor): SessionRow[] {
  return dbOf(workspace)
    .select()
    .from(session)
    .where(and(eq(session.userId, visitor.actor.userId), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.createdAt), desc(session.id))
    .all()
    .map((row) => ({
      sessionId: row.id,
      begunAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      userAgent: row.userAgent,
      current: row.id === visitor.sessionId,
    }));
}

const endSchema = z.object({ sessionId: z.string().min(1).max(100) });

/** Streams of the person look at their session again as soon as this is emitted. */
export function tellSessionsChanged(workspace: Workspace, userId: string): void {
  workspace.told.emit("sessions", userId);
}

export function endSession(workspace: Workspace, visitor: Visitor, input: unknown): void {
  const { sessionId } = decoded(endSchema, input);
  const ended = dbOf(workspace)
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, visitor.actor.userId)))
    .run();
  if (ended.changes !== 1) throw notFound();
  destroyDraftKeys(workspace, { userId: visitor.actor.userId, sessionId });
  tellSessionsChanged(workspace, visitor.actor.userId);
}

/** Ends the session of this request; returns the Set-Cookie lines that clear its cookie. */
export async function signOut(
  workspace: Workspace,
  secure: boolean,
  headers: Headers,
  visitor: Visitor | null,
): Promise<string[]> {
  // Before the session: should this be the last thing that the server does, the words are sealed for good all the same.
  if (visitor?.sessionId) {
    destroyDraftKeys(workspace, { userId: visitor.actor.userId, sessionId: visitor.sessionId });
  }
  const response = await (await authOf(workspace, secure)).api.signOut({
    headers: authHeaders(headers),
    asResponse: true,
  });
  return response.headers.getSetCookie();
}

const changeSchema = z.object({ currentPassword: z.string().min(1).max(128), newPassword: passwordSchema });

/** Ends every other session too. Throws Refusal: `password-wrong`, `sign-in-wait`, `too-many-requests`. */
export async function changePassword(
  workspace: Workspace,
  secure: boolean,
  headers: Headers,
  visitor: Visitor,
  input: unknown,
): Promise<string[]> {
  const { currentPassword, newPassword } = decoded(changeSchema, input);
  countAttempt(workspace, visitor.email);
  const sent = authHeaders(headers);
  sent.set("content-type", "application/json");
  const response = await (await authOf(workspace, secure)).handler(
    new Request(`${AUTH_ORIGIN}/api/auth/change-password`, {
      method: "POST",
      headers: sent,
      body: JSON.stringify({ currentPassword, newPassword, revokeOtherSessions: true }),
    }),
  );
  if (response.status === 429) {
    throw new Refusal("too-many-requests", 429, { seconds: Number(response.headers.get("x-retry-after") ?? 60) });
  }
  if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to a change of password`);
  if (response.status === 401) throw new Refusal("sign-in-needed", 401);
  if (!response.ok) throw new Refusal("password-wrong", 403);
  forgetAttempts(workspace, visitor.email);
  const { actor, sessionId } = visitor;
  if (sessionId !== null) keepDraftKeysOfOneSession(workspace, { userId: actor.userId, sessionId });
  tellSessionsChanged(workspace, visitor.actor.userId);
  return response.headers.getSetCookie();
}
