// Who stands behind a request: the person of the session cookie or of the access token, or nobody.
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Actor } from "../actor";
import { accessToken, user, workspaceMember } from "../schema";
import { dbOf, type Workspace } from "../workspace";
import { ABSOLUTE_DAYS, authOf } from "./auth";
import { sha256Hex } from "./sha256-hex";
import { authHeaders } from "./sign-in";

export const TOKEN_PREFIX = "tdm_";

export interface Visitor {
  readonly actor: Actor;
  readonly via: "session" | "token";
  readonly email: string;
  readonly sessionId: string | null;
  /** Set-Cookie lines that keep the session alive; to be sent with the answer. */
  readonly cookies: readonly string[];
}

/** The token of an `Authorization: Bearer` header, empty where the header names something else, null where none is. */
export function bearerOf(headers: Headers): string | null {
  const header = headers.get("authorization");
  if (header === null) return null;
  return /^Bearer\s+(\S+)$/i.exec(header.trim())?.[1] ?? "";
}

function visitorByToken(workspace: Workspace, token: string, now: string): Visitor | null {
  if (!token.startsWith(TOKEN_PREFIX)) return null;
  const row = dbOf(workspace)
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      workspaceRole: workspaceMember.role,
      scope: accessToken.scope,
    })
    .from(accessToken)
    .innerJoin(user, eq(user.id, accessToken.userId))
    .innerJoin(workspaceMember, eq(workspaceMember.userId, user.id))
    .where(
      and(eq(accessToken.secretHash, sha256Hex(token)), isNull(accessToken.revokedAt), gt(accessToken.expiresAt, now)),
    )
    .get();
  if (!row) return null;
  const { email, ...person } = row;
  return { actor: { kind: "person", ...person }, via: "token", email, sessionId: null, cookies: [] };
}

async function visitorBySession(workspace: Workspace, headers: Headers, secure: boolean, now: string) {
  if (!headers.get("cookie")?.includes(`tandem-${workspace.name}.session_token`)) return null;
  const auth = await authOf(workspace, secure);
  const { response, headers: answered } = await auth.api.getSession({
    headers: authHeaders(headers),
    returnHeaders: true,
  });
  if (!response) return null;
  const age = Date.parse(now) - response.session.createdAt.getTime();
  if (age > ABSOLUTE_DAYS * 24 * 60 * 60 * 1000) {
    const context = await auth.$context;
    await context.internalAdapter.deleteSession(response.session.token);
    return null;
  }
  const row = dbOf(workspace)
    .select({ role: workspaceMember.role })
    .from(workspaceMember)
    .where(eq(workspaceMember.userId, response.user.id))
    .get();
  if (!row) return null;
  const actor: Actor = {
    kind: "person",
    userId: response.user.id,
    name: response.user.name,
    workspaceRole: row.role,
    scope: "write",
  };
  const cookies = answered?.getSetCookie() ?? [];
  const visitor: Visitor = {
    actor,
    via: "session",
    email: response.user.email,
    sessionId: response.session.id,
    cookies,
  };
  return visitor;
}

/** A request that carries an Authorization header is judged by it alone, never by a cookie beside it. */
export async function visitorFromRequest(
  workspace: Workspace,
  headers: Headers,
  secure: boolean,
  now = new Date().toISOString(),
): Promise<Visitor | null> {
  const token = bearerOf(headers);
  if (token !== null) return visitorByToken(workspace, token, now);
  return visitorBySession(workspace, headers, secure, now);
}

export async function actorFromRequest(workspace: Workspace, headers: Headers, secure = false): Promise<Actor | null> {
  return (await visitorFromRequest(workspace, headers, secure))?.actor ?? null;
}
