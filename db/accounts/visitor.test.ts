// Who stands behind a request: sessions and their two ends, tokens and their scope, strangers; and the throttle.
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "../actor";
import { createToken } from "../acts/create-token";
import { revokeToken } from "../acts/revoke-token";
import { runAct } from "../acts/run-act";
import { newId } from "../new-id";
import { myTokens } from "../reads/my-tokens";
import { runRead } from "../reads/run-read";
import { session, workspaceMember } from "../schema";
import { dbOf } from "../workspace";
import { freshWorkspace, PASSWORD, withProject } from "./accounts-fixture";
import { sha256Hex } from "./sha256-hex";
import { signIn } from "./sign-in";
import { countAttempt } from "./sign-in-throttle";
import { actorFromRequest, visitorFromRequest } from "./visitor";

// Passwords are hashed slowly on purpose, and this machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let fixture: ReturnType<typeof freshWorkspace>;
let lead: Actor;
beforeEach(async () => {
  fixture = freshWorkspace();
  ({ lead } = await withProject(fixture.workspace));
});
afterEach(() => fixture.end());

const from = (address: string) => new Headers({ "x-tandem-ip": address });
const enter = (email: string, password: string, address = "10.0.0.1", secure = false) =>
  signIn(fixture.workspace, secure, from(address), { email, password });
const cookieOf = (lines: string[]) => lines.map((line) => line.split(";")[0]).join("; ");

test("a session cookie stands for its person, http-only and lax, and the address is not case-sensitive", async () => {
  const cookies = await enter(" ADA@example.org ", PASSWORD);
  const line = cookies.find((cookie) => cookie.includes("session_token")) ?? "";
  expect(line).toMatch(/^tandem-main\.session_token=/);
  expect(line).toMatch(/HttpOnly/i);
  expect(line).toMatch(/SameSite=Lax/i);
  expect(line).not.toMatch(/Secure/i);
  expect(await actorFromRequest(fixture.workspace, new Headers({ cookie: cookieOf(cookies) }))).toEqual(lead);
  expect(await actorFromRequest(fixture.workspace, new Headers())).toBeNull();
  const forged = cookieOf(cookies).replace(/=[^.]{4}/, "=AAAA");
  expect(await actorFromRequest(fixture.workspace, new Headers({ cookie: forged }))).toBeNull();
});

test("under https the cookie is __Host- and Secure, and the plain one is worth nothing", async () => {
  const { workspace } = fixture;
  const secure = await enter("ada@example.org", PASSWORD, "10.0.0.1", true);
  const line = secure.find((cookie) => cookie.includes("session_token")) ?? "";
  expect(line).toMatch(/^__Host-tandem-main\.session_token=/);
  expect(line).toMatch(/; Secure/i);
  expect(line).toMatch(/; Path=\//i);
  expect(line).not.toMatch(/Domain/i);
  expect(await actorFromRequest(workspace, new Headers({ cookie: cookieOf(secure) }), true)).toEqual(lead);
  const plain = await enter("ada@example.org", PASSWORD);
  expect(await actorFromRequest(workspace, new Headers({ cookie: cookieOf(plain) }), true)).toBeNull();
});

test("a session ends after 14 idle days and after 30 days in any case", async () => {
  const { workspace } = fixture;
  const db = dbOf(workspace);
  const headers = new Headers({ cookie: cookieOf(await enter("ada@example.org", PASSWORD)) });
  const begun = db.select().from(session).get();
  expect(begun?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 13.9 * 86_400_000);
  db.update(session)
    .set({ createdAt: new Date(Date.now() - 31 * 86_400_000) })
    .run();
  expect(await actorFromRequest(workspace, headers)).toBeNull();
  expect(db.select().from(session).all()).toHaveLength(0);
  const again = new Headers({ cookie: cookieOf(await enter("ada@example.org", PASSWORD)) });
  db.update(session)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .run();
  expect(await actorFromRequest(workspace, again)).toBeNull();
});

test("an account that is not in the workspace is a stranger", async () => {
  const { workspace } = fixture;
  const headers = new Headers({ cookie: cookieOf(await enter("ada@example.org", PASSWORD)) });
  dbOf(workspace).delete(workspaceMember).where(eq(workspaceMember.userId, lead.userId)).run();
  expect(await actorFromRequest(workspace, headers)).toBeNull();
});

test("five wrong passwords make an address wait, whether or not it has an account, and the answers are the same", async () => {
  const heard: Record<string, unknown[]> = {};
  for (const [email, address] of [
    ["ada@example.org", "10.0.0.1"],
    ["nobody@example.org", "10.0.0.2"],
  ] as const) {
    heard[email] = [];
    for (let n = 0; n < 6; n++) {
      const refused = await enter(email, "not the password", address).catch((error: unknown) => error);
      const { code, status } = refused as { code: string; status: number };
      heard[email].push([code, status]);
    }
  }
  expect(heard["ada@example.org"]).toEqual([...Array(5).fill(["sign-in-wrong", 401]), ["sign-in-wait", 429]]);
  expect(heard["nobody@example.org"]).toEqual(heard["ada@example.org"]);
  await expect(enter("ada@example.org", PASSWORD, "10.0.0.3")).rejects.toMatchObject({ code: "sign-in-wait" });
  countAttempt(fixture.workspace, "ada@example.org", Date.now() + 61_000);
});

test("attempts at once cannot slip through together, and a right password forgets the wrong ones", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 12 }, () => enter("x@example.org", "wrong wrong")));
  const codes = answers.map((answer) => (answer.status === "rejected" ? answer.reason.code : "in"));
  expect(codes.filter((code) => code === "sign-in-wrong")).toHaveLength(5);
  expect(codes.filter((code) => code === "sign-in-wait")).toHaveLength(7);
  for (let n = 0; n < 4; n++) await expect(enter("ada@example.org", "wrong wrong")).rejects.toBeTruthy();
  await enter("ada@example.org", PASSWORD);
  await expect(enter("ada@example.org", "wrong wrong")).rejects.toMatchObject({ code: "sign-in-wrong" });
});

