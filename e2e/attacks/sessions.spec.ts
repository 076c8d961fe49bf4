import { createHash } from "node:crypto";
import { expect, test } from "playwright/test";
import { openStudy, type Study, tokenOf } from "./open-study";
import { tamper } from "./table-digest";
import { Caller, emailOf, fixedId, joined, passwordOf } from "./two-worlds-study";

// Sessions, tokens and links: what was ended is ended at once, and guessing tells nothing.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

let study: Study;

test.beforeAll(async () => {
  study = await openStudy();
});
test.afterAll(() => study.server.stop());

async function signedIn(email: string, password: string): Promise<Caller> {
  const caller = new Caller(study.server);
  await caller.post("/api/auth/sign-in/email", { email, password });
  return caller;
}

const statusOf = async (who: Caller, read = "my-projects") => (await who.fetch(`/api/reads/${read}`)).status;

/** Sends JSON and tells status and body, whatever they are. */
async function sent(who: Caller, path: string, body: unknown): Promise<{ status: number; text: string }> {
  const headers = { "content-type": "application/json" };
  const answer = await who.fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, text: await answer.text() };
}

/** Listens until the server ends the stream or `ms` went by; what came and how it ended. */
async function listen(
  who: Caller,
  ms: number,
  meanwhile: () => Promise<unknown>,
): Promise<{ text: string; ended: boolean }> {
  const stop = new AbortController();
  const answer = await who.fetch("/api/events", { signal: stop.signal });
  expect(answer.status).toBe(200);
  const timer = setTimeout(() => stop.abort(), ms);
  const decoder = new TextDecoder();
  let text = "";
  let done = meanwhile();
  try {
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true });
    await done;
    return { text, ended: true };
  } catch {
    await done;
    done = Promise.resolve();
    return { text, ended: false };
  } finally {
    clearTimeout(timer);
  }
}

test("a cookie that was copied is worthless after signing out, and every sign-in has its own", async () => {
  const name = "Bela Coder";
  const first = await signedIn(emailOf(name), passwordOf(name));
  const second = await signedIn(emailOf(name), passwordOf(name));
  expect(first.cookie).not.toBe(second.cookie);
  const thief = new Caller(study.server);
  thief.cookie = first.cookie;
  expect(await statusOf(thief)).toBe(200);
  const stream = await listen(thief, 4000, () => sent(first, "/api/auth/sign-out", {}));
  expect(stream.ended, "the stream of the ended session is closed").toBe(true);
  expect(stream.text).toContain("event: signed-out");
  expect(await statusOf(thief)).toBe(401);
  expect((await thief.page("/main")).answer.status).toBe(307);
  expect(await statusOf(second), "the other session lives on").toBe(200);
});

test("the key of unsent words is one person's on one device, and signing out destroys it", async () => {
  const name = "Bela Coder";
  const device = { device: "ab".repeat(16) };
  const keyOf = async (who: Caller, body: unknown = device) => {
    const { status, text } = await sent(who, "/api/accounts/draft-key", body);
    return status === 200 ? (JSON.parse(text) as { key: string }).key : status;
  };
  const own = await signedIn(emailOf(name), passwordOf(name));
  const key = await keyOf(own);
  expect(Buffer.from(String(key), "base64")).toHaveLength(32);
  expect(await keyOf(own), "asked again").toBe(key);
  // The same device in another's hands: another key, whoever was there before.
  expect([key, 401, 403]).not.toContain(await keyOf(study.a));
  expect(await keyOf(own, { device: "cd".repeat(16) })).not.toBe(key);
  expect(await keyOf(study.anonymous)).toBe(401);
  expect(await keyOf(study.reader), "a token is nobody on a device").toBe(403);
  expect(await keyOf(own, { device: "ab" })).toBe(400);
  expect(await keyOf(own, {})).toBe(400);
  // A session that merely ran out leaves the key for when the person is back.
  const { sessions } = (await (await own.fetch("/api/auth/list-sessions")).json()) as {
    sessions: { sessionId: string; current: boolean }[];
  };
  const sessionId = sessions.find((each) => each.current)?.sessionId;
  tamper(study.server.dataRoot, "update session set expires_at = 1000 where id = ?", sessionId);
  expect(await keyOf(own)).toBe(401);
  const back = await signedIn(emailOf(name), passwordOf(name));
  const other = await keyOf(study.b, { device: "ef".repeat(16) });
  expect(await keyOf(back)).toBe(key);
  const copied = new Caller(study.server);
  copied.cookie = back.cookie;
  expect((await sent(back, "/api/auth/sign-out", {})).status).toBe(200);
  expect(await keyOf(copied), "the cookie that was copied").toBe(401);
  const again = await signedIn(emailOf(name), passwordOf(name));
  expect([key, 401, 403]).not.toContain(await keyOf(again));
  expect(await keyOf(study.b, { device: "ef".repeat(16) }), "another device of the same person").toBe(other);
  // All tests of this file come from one network address, and the library counts its sign-ins.
  tamper(study.server.dataRoot, "delete from rate_limit");
});

