import fs from "node:fs";
import path from "node:path";
import { expect, test } from "playwright/test";
import { documentXml, zipBytes } from "@/lib/readers/zip-fixture";
import { startServer } from "../fixtures/start-server";
import { openStudy } from "./open-study";
import { rawBytes, rawRequest } from "./raw-request";
import { tamper } from "./table-digest";
import { CANARY, Caller, code, fixedId, workAsB } from "./two-worlds-study";

// What the server prints and what it leaves on the disk.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

/** Every file below a folder, with its mode as in `ls`. */
function modesBelow(folder: string): { name: string; folder: boolean; mode: string }[] {
  return fs.readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => {
    const name = path.join(entry.parentPath, entry.name);
    return { name, folder: entry.isDirectory(), mode: (fs.statSync(name).mode & 0o777).toString(8) };
  });
}

test("whatever goes wrong, the server prints no word of a participant, a coder or a password", async () => {
  const study = await openStudy();
  const { server, lead, a, projectId, codes } = study;
  try {
    await workAsB(study);
    await code(study, a, 0, "never enough cover", codes.workload, "a1");
    const before = server.output().length;
    const json = { "content-type": "application/json" };
    const secretWords = `${CANARY} as a participant said it`;
    const send = async (who: Caller, path: string, body: string, headers: Record<string, string> = json) => {
      const answer = await who.fetch(path, { method: "POST", headers, body });
      const text = await answer.text();
      if (answer.status >= 500) expect(text, path).not.toContain(CANARY);
      return answer.status;
    };
    // What is refused.
    await send(lead, "/api/acts/rename-project", `{"projectId": ${CANARY}`);
    await send(lead, `/api/acts/${CANARY}`, `{"name":"${CANARY}"}`);
    await send(lead, "/api/reads/coded-quotes", `{"projectId":"${projectId}","source":"${CANARY}"}`);
    await send(
      new Caller(server),
      "/api/auth/sign-in/email",
      `{"email":"${CANARY}@example.org","password":"${CANARY}"}`,
    );
    const types = { name: "[Content_Types].xml", data: "<Types/>" };
    const broken = zipBytes([types, { name: "word/document.xml", data: documentXml(`<w:p>${CANARY}`) }]);
    for (const bytes of [
      broken,
      Buffer.from(`PK\u0003\u0004${CANARY}`),
      Buffer.from(`WEBVTT\n\n00:99 --> ${CANARY}\n`),
    ]) {
      const query = new URLSearchParams({ projectId, name: `${CANARY}.docx` });
      await (
        await lead.fetch(`/api/imports?${query}`, { method: "POST", body: new Blob([new Uint8Array(bytes)]) })
      ).text();
    }
    await rawBytes(server.url, `GET /${CANARY} HTTP/9.9\r\n${CANARY}\r\n\r\n`, 500);
    await rawRequest(server.url, `/main/projects/${CANARY}?${CANARY}`, { headers: { cookie: lead.cookie } });
    // What breaks: the tables that hold words are gone or refuse them, beneath the running server.
    const documentId = study.documents[0]?.id ?? "";
    tamper(
      server.dataRoot,
      "create trigger no_memo before insert on memo_wording begin select raise(abort, 'broken'); end",
    );
    tamper(server.dataRoot, "create trigger no_name before update on project begin select raise(abort, 'broken'); end");
    tamper(
      server.dataRoot,
      "create trigger no_code before insert on code_wording begin select raise(abort, 'broken'); end",
    );
    const memo = { projectId, codingId: fixedId("a1"), memoId: fixedId("memo"), wording: 0, text: secretWords };
    expect(await send(a, "/api/acts/write-memo", JSON.stringify(memo))).toBe(500);
    expect(await send(lead, "/api/acts/rename-project", JSON.stringify({ projectId, name: secretWords }))).toBe(500);
    const fresh = { projectId, codeId: fixedId("broken"), parentId: null, name: secretWords, colour: "#117733" };
    expect(await send(lead, "/api/acts/add-code", JSON.stringify(fresh))).toBe(500);
    tamper(server.dataRoot, `update revision set text = '${secretWords}' || x'ff'`);
    tamper(server.dataRoot, "alter table turn rename to turn_gone");
    for (const address of [`/main/projects/${projectId}/documents/${documentId}`, `/main/projects/${projectId}`]) {
      const { answer, text } = await lead.page(address);
      expect([200, 500], address).toContain(answer.status);
      expect(text, address).not.toMatch(/SQLITE|no such table|node_modules/);
    }
    expect(await send(lead, "/api/reads/coding-desk", JSON.stringify({ projectId, documentId }))).toBe(500);
    const printed = server.output();
    expect(printed.slice(before), "the faults were noticed").toMatch(/\[[0-9a-f]{12}\]/);
    for (const word of [
      CANARY,
      "cover on a weekend",
      "participant said",
      "long password",
      "lead@example",
      "Anna Coder",
      "tdm_",
    ]) {
      expect(printed).not.toContain(word);
    }
    // A reference in an answer is found again in what was printed, or nobody could help.
    const { error } = (await (
      await a.fetch("/api/acts/write-memo", {
        method: "POST",
        headers: json,
        body: JSON.stringify({ ...memo, memoId: fixedId("memo 2") }),
      })
    ).json()) as { error: { code: string; params: { reference: string } } };
    expect(error.code).toBe("bug");
    await expect.poll(() => server.output()).toContain(error.params.reference);
  } finally {
    await server.stop();
  }
});

