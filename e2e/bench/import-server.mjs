// The import over HTTP into a running server: two hundred files while somebody codes, and how long it stands still.
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { txtOf } from "./import-files.mjs";
import { startServer } from "./start-server.mjs";

const FILES = 200;
const FILE_BYTES = 60 * 1024;
const BIG_BYTES = 10 * 1024 * 1024;
/** As a screen does it: one file is read while the one before is stored. */
const AT_ONCE = 2;
const ACTS_ALONE = 120;
/** Between a coder's acts, which is faster than any coder. */
const PAUSE_MS = 40;
const PASSWORD = "only-for-the-benchmark-6c1f";

const newId = () => randomBytes(16).toString("hex");
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const p95 = (values) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * 0.95))];

class Person {
  cookie = "";

  constructor(url) {
    this.url = url;
  }

  async send(address, body, headers = {}) {
    const answer = await fetch(`${this.url}${address}`, {
      method: "POST",
      headers: { origin: this.url, cookie: this.cookie, ...headers },
      body,
    });
    const set = answer.headers.getSetCookie();
    if (set.length > 0) this.cookie = set.map((line) => line.split(";")[0]).join("; ");
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }

  post(address, body) {
    return this.send(address, JSON.stringify(body), { "content-type": "application/json" });
  }

  act(name, input) {
    return this.post(`/api/acts/${name}`, input);
  }

  async read(name, params) {
    return (await this.post(`/api/reads/${name}`, params)).answer;
  }
}

async function importFile(lead, projectId, name, bytes) {
  const { preview } = await lead.send(`/api/imports?${new URLSearchParams({ projectId, name: `${name}.txt` })}`, bytes);
  const documentId = newId();
  const decisions = preview.labels.map((label) => label.proposal);
  const document = { stageId: preview.stageId, documentId, name, kind: "interview", decisions };
  await lead.act("confirm-import", { projectId, documents: [document] });
  return documentId;
}

/** A lead, and a coder with a document to code. */
async function prepare(url) {
  const lead = new Person(url);
  await lead.post("/api/accounts/claim", { name: "Lead", email: "lead@example.invalid", password: PASSWORD });
  const [projectId, codeId, setId] = [newId(), newId(), newId()];
  await lead.act("create-project", { projectId, name: "Bench" });
  await lead.act("add-code", { projectId, codeId, parentId: null, name: "Workload", colour: "#0072b2" });
  const secret = newId();
  const invitation = { role: "coder", name: "Coder", secretHash: sha256(secret), days: 1 };
  await lead.act("invite-member", { projectId, invitationId: newId(), ...invitation });
  const coder = new Person(url);
  await coder.post("/api/accounts/join", {
    ...{ secret, name: "Coder", email: "coder@example.invalid", password: PASSWORD },
  });
  const documentId = await importFile(lead, projectId, "Coded", txtOf(FILE_BYTES, 99));
  await coder.act("begin-coding", { projectId, documentId, setId });
  const { text } = await coder.read("coding-desk", { projectId, documentId });
  let at = 0;
  /** One coding of twenty characters; answers how long it took. */
  const code = async () => {
    const start = (at++ * 37) % (text.length - 20);
    const wordsHash = sha256(text.slice(start, start + 20)).slice(0, 32);
    const begun = performance.now();
    await coder.act("apply-code", { projectId, setId, codingId: newId(), codeId, start, end: start + 20, wordsHash });
    return performance.now() - begun;
  };
  return { lead, projectId, code };
}

async function batch(lead, projectId) {
  const files = Array.from({ length: FILES }, (_, i) => ({
    name: `Interview ${i}`,
    bytes: txtOf(FILE_BYTES, 100 + i),
  }));
  const begun = performance.now();
  const worker = async () => {
    for (let file = files.pop(); file; file = files.pop()) await importFile(lead, projectId, file.name, file.bytes);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return performance.now() - begun;
}

/** The longest that an answer took that takes no time by itself, while a large file came in and was stored. */
async function longestStandstill(url, lead, projectId) {
  let over = false;
  let longest = 0;
  const asking = (async () => {
    while (!over) {
      const begun = performance.now();
      await (await fetch(`${url}/api/health`)).text();
      longest = Math.max(longest, performance.now() - begun);
      await pause(5);
    }
  })();
  await importFile(lead, projectId, "Large", txtOf(BIG_BYTES, 7));
  over = true;
  await asking;
  return longest;
}

export async function importIntoServer(root, say) {
  const dataRoot = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-bench-import-"));
  const server = await startServer(root, dataRoot);
  try {
    const { lead, projectId, code } = await prepare(server.url);
    for (let i = 0; i < 20; i++) await code();
    const alone = [];
    for (let i = 0; i < ACTS_ALONE; i++) {
      alone.push(await code());
      await pause(PAUSE_MS);
    }
    const during = [];
    let over = false;
    const coding = (async () => {
      while (!over) {
        during.push(await code());
        await pause(PAUSE_MS);
      }
    })();
    const batchMs = await batch(lead, projectId);
    over = true;
    await coding;
    say(`apply-code p95: ${p95(alone).toFixed(1)} ms alone, ${p95(during).toFixed(1)} ms during the batch`);
    const blockMs = await longestStandstill(server.url, lead, projectId);
    return { batchMs, ratio: p95(during) / p95(alone), aloneMs: p95(alone), duringMs: p95(during), blockMs };
  } finally {
    await server.stop();
    fs.rmSync(dataRoot, { recursive: true, force: true });
  }
}