test("a cookie that was planted, altered or cut is nobody's", async () => {
  const own = await signedIn(emailOf("Bela Coder"), passwordOf("Bela Coder"));
  const [, value = ""] = own.cookie.split("=");
  const name = own.cookie.split("=")[0];
  const [token = "", signature = ""] = decodeURIComponent(value).split(".");
  const forged = [
    `${name}=known`,
    `${name}=${encodeURIComponent(`${token}.`)}`,
    `${name}=${encodeURIComponent(`${token}.AAAA${signature.slice(4)}`)}`,
    `${name}=${encodeURIComponent(`A${token.slice(1)}.${signature}`)}`,
    `tandem-sample.session_token=${value}`,
    `__Host-${own.cookie}`,
  ];
  for (const cookie of forged) {
    const caller = new Caller(study.server);
    caller.cookie = cookie;
    expect(await statusOf(caller), cookie.slice(0, 40)).toBe(401);
  }
  // A session that was known before signing in does not become the person's.
  const planted = new Caller(study.server);
  planted.cookie = `${name}=planted`;
  await planted.post("/api/auth/sign-in/email", { email: emailOf("Bela Coder"), password: passwordOf("Bela Coder") });
  expect(planted.cookie).not.toContain("planted");
});

test("changing the password ends every other session at once and takes the old password out of use", async () => {
  const [email, old, fresh] = [emailOf("Oona Observer"), passwordOf("Oona Observer"), "a fresh and long password"];
  const [here, elsewhere] = [await signedIn(email, old), await signedIn(email, old)];
  const wrong = await sent(here, "/api/auth/change-password", {
    currentPassword: "not the password",
    newPassword: fresh,
  });
  expect(wrong.status).toBe(403);
  const stream = await listen(elsewhere, 4000, () =>
    sent(here, "/api/auth/change-password", { currentPassword: old, newPassword: fresh }),
  );
  expect(stream.ended).toBe(true);
  expect(await statusOf(elsewhere)).toBe(401);
  expect(await statusOf(study.observer), "the session of the day they joined").toBe(401);
  expect(await statusOf(here)).toBe(200);
  expect((await sent(new Caller(study.server), "/api/auth/sign-in/email", { email, password: old })).status).toBe(401);
  await signedIn(email, fresh);
});

test("a person can end their own sessions and nobody else's", async () => {
  const own = await signedIn(emailOf("Anna Coder"), passwordOf("Anna Coder"));
  const { sessions } = (await (await study.a.fetch("/api/auth/list-sessions")).json()) as {
    sessions: { sessionId: string; current: boolean }[];
  };
  expect(JSON.stringify(sessions)).not.toContain(decodeURIComponent(study.a.cookie.split("=")[1] ?? "x").split(".")[0]);
  const other = sessions.find((each) => !each.current)?.sessionId;
  expect((await sent(study.b, "/api/auth/revoke-session", { sessionId: other })).status).toBe(404);
  expect(await statusOf(own)).toBe(200);
  expect((await sent(study.a, "/api/auth/revoke-session", { sessionId: other })).status).toBe(200);
  expect(await statusOf(own)).toBe(401);
});

