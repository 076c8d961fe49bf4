import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addPerson, freshWorkspace, invite, PASSWORD, withProject } from "@/db/accounts/accounts-fixture";
import { sha256Hex } from "@/db/accounts/sha256-hex";
import type { Actor } from "@/db/actor";
import { createToken } from "@/db/acts/create-token";
import { runAct } from "@/db/acts/run-act";
import { newId } from "@/db/new-id";
import { holdServerState, type ServerState } from "../server-state";
import { POST as claim } from "./accounts/claim/route";
import { POST as join } from "./accounts/join/route";
import { POST as postAct } from "./acts/[name]/route";
import { GET as getAuth, POST as postAuth } from "./auth/[...all]/route";
import { GET as getEvents } from "./events/route";
import { GET as health } from "./health/route";
import { POST as postImport } from "./imports/route";
import { GET as getRead, POST as postRead } from "./reads/[name]/route";

const HOST = "127.0.0.1:3000";
// Passwords are hashed slowly on purpose, and this machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let fixture: ReturnType<typeof freshWorkspace>;
let lead: Actor;
let projectId: string;

beforeEach(async () => {
  fixture = freshWorkspace();
  ({ lead, projectId } = await withProject(fixture.workspace));
  const { workspace } = fixture;
  const state: ServerState = {
    root: "",
    migrationsFolder: "",
    dataRoot: workspace.folder.root,
    loopback: true,
    publicUrl: null,
    setupCode: null,
    workspaces: new Map([["main", workspace]]),
    figures: {
      run: () => Promise.reject(new Error("no children in this test")),
      close: () => Promise.resolve(),
    } as never,
    pool: { run: () => Promise.reject(new Error("no children in this test")), close: () => Promise.resolve() } as never,
    streams: new Set(),
    workspace: () => workspace,
    close: () => Promise.resolve(),
  };
  holdServerState(state);
});
afterEach(() => fixture.end());

function ask(address: string, headers: Record<string, string> = {}, body?: unknown): Request {
  const method = body === undefined ? "GET" : "POST";
  const sent = new Headers({ host: HOST, "x-tandem-ip": "10.0.0.1", ...headers });
  if (method === "POST") {
    if (!sent.has("origin") && !sent.has("authorization")) sent.set("origin", `http://${HOST}`);
    if (!sent.has("content-type")) sent.set("content-type", "application/json");
  }
  const raw = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  return new Request(`http://${HOST}${address}`, {
    method,
    headers: sent,
    body: method === "POST" ? raw : undefined,
  } as RequestInit);
}

const at = <P>(params: P) => ({ params: Promise.resolve(params) });
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;

