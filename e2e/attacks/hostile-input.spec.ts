import { createHash } from "node:crypto";
import { expect, test } from "playwright/test";
import { ECHO, expectClearNo } from "./clear-no";
import { described } from "./every-address";
import { openStudy, type Study } from "./open-study";
import { rawRequest } from "./raw-request";
import { tableDigests } from "./table-digest";
import { fixedId } from "./two-worlds-study";

// Input that is misshapen, or holds more than was asked for.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

let study: Study;

test.beforeAll(async () => {
  study = await openStudy();
});
test.afterAll(() => study.server.stop());

test("input of the wrong shape is refused with the same clear answer everywhere, and changes nothing", async () => {
  const { acts, reads } = await described(study.server.url);
  const before = tableDigests(study.server.dataRoot);
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  const bodies: Record<string, string> = {
    "no JSON": `{"projectId": ${ECHO}`,
    "half a character": "\xff\xfe\x00",
    null: "null",
    "a number": "1e999",
    "a word": `"${ECHO}"`,
    "a list": "[[[]]]",
    "wrong types": `{"projectId":{"${ECHO}":1},"name":[],"codeId":true,"start":"0"}`,
    "a huge id": `{"projectId":"${"a".repeat(200_000)}"}`,
    "an id with a quote": `{"projectId":"' or 1=1 --${ECHO}"}`,
    "a list for an id": `{"projectId":["${study.projectId}"]}`,
    "a hundred thousand deep": nested(100_000),
    "a list a hundred thousand deep": `{"projectId":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    "the prototype": `{"__proto__":{"projectId":"${study.projectId}","role":"lead"},"constructor":{"prototype":{"scope":"write"}}}`,
  };
  const addresses = [
    ...acts.map((name) => `/api/acts/${name}`),
    ...reads.filter((name) => !name.startsWith("my-")).map((name) => `/api/reads/${name}`),
    "/api/auth/sign-in/email",
    "/api/auth/change-password",
    "/api/auth/revoke-session",
    "/api/accounts/invitation",
    "/api/accounts/join",
    "/api/sample/enter",
  ];
  const { url } = study.server;
  // Half a megabyte each: one act, one read and the doors are enough to see that depth and length do no harm.
  const heavy = /huge|thousand/;
  const few = new Set([
    "/api/acts/add-code",
    "/api/acts/confirm-import",
    "/api/reads/people",
    "/api/auth/sign-in/email",
  ]);
  for (const address of addresses) {
    const sent = Object.entries(bodies).filter(([what]) => few.has(address) || !heavy.test(what));
    const all = sent.map(async ([what, body]) => {
      const headers = { origin: url, cookie: study.lead.cookie, "content-type": "application/json" };
      expectClearNo(await rawRequest(url, address, { method: "POST", headers, body }), `${address} with ${what}`);
    });
    await Promise.all(all);
  }
  for (const address of [
    "/api/acts/__proto__",
    "/api/acts/constructor",
    "/api/reads/toString",
    "/api/reads/__proto__?projectId=x",
    "/api/exports/constructor",
    `/api/exports/${ECHO.repeat(9)}?x=1`,
    `/api/reads/people?projectId=${ECHO}`,
    `/api/reads/people?projectId=${study.projectId}&projectId=${study.projectId}`,
    `/api/reads/codebook?projectId=${"%5B".repeat(2000)}${"%5D".repeat(2000)}`,
    `/api/imports/..%2f..%2ftandem.sqlite?projectId=${study.projectId}`,
    `/api/reads/people?projectId=${study.projectId.toUpperCase()}`,
  ]) {
    const method = address.includes("/acts/") ? "POST" : "GET";
    const headers = { origin: url, cookie: study.lead.cookie, "content-type": "application/json" };
    const answer = await rawRequest(url, address, { method, headers, ...(method === "POST" ? { body: "{}" } : {}) });
    if (!address.startsWith("/api/exports/")) expectClearNo(answer, address);
    else expect([400, 404], address).toContain(answer.status);
  }
  expect(tableDigests(study.server.dataRoot)).toEqual(before);
  expect(Reflect.get({}, "role")).toBeUndefined();
});

test("a page whose address makes no sense is not found, and says so without a reference", async () => {
  const project = `/main/projects/${study.projectId}`;
  const nonsense = [
    "/nowhere",
    "/main/projects/x",
    `/main/projects/${"a".repeat(4000)}`,
    "/main/projects/__proto__",
    `${project}/documents/x`,
    `${project}/documents/%00`,
    `${project}/documents/..%2f..%2fx`,
    `${project}/rounds/x`,
    `${project}/rounds/x/agreement`,
    `${project}/rounds/${study.roundId}/agreement?unit=%5B`,
    `${project}/rounds/x/reconcile`,
    `${project}/documents/${study.documents[0]?.id}?round=x`,
    `${project}/documents/${study.documents[0]?.id}?round=a&round=b`,
  ];
  for (const address of nonsense) {
    const answer = await study.lead.fetch(address);
    const text = await answer.text();
    expect([200, 400, 404], `${address}: ${answer.status}`).toContain(answer.status);
    expect(text, address).not.toMatch(/reference is|ZodError|node_modules/);
  }
});

test("fields that were not asked for are ignored: nobody makes themselves more than they are", async () => {
  const { a, lead, projectId, codes, setsOfB } = study;
  const setsOfA = await a.read<{ set: { id: string }; me: { coderId: string } }>("desk-codings", {
    projectId,
    documentId: study.documents[0]?.id ?? "",
  });
  const codeId = fixedId("proposed with more");
  await a.act("add-code", {
    projectId,
    codeId,
    parentId: codes.theme,
    name: "Proposed with more",
    colour: "#117733",
    setId: setsOfA.set.id,
    role: "lead",
    proposedBy: null,
    proposedIn: null,
    coderId: "0".repeat(32),
    userId: "0".repeat(32),
    workspaceRole: "owner",
    scope: "write",
    frozen: true,
    version: 99,
    wording: 99,
    createdAt: "1970-01-01T00:00:00Z",
  });
  const seenByLead = await lead.read<{ codes: { id: string }[] }>("codebook", { projectId });
  expect(
    seenByLead.codes.map((each) => each.id),
    "it is still A's proposal",
  ).not.toContain(codeId);
  const mine = await a.read<{ codes: { id: string }[]; me: { role: string } }>("desk-codings", {
    projectId,
    documentId: study.documents[0]?.id ?? "",
  });
  expect(mine.me.role).toBe("coder");
  expect(mine.codes.map((each) => each.id)).toContain(codeId);
  // The actor is the one of the session, whatever the body, the address or a header says.
  const { url } = study.server;
  for (const name of ["x-tandem-user", "x-user-id", "x-tandem-role"]) {
    const all = { [name]: "lead", origin: url, cookie: a.cookie, "content-type": "application/json" };
    const body = JSON.stringify({ projectId, name: "Mine", role: "lead", actor: { role: "lead" }, userId: "x" });
    const { status } = await rawRequest(url, "/api/acts/rename-project?role=lead&userId=x", {
      method: "POST",
      headers: all,
      body,
    });
    expect(status).toBe(403);
  }
  const intoB = await a.fetch("/api/acts/apply-code", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      projectId,
      setId: setsOfB[0],
      codingId: fixedId("into b"),
      codeId: codes.theme,
      start: 0,
      end: 4,
      wordsHash: "0".repeat(32),
      coderId: setsOfA.me.coderId,
    }),
  });
  expect(intoB.status).toBe(404);
  // Deep rubbish beside a good input is ignored like any other field.
  const rubbish = `{"projectId":"${projectId}","name":"Two worlds","extra":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
  const renamed = await lead.fetch("/api/acts/rename-project", {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": "deep" },
    body: rubbish,
  });
  expect(renamed.status, await renamed.text()).toBe(200);
});

test("an invitation and a join cannot be bent to another role or project", async () => {
  const secret = "joining with more than was asked for";
  const secretHash = createHash("sha256").update(secret).digest("hex");
  await study.lead.act("invite-member", {
    projectId: study.projectId,
    invitationId: fixedId("bent"),
    role: "observer",
    name: "Bent",
    secretHash,
    days: 1,
    projectIds: [study.otherProjectId],
    claimedBy: "x",
  });
  const { url } = study.server;
  const answer = await rawRequest(url, "/api/accounts/join", {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({
      secret,
      name: "Bent",
      email: "bent@example.org",
      password: "a long enough password",
      role: "lead",
      workspaceRole: "owner",
      projectId: study.otherProjectId,
      emailVerified: true,
      userId: "x",
    }),
  });
  expect(answer.status, answer.text).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ projectId: study.projectId });
  const { people } = await study.lead.read<{ people: { name: string; role: string }[] }>("people", {
    projectId: study.projectId,
  });
  expect(people.find((each) => each.name === "Bent")?.role).toBe("observer");
  const again = await rawRequest(url, "/api/accounts/join", {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ secret, name: "Again", email: "again@example.org", password: "a long enough password" }),
  });
  expect(again.status).toBe(410);
});