test("whoever is removed is a stranger with the next request, and hears no more", async () => {
  const { server, lead, projectId } = study;
  const leaver = await joined(server, lead, projectId, "Lola Leaver", "coder");
  const { script } = await tokenOf(leaver, study, "leaver's script", "write");
  const { people } = await lead.read<{ people: { name: string; managed: { userId: string } }[] }>("people", {
    projectId,
  });
  const userId = people.find((each) => each.name === "Lola Leaver")?.managed.userId ?? "";
  const name = async (text: string) => {
    await lead.act("rename-project", { projectId, name: text });
    await lead.act("rename-project", { projectId, name: "Two worlds" });
  };
  const stream = await listen(leaver, 2500, async () => {
    await name("Before");
    await lead.act("remove-member", { projectId, userId });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await name("After");
  });
  const told = [...stream.text.matchAll(/"subject":"(\w+)"/g)].map((match) => match[1]);
  expect(
    told.filter((subject) => subject === "project").length,
    "what was before, not what came after",
  ).toBeLessThanOrEqual(2);
  expect(told.at(-1), "the last word is that the members changed").toBe("members");
  for (const who of [leaver, script]) {
    expect((await who.fetch(`/api/reads/project-overview?projectId=${projectId}`)).status).toBe(404);
    expect((await who.fetch(`/api/exports/quotes-csv?projectId=${projectId}`)).status).toBe(404);
    expect((await sent(who, "/api/acts/undo", { projectId })).status).toBe(404);
  }
  expect((await leaver.page(`/main/projects/${projectId}`)).answer.status).toBe(404);
  const projects = await leaver.read<unknown[]>("my-projects", {});
  expect(projects).toEqual([]);
});