async function cookieOf(email = "ada@example.org"): Promise<string> {
  const response = await postAuth(
    ask("/api/auth/sign-in/email", {}, { email, password: PASSWORD }),
    at({ all: ["sign-in", "email"] }),
  );
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

function tokenOf(actor: Actor, scope: "read" | "write"): string {
  const token = `tdm_${newId()}`;
  const input = { tokenId: newId(), name: "t", scope, secretHash: sha256Hex(token), days: 1 };
  runAct(fixture.workspace, actor, { act: createToken, input });
  return `Bearer ${token}`;
}

const people = (headers: Record<string, string>, project = projectId) =>
  getRead(ask(`/api/reads/people?projectId=${project}`, headers), at({ name: "people" }));

test("nobody gets 401, a stranger the same 404 for a project that exists and one that does not", async () => {
  expect((await people({})).status).toBe(401);
  const stranger = addPerson(fixture.workspace, "Stranger");
  const authorization = tokenOf(stranger, "write");
  const there = await people({ authorization });
  const notThere = await people({ authorization }, newId());
  expect([there.status, notThere.status]).toEqual([404, 404]);
  expect(await there.text()).toBe(await notThere.text());
  expect([...there.headers]).toEqual([...notThere.headers]);
  expect((await getRead(ask("/api/reads/nothing", { authorization }), at({ name: "nothing" }))).status).toBe(404);
  expect((await getRead(ask("/api/reads/toString", { authorization }), at({ name: "toString" }))).status).toBe(404);
});

test("what the page of somebody else sends is not done for whoever signed in behind it", async () => {
  const cookie = await cookieOf();
  if (lead.kind !== "person") throw new Error("the lead is a person");
  expect((await people({ cookie, "x-tandem-person": lead.userId })).status).toBe(200);
  const other = await people({ cookie, "x-tandem-person": newId() });
  expect([other.status, await codeOf(other)]).toEqual([401, "sign-in-needed"]);
  const rename = { projectId, name: "Somebody else's" };
  const act = ask("/api/acts/rename-project", { cookie, "x-tandem-person": newId() }, rename);
  expect((await postAct(act, at({ name: "rename-project" }))).status).toBe(401);
  const again = ask("/api/acts/rename-project", { cookie, "x-tandem-person": lead.userId }, rename);
  expect((await postAct(again, at({ name: "rename-project" }))).status).toBe(200);
});

test("the page of somebody else does not listen to the events of whoever signed in behind it", async () => {
  const cookie = await cookieOf();
  if (lead.kind !== "person") throw new Error("the lead is a person");
  const listen = (query: string) => getEvents(ask(`/api/events?after=0${query}`, { cookie }), at({}));
  for (const query of ["", `&person=${lead.userId}`]) {
    const stream = await listen(query);
    expect([query, stream.status]).toEqual([query, 200]);
    await stream.body?.cancel();
  }
  for (const query of ["&person=", `&person=${newId()}`]) {
    const refused = await listen(query);
    expect([refused.status, await codeOf(refused)]).toEqual([401, "sign-in-needed"]);
  }
});

test("a member reads by query and by body, privately", async () => {
  const cookie = await cookieOf();
  const byQuery = await people({ cookie });
  expect(byQuery.headers.get("cache-control")).toBe("private, no-store");
  const byBody = await postRead(ask("/api/reads/people", { cookie }, { projectId }), at({ name: "people" }));
  expect(await byBody.json()).toEqual(await byQuery.json());
});

test("an act from another site is refused, with a cookie and without Origin too", async () => {
  const cookie = await cookieOf();
  const input = { projectId: newId(), name: "New" };
  const send = (headers: Record<string, string>) =>
    postAct(ask("/api/acts/create-project", { cookie, ...headers }, input), at({ name: "create-project" }));
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `http://${HOST}`, "sec-fetch-site": "cross-site" },
  ]) {
    expect((await send(headers as Record<string, string>)).status).toBe(403);
  }
  expect((await send({ "content-type": "text/plain" })).status).toBe(415);
  expect((await send({})).status).toBe(200);
});

test("the same key twice happens once; another payload under it is refused", async () => {
  const cookie = await cookieOf();
  const input = { projectId: newId(), name: "New" };
  const send = (body: unknown) =>
    postAct(ask("/api/acts/create-project", { cookie, "idempotency-key": "k" }, body), at({ name: "create-project" }));
  expect(await (await send(input)).json()).toEqual(await (await send(input)).json());
  expect(await codeOf(await send({ ...input, name: "Other" }))).toBe("key-used-for-something-else");
});

test("a reading token cannot change, and no token makes tokens or ends sessions", async () => {
  const reading = { authorization: tokenOf(lead, "read") };
  const writing = { authorization: tokenOf(lead, "write") };
  const create = (headers: Record<string, string>) =>
    postAct(
      ask("/api/acts/create-project", headers, { projectId: newId(), name: "New" }),
      at({ name: "create-project" }),
    );
  expect((await people(reading)).status).toBe(200);
  expect(await codeOf(await create(reading))).toBe("token-may-only-read");
  expect((await create(writing)).status).toBe(200);
  const input = { tokenId: newId(), name: "t", scope: "write", secretHash: sha256Hex("x"), days: 1 };
  expect(await codeOf(await postAct(ask("/api/acts/create-token", writing, input), at({ name: "create-token" })))).toBe(
    "sign-in-by-hand",
  );
  expect(await codeOf(await getAuth(ask("/api/auth/list-sessions", writing), at({ all: ["list-sessions"] })))).toBe(
    "sign-in-by-hand",
  );
  const file = ask(`/api/imports?projectId=${projectId}&name=a.txt`, reading, "words");
  expect(await codeOf(await postImport(file, at({})))).toBe("token-may-only-read");
});

