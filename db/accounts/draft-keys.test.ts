// The key that seals unsent words: one for each person and device, the same through sessions, gone with a sign-out.
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "../actor";
import { draftKey, session } from "../schema";
import { dbOf } from "../workspace";
import { addPerson, freshWorkspace, PASSWORD, withProject } from "./accounts-fixture";
import { draftKeyOf } from "./draft-keys";
import { changePassword, endSession, signOut } from "./sessions";
import { signIn } from "./sign-in";
import { type Visitor, visitorFromRequest } from "./visitor";

// Passwords are hashed slowly on purpose, and this machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let fixture: ReturnType<typeof freshWorkspace>;
let lead: Actor;
beforeEach(async () => {
  fixture = freshWorkspace();
  ({ lead } = await withProject(fixture.workspace));
});
afterEach(() => fixture.end());

const device = (n: number) => n.toString(16).padStart(32, "0");
const rows = () => dbOf(fixture.workspace).select().from(draftKey).all();

/** Signs Ada in; gives the headers of her session and who she is in it. */
async function enter(password = PASSWORD): Promise<{ headers: Headers; visitor: Visitor; sessionId: string }> {
  const sent = new Headers({ "x-tandem-ip": "10.0.0.1" });
  const cookies = await signIn(fixture.workspace, false, sent, { email: "ada@example.org", password });
  const headers = new Headers({ cookie: cookies.map((line) => line.split(";")[0]).join("; ") });
  const visitor = await visitorFromRequest(fixture.workspace, headers, false);
  if (!visitor?.sessionId) throw new Error("Ada did not get in");
  return { headers, visitor, sessionId: visitor.sessionId };
}

const keyIn = (sessionId: string, n = 1, userId = lead.userId) =>
  draftKeyOf(fixture.workspace, { userId, sessionId }, { device: device(n) });

test("a key is 32 random bytes, made once for each person and device", () => {
  const key = keyIn("s1");
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect(keyIn("s1")).toBe(key);
  expect(keyIn("s1", 2)).not.toBe(key);
  const other = addPerson(fixture.workspace, "Ben Coder");
  expect(keyIn("s2", 1, other.userId)).not.toBe(key);
  expect(rows()).toHaveLength(3);
  for (const wrong of ["", "x", device(1).slice(1), `${device(1)}0`, device(1).replace("0", "G")]) {
    expect(() => draftKeyOf(fixture.workspace, { userId: lead.userId, sessionId: "s1" }, { device: wrong })).toThrow();
  }
});

test("a session that merely ended keeps the key; signing out of the next one destroys it, on this device alone", async () => {
  const first = await enter();
  const key = keyIn(first.sessionId);
  const elsewhere = await enter();
  const keyElsewhere = keyIn(elsewhere.sessionId, 2);
  dbOf(fixture.workspace).delete(session).where(eq(session.id, first.sessionId)).run();
  const again = await enter();
  expect(keyIn(again.sessionId)).toBe(key);
  await signOut(fixture.workspace, false, again.headers, again.visitor);
  expect(rows().map((row) => row.key)).toEqual([keyElsewhere]);
  const fresh = await enter();
  expect(keyIn(fresh.sessionId)).not.toBe(key);
});

test("ending a session from another device destroys its keys, and nobody ends another person's", async () => {
  const [here, lost] = [await enter(), await enter()];
  keyIn(here.sessionId, 1);
  keyIn(lost.sessionId, 2);
  const stranger = addPerson(fixture.workspace, "Ben Coder");
  const as = (visitor: Visitor, sessionId: string) => () => endSession(fixture.workspace, visitor, { sessionId });
  expect(as({ ...here.visitor, actor: stranger }, lost.sessionId)).toThrow();
  expect(rows()).toHaveLength(2);
  as(here.visitor, lost.sessionId)();
  expect(rows().map((row) => row.device)).toEqual([device(1)]);
});

test("a new password signs every other device out, and this one goes on and can still be signed out", async () => {
  const [here, elsewhere] = [await enter(), await enter()];
  const key = keyIn(here.sessionId, 1);
  keyIn(elsewhere.sessionId, 2);
  const newPassword = "another long password";
  const input = { currentPassword: PASSWORD, newPassword };
  const cookies = await changePassword(fixture.workspace, false, here.headers, here.visitor, input);
  expect(rows().map((row) => row.key)).toEqual([key]);
  const headers = new Headers({ cookie: cookies.map((line) => line.split(";")[0]).join("; ") });
  const visitor = await visitorFromRequest(fixture.workspace, headers, false);
  expect(rows()[0]?.sessionId).toBe(visitor?.sessionId);
  await signOut(fixture.workspace, false, headers, visitor);
  expect(rows()).toEqual([]);
});

test("fifty devices of one person are remembered, the newest of them", () => {
  for (let n = 0; n < 53; n++) {
    const at = new Date(Date.parse("2026-01-01") + n * 1000).toISOString();
    draftKeyOf(fixture.workspace, { userId: lead.userId, sessionId: "s" }, { device: device(n) }, at);
  }
  const left = rows().map((row) => row.device);
  expect(left).toHaveLength(50);
  expect(left.toSorted()[0]).toBe(device(3));
});