test("one network address gets twenty sign-ins a minute", async () => {
  const codes: string[] = [];
  for (let n = 0; n < 21; n++) {
    await enter(`p${n}@example.org`, "wrong wrong").catch((error: { code: string }) => codes.push(error.code));
  }
  expect(codes.slice(0, 20)).toEqual(Array(20).fill("sign-in-wrong"));
  expect(codes[20]).toBe("too-many-requests");
  await enter("ada@example.org", PASSWORD, "10.0.0.9");
});

test("a token works under its scope until it is revoked or expires, and a cookie beside it has no say", async () => {
  const { workspace } = fixture;
  const secret = `tdm_${newId()}${newId()}`;
  const tokenId = newId();
  const make = (scope: "read" | "write", id: string, token: string, now?: string) =>
    runAct(workspace, lead, {
      act: createToken,
      input: { tokenId: id, name: "Script", scope, secretHash: sha256Hex(token), days: 30 },
      now,
    });
  make("read", tokenId, secret);
  const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });
  const visitor = await visitorFromRequest(workspace, bearer(secret), false);
  expect(visitor).toMatchObject({ via: "token", actor: { userId: lead.userId, scope: "read" } });
  if (!visitor) throw new Error("the token was not known");
  expect(() => runAct(workspace, visitor.actor, { act: revokeToken, input: { tokenId } })).toThrow(
    expect.objectContaining({ code: "token-may-only-read", status: 403 }),
  );
  expect(runRead(workspace, visitor.actor, myTokens, {})).toMatchObject([{ tokenId, scope: "read" }]);
  const cookie = cookieOf(await enter("ada@example.org", PASSWORD));
  expect(await actorFromRequest(workspace, new Headers({ authorization: "Bearer tdm_wrong", cookie }))).toBeNull();
  expect(await actorFromRequest(workspace, new Headers({ authorization: "Basic YTpi", cookie }))).toBeNull();
  runAct(workspace, lead, { act: revokeToken, input: { tokenId } });
  expect(await actorFromRequest(workspace, bearer(secret))).toBeNull();
  const old = `tdm_${newId()}`;
  make("write", newId(), old, "2020-01-01T00:00:00.000Z");
  expect(await actorFromRequest(workspace, bearer(old))).toBeNull();
  expect(runRead(workspace, lead, myTokens, {})).toEqual([]);
});