test("nobody signs up over the wire, and better-auth's other addresses are not there", async () => {
  const body = { name: "Eve", email: "eve@example.org", password: PASSWORD };
  for (const address of [
    "sign-up/email",
    "update-user",
    "delete-user",
    "change-email",
    "request-password-reset",
    "sign-in/social",
  ]) {
    const response = await postAuth(ask(`/api/auth/${address}`, {}, body), at({ all: address.split("/") }));
    expect(response.status).toBe(404);
  }
  expect(await codeOf(await claim(ask("/api/accounts/claim", {}, body), at({})))).toBe("workspace-already-claimed");
});

test("who joins by a link is signed in; who signs out is not; who changes the password ends the other sessions", async () => {
  const { secret } = invite(fixture.workspace, lead, projectId, "coder");
  const body = { name: "Bea", email: "bea@example.org", password: PASSWORD, secret };
  const joined = await join(ask("/api/accounts/join", {}, body), at({}));
  const first = joined.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  expect((await people({ cookie: first })).status).toBe(200);
  const second = await cookieOf("bea@example.org");
  const change = (currentPassword: string) => {
    const input = { currentPassword, newPassword: "another long password" };
    return postAuth(ask("/api/auth/change-password", { cookie: second }, input), at({ all: ["change-password"] }));
  };
  expect(await codeOf(await change("not the password"))).toBe("password-wrong");
  const changed = await change(PASSWORD);
  expect(changed.status).toBe(200);
  const third = changed.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  expect((await people({ cookie: first })).status).toBe(401);
  const sessions = await (
    await getAuth(ask("/api/auth/list-sessions", { cookie: third }), at({ all: ["list-sessions"] }))
  ).json();
  expect(sessions).toMatchObject({ sessions: [{ current: true }] });
  expect(JSON.stringify(sessions)).not.toContain("token");
  expect((await postAuth(ask("/api/auth/sign-out", { cookie: third }, {}), at({ all: ["sign-out"] }))).status).toBe(
    200,
  );
  expect((await people({ cookie: third })).status).toBe(401);
});

test("a body beyond 1 MB and one that is no JSON are refused", async () => {
  const cookie = await cookieOf();
  const send = (body: string) =>
    postAct(ask("/api/acts/create-project", { cookie }, body), at({ name: "create-project" }));
  expect((await send(`"${"x".repeat(1024 * 1024)}"`)).status).toBe(413);
  expect(await codeOf(await send("{"))).toBe("body-not-json");
  const refused = await send("{}");
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    error: { code: "input-not-understood", params: { field: "projectId" } },
  });
});

test("a file beyond 25 MB is cut off while it comes in and leaves nothing behind; only leads import", async () => {
  const cookie = await cookieOf();
  const file = () =>
    ask(`/api/imports?projectId=${projectId}&name=a.txt`, { cookie }, new Uint8Array(26 * 1024 * 1024));
  expect(await codeOf(await postImport(file(), at({})))).toBe("file-too-large");
  expect(fs.readdirSync(path.join(fixture.workspace.folder.root, "staging"))).toEqual([]);
  const bea = addPerson(fixture.workspace, "Bea", { projectId, role: "coder" });
  const byCoder = ask(
    `/api/imports?projectId=${projectId}&name=a.txt`,
    { authorization: tokenOf(bea, "write") },
    "words",
  );
  expect(await codeOf(await postImport(byCoder, at({})))).toBe("role-may-not");
});

test("health answers without saying anything and writes nothing", async () => {
  const changes = () => fixture.workspace.sqlite.prepare("select total_changes() as n").get();
  const before = changes();
  const response = await health();
  expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  expect(changes()).toEqual(before);
});