test("what lies in the data folder is for its owner alone, and no two installations share a secret", async () => {
  const folders = [0, 1].map(() => fs.mkdtempSync(path.join(process.env.TMPDIR ?? "/tmp", "tandem-modes-")));
  const secrets: string[] = [];
  const cookies: string[] = [];
  try {
    for (const folder of folders) {
      // Nothing is there yet, and the account that starts it is careless about modes.
      const data = path.join(folder, "data");
      const server = await startServer({}, data);
      const lead = new Caller(server);
      await lead.post("/api/accounts/claim", { name: "L", email: "l@example.org", password: "a long enough password" });
      const projectId = fixedId("modes");
      await lead.act("create-project", { projectId, name: "Modes" });
      const upload = await lead.fetch(`/api/imports?projectId=${projectId}&name=a.txt`, {
        method: "POST",
        body: "INT: How are you?\n\nP1: Tired.\n",
      });
      expect(upload.status).toBe(200);
      const wrong = modesBelow(data).filter((each) => each.mode !== (each.folder ? "700" : "600"));
      expect(wrong).toEqual([]);
      expect((fs.statSync(data).mode & 0o777).toString(8)).toBe("700");
      secrets.push(fs.readFileSync(path.join(data, "keys", "auth-secret"), "utf8").trim());
      cookies.push(lead.cookie);
      // A cookie of the first installation is nobody's in the second.
      const stranger = new Caller(server);
      stranger.cookie = cookies[0] ?? "";
      expect((await stranger.fetch("/api/reads/my-projects")).status).toBe(cookies.length === 1 ? 200 : 401);
      await server.stop();
      expect(modesBelow(data).filter((each) => each.mode !== (each.folder ? "700" : "600"))).toEqual([]);
    }
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets[0]).not.toBe(secrets[1]);
  } finally {
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
  }
});

test("a second server on the same folder, and a claim without the printed code, are refused", async () => {
  const folder = fs.mkdtempSync(path.join(process.env.TMPDIR ?? "/tmp", "tandem-second-"));
  const first = await startServer({ HOST: "0.0.0.0" }, folder);
  try {
    const second = await startServer({}, folder).catch((error: Error) => error);
    expect(String(second)).toContain("ended with 1");
    expect(String(second)).not.toMatch(/\n\s+at /);
    const { port } = new URL(first.url);
    const url = `http://127.0.0.1:${port}`;
    const claim = (setupCode: string) =>
      rawRequest(url, "/api/accounts/claim", {
        method: "POST",
        headers: { origin: url, "content-type": "application/json" },
        body: JSON.stringify({ name: "L", email: "l@example.org", password: "a long enough password", setupCode }),
      });
    expect((await claim("")).status).toBe(403);
    expect((await claim("000000")).status).toBe(403);
    // Reachable from other machines, there is no sample study to walk in by.
    const sample = await rawRequest(url, "/api/sample/enter", {
      method: "POST",
      headers: { origin: url, "content-type": "application/json" },
      body: '{"as":"lead"}',
    });
    expect(sample.status).toBe(404);
    expect((await rawRequest(url, "/sample")).status).toBe(404);
    const printedCode = /setup code: (\S+)/.exec(first.output())?.[1] ?? "";
    expect(printedCode.length).toBeGreaterThanOrEqual(8);
    expect((await claim(printedCode)).status).toBe(200);
    expect((await claim(printedCode)).status).toBe(409);
  } finally {
    await first.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
