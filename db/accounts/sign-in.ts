// Signing in with e-mail address and password: the throttle, better-auth, and the cookies of the new session.
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import type { Workspace } from "../workspace";
import { AUTH_ORIGIN, authOf } from "./auth";
import { decoded } from "./decoded";
import { countAttempt, forgetAttempts } from "./sign-in-throttle";

const signInSchema = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(128) });

/** What better-auth gets of a request's headers: never the outside world's Host, Origin or Referer. */
export function authHeaders(headers: Headers): Headers {
  const kept = new Headers({ origin: AUTH_ORIGIN });
  for (const name of ["cookie", "user-agent", "x-tandem-ip", "content-type"]) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

/**
 * Returns the Set-Cookie lines of the new session. Throws Refusal: `sign-in-wrong` (401) alike for a wrong password and
 * an unknown address, `sign-in-wait` and `too-many-requests` (429), `input-not-understood`.
 */
export async function signIn(
  workspace: Workspace,
  secure: boolean,
  headers: Headers,
  input: unknown,
): Promise<string[]> {
  const { email, password } = decoded(signInSchema, input);
  countAttempt(workspace, email);
  const sent = authHeaders(headers);
  sent.set("content-type", "application/json");
  // A left-over cookie has no say in who signs in now.
  sent.delete("cookie");
  const response = await (await authOf(workspace, secure)).handler(
    new Request(`${AUTH_ORIGIN}/api/auth/sign-in/email`, {
      method: "POST",
      headers: sent,
      body: JSON.stringify({ email: email.trim().toLowerCase(), password }),
    }),
  );
  if (response.status === 429) {
    throw new Refusal("too-many-requests", 429, { seconds: Number(response.headers.get("x-retry-after") ?? 60) });
  }
  if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to a sign-in`);
  if (!response.ok) throw new Refusal("sign-in-wrong", 401);
  forgetAttempts(workspace, email);
  return response.headers.getSetCookie();
}

/** A session for somebody who has just proved who they are (a claim, a link, the sample): no throttle, same cookies. */
export async function sessionFor(
  workspace: Workspace,
  secure: boolean,
  headers: Headers,
  person: { email: string; password: string },
): Promise<string[]> {
  const sent = authHeaders(headers);
  sent.delete("cookie");
  const response = await (await authOf(workspace, secure)).api.signInEmail({
    body: { email: person.email, password: person.password },
    headers: sent,
    asResponse: true,
  });
  if (!response.ok) throw new Error(`better-auth answered ${response.status} to a first sign-in`);
  return response.headers.getSetCookie();
}