test("an access token does what it says for as long as it lasts, and nothing that a person must do", async () => {
  const { server, lead, projectId } = study;
  const read = await tokenOf(lead, study, "reading script", "read");
  const write = await tokenOf(lead, study, "writing script", "write");
  expect(await statusOf(read.script)).toBe(200);
  expect((await sent(read.script, "/api/acts/rename-project", { projectId, name: "x" })).status).toBe(403);
  expect((await sent(read.script, "/api/acts/undo", { projectId })).status).toBe(403);
  expect((await sent(write.script, "/api/acts/rename-project", { projectId, name: "Two worlds" })).status).toBe(200);
  for (const { script } of [read, write]) {
    const more = { tokenId: fixedId("more"), name: "more", scope: "write", secretHash: "0".repeat(64), days: 365 };
    expect((await sent(script, "/api/acts/create-token", more)).status).toBe(403);
    expect(
      (await sent(script, "/api/auth/change-password", { currentPassword: "x", newPassword: "a long password" }))
        .status,
    ).toBe(403);
    expect((await script.page("/main/account")).text).not.toContain("reading script");
  }
  // A token is not guessed by its hash, its id or another's case, and never taken from a URL.
  const hash = createHash("sha256").update(read.secret).digest("hex");
  for (const bearer of [
    hash,
    `tdm_${hash}`,
    read.tokenId,
    read.secret.toUpperCase(),
    read.secret.slice(0, -1),
    "tdm_",
    "",
  ]) {
    const answer = await fetch(`${server.url}/api/reads/my-projects`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    expect(answer.status, bearer).toBe(401);
  }
  expect(
    (await fetch(`${server.url}/api/reads/my-projects?token=${read.secret}&access_token=${read.secret}`)).status,
  ).toBe(401);
  // A wrong token beside a good cookie does not fall back to the cookie.
  const both = await lead.fetch("/api/reads/my-projects", { headers: { authorization: "Bearer tdm_wrong" } });
  expect(both.status).toBe(401);
  // Somebody else cannot take it back; its owner can, and its open stream is closed with it.
  expect((await sent(study.outsider, "/api/acts/revoke-token", { tokenId: read.tokenId })).status).toBe(404);
  const stream = await listen(read.script, 4000, () => lead.act("revoke-token", { tokenId: read.tokenId }));
  expect(stream.ended, "the stream of a revoked token is closed").toBe(true);
  expect(await statusOf(read.script)).toBe(401);
  tamper(
    server.dataRoot,
    "update access_token set expires_at = ? where id = ?",
    "2020-01-01T00:00:00.000Z",
    write.tokenId,
  );
  expect(await statusOf(write.script)).toBe(401);
});

test("an invitation that is used, withdrawn or old opens nothing, and guessing tells nothing", async () => {
  const { server, lead, projectId } = study;
  const anyone = new Caller(server);
  const invite = async (name: string) => {
    const secret = createHash("sha256").update(name).digest("hex");
    const secretHash = createHash("sha256").update(secret).digest("hex");
    await lead.act("invite-member", {
      projectId,
      invitationId: fixedId(name),
      role: "coder",
      name,
      secretHash,
      days: 7,
    });
    return secret;
  };
  const [withdrawn, old] = [await invite("withdrawn"), await invite("old")];
  await lead.act("withdraw-invitation", { projectId, invitationId: fixedId("withdrawn") });
  tamper(
    server.dataRoot,
    "update invitation set expires_at = ? where id = ?",
    "2020-01-01T00:00:00.000Z",
    fixedId("old"),
  );
  const used = createHash("sha256").update("secret of Anna Coder").digest("hex");
  for (const secret of [withdrawn, old, used]) {
    for (const path of ["/api/accounts/invitation", "/api/accounts/join"]) {
      const person = path.endsWith("join")
        ? { name: "N", email: "n@example.org", password: "a long enough password" }
        : {};
      const { status, text } = await sent(anyone, path, { secret, ...person });
      expect(status, path).toBe(410);
      expect(text, "nothing of the project").not.toContain("Two worlds");
    }
  }
  // Neither the id nor the hash that the server keeps is the secret.
  for (const secret of [fixedId("old"), createHash("sha256").update(old).digest("hex")]) {
    expect((await sent(anyone, "/api/accounts/invitation", { secret })).status).toBe(404);
  }
});

test("two who take the same link at once: one gets in", async () => {
  const { server, lead, projectId } = study;
  const secret = "a link that two people got hold of";
  const secretHash = createHash("sha256").update(secret).digest("hex");
  await lead.act("invite-member", {
    projectId,
    invitationId: fixedId("race"),
    role: "coder",
    name: "Race",
    secretHash,
    days: 7,
  });
  const join = (n: number) =>
    sent(new Caller(server), "/api/accounts/join", {
      secret,
      name: `Racer ${n}`,
      email: `racer${n}@example.org`,
      password: "a long enough password",
    });
  const statuses = (await Promise.all([1, 2, 3].map(join))).map((each) => each.status).sort();
  expect(statuses).toEqual([200, 410, 410]);
});

test("guessing a password is slowed alike for addresses that have an account and that have none, and for nobody else", async () => {
  const guess = (email: string) =>
    sent(new Caller(study.server), "/api/auth/sign-in/email", { email, password: "not the password" });
  const answers: Record<string, { status: number; text: string }[]> = {};
  for (const email of [emailOf("Rolf Removed"), "nobody@example.org"]) {
    answers[email] = [];
    for (let attempt = 0; attempt < 6; attempt++) answers[email]?.push(await guess(email));
  }
  const [known, unknown] = Object.values(answers).map((list) =>
    list.map(({ status, text }) => `${status} ${text.replaceAll(/\d+/g, "N")}`),
  );
  expect(known).toEqual(unknown);
  expect(known?.at(0)).toMatch(/^401 .*sign-in-wrong/);
  expect(known?.at(-1)).toMatch(/^429 .*sign-in-wait/);
  // Whoever is signed in stays so.
  expect(await statusOf(study.removed)).toBe(200);
});

test("nothing in an address sends a person elsewhere", async () => {
  const targets = [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%5Cevil.example",
    "/%0d%0aLocation:%20https://evil.example",
    "javascript:alert(1)",
    "%68ttps://evil.example",
  ];
  // The addresses that send somebody on: to sign in, and away from signing in.
  const doors = [
    ["/", study.anonymous],
    ["/main", study.anonymous],
    ["/main/sign-in", study.lead],
  ] as const;
  const stays = async (who: Caller, address: string) => {
    const answer = await who.fetch(address, { method: "HEAD" });
    const to = answer.headers.get("location");
    if (to !== null) expect(new URL(to, study.server.url).origin, address).toBe(study.server.url);
    const refresh = answer.headers.get("refresh")?.replace(/^\d+;\s*url=/i, "");
    if (refresh) expect(new URL(refresh, study.server.url).origin, address).toBe(study.server.url);
  };
  for (const target of targets) {
    for (const name of ["next", "redirect", "callbackURL", "returnTo", "url"]) {
      await Promise.all(doors.map(([path, who]) => stays(who, `${path}?${name}=${target}`)));
    }
    await stays(study.anonymous, `/${target.replace(/^\//, "")}`);
  }
});
