// The server's answers on the sample's finished round, and what becomes of another person's coding meanwhile.
import { createHash } from "node:crypto";
import { startServer } from "./start-server.mjs";

const RUNS = 20;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const worst = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
const hexId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** One person of the sample: asks with their own cookie. */
async function seat(url, as) {
  let cookie = "";
  const ask = async (address, body, headers = {}) => {
    const response = await fetch(url + address, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, cookie, ...headers },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    const sets = response.headers.getSetCookie().map((line) => line.split(";")[0]);
    if (sets.length > 0 && !cookie) cookie = sets.join("; ");
    return response.json();
  };
  await ask("/api/sample/enter", { as });
  const sample = { "x-tandem-workspace": "sample" };
  return {
    read: async (name, params) => (await ask(`/api/reads/${name}`, params, sample)).answer,
    act: (name, input) => ask(`/api/acts/${name}`, input, { ...sample, "idempotency-key": hexId() }),
  };
}

async function timesOf(work, runs = RUNS) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times;
}

const hashOf = (words) => createHash("sha256").update(words, "utf8").digest("hex").slice(0, 32);

/** One act of coding, and one that takes it back, in a document that still waits for this coder. */
async function codingBy(coder, projectId) {
  const { documents } = await coder.read("project-overview", { projectId });
  for (const { id: documentId } of documents) {
    const desk = await coder.read("desk-codings", { projectId, documentId });
    if (desk.set?.state !== "open") continue;
    const { text } = await coder.read("coding-desk", { projectId, documentId });
    const span = { start: 0, end: 20, wordsHash: hashOf(text.slice(0, 20)) };
    const codeId = desk.codes[0].id;
    return async () => {
      const codingId = hexId();
      await coder.act("apply-code", { projectId, setId: desk.set.id, codingId, codeId, ...span });
      await coder.act("remove-coding", { projectId, codingId });
    };
  }
  throw new Error("the sample has no document that waits for this coder");
}

export async function serverTimes(root, dataRoot) {
  const server = await startServer(root, dataRoot);
  try {
    const lead = await seat(server.url, "lead");
    const [{ projectId }] = await lead.read("my-projects", {});
    const { rounds } = await lead.read("project-overview", { projectId });
    const round = rounds.find((each) => each.status !== "open");
    const place = { projectId, roundId: round.id };
    const coder = await seat(server.url, "coder-a");
    const bootstrap = { replicates: 2_000, seed: 1 };
    await timesOf(() => lead.read("agreement-report", place), 5);
    const report = await timesOf(() => lead.read("agreement-report", place));
    const withBootstrap = await timesOf(() => lead.read("agreement-report", { ...place, bootstrap }));
    const code = await codingBy(coder, projectId);
    await timesOf(code, 5);
    const alone = await timesOf(code);
    let computing = true;
    const asking = (async () => {
      while (computing)
        await lead.read("agreement-report", { ...place, bootstrap: { ...bootstrap, replicates: 20_000 } });
    })();
    const meanwhile = await timesOf(code);
    computing = false;
    await asking;
    return {
      report: median(report),
      bootstrap: median(withBootstrap),
      codingAlone: worst(alone) / 2,
      coding: worst(meanwhile) / 2,
    };
  } finally {
    await server.stop();
  }
}
