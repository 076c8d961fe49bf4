import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { MeasuredTranscript } from "@/db/build-staged-transcript";
import type { ReadResult } from "@/lib/readers/read-result";
import { foundLabels } from "@/lib/readers/speakers";
import { docxBytes, paragraphXml } from "@/lib/readers/zip-fixture";
import type { TandemJobs } from "./job";
import { createPool, type Pool, type PoolOptions } from "./pool";

interface TestJobs extends TandemJobs {
  pid: { input: { wait?: number }; result: number };
  spin: { input: object; result: never };
  exit: { input: object; result: never };
  bug: { input: object; result: never };
  buffers: { input: object; result: never };
  heap: { input: object; result: never };
  count: { input: object; result: string };
  environment: { input: object; result: string[] };
}

const ENTRY = `
import { setTimeout as sleep } from "node:timers/promises";
import { JOB_HANDLERS } from "./app/workers/job-handlers";
import { runWorker } from "./app/workers/worker";
await runWorker({
  ...JOB_HANDLERS,
  pid: async ({ wait }) => { await sleep(wait ?? 0); return process.pid; },
  spin: async (_, report) => { report({ done: process.pid, total: 0 }); for (;;); },
  exit: async () => process.exit(3),
  bug: async () => { throw new TypeError("the words of a participant"); },
  buffers: async () => { const kept = []; for (;;) { kept.push(Buffer.alloc(16e6, 1)); await sleep(5); } },
  heap: async () => { const kept = []; for (;;) kept.push({ a: [kept.length] }); },
  count: async (_, report) => { report({ done: 1, total: 2 }); report({ done: 2, total: 2 }); return process.argv[2]; },
  environment: async () => Object.keys(process.env),
});
`;

let folder = "";
let entry = "";
const pools: Pool<TestJobs>[] = [];

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-pool-"));
  entry = path.join(folder, "entry.mjs");
  const root = path.resolve(import.meta.dirname, "../..");
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: "ts" },
    outfile: entry,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { "@": root },
    // Packages that are CommonJS ask for Node's own modules through require.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
}, 60_000);
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function poolOf(options: Partial<PoolOptions> = {}): Pool<TestJobs> {
  const pool = createPool<TestJobs>({ entry, size: 2, ...options });
  pools.push(pool);
  return pool;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const SOON = { deadlineMs: 20_000 };

describe("createPool", () => {
  test("reads a file and builds its transcript, through files and not the channel", async () => {
    const pool = poolOf();
    const paths = {
      path: path.join(folder, "in.docx"),
      out: path.join(folder, "read.json"),
      transcript: path.join(folder, "t.json"),
    };
    fs.writeFileSync(paths.path, docxBytes(paragraphXml("INT: Why?") + paragraphXml("P1: Because. 😀")));
    const summary = await pool.run(
      { kind: "read-file", path: paths.path, name: "Interview.docx", outPath: paths.out },
      SOON,
    );
    expect(summary).toEqual({ kind: "transcript", format: "docx", encoding: null });
    const read = JSON.parse(fs.readFileSync(paths.out, "utf8")) as { read: ReadResult };
    const labels = foundLabels(read.read);
    expect(labels.map((found) => found.label)).toEqual(["INT", "P1"]);
    expect(read.read.blocks).toHaveLength(2);
    const built = await pool.run(
      {
        kind: "build-transcript",
        readPath: paths.out,
        decisions: labels.map((found) => found.proposal),
        outPath: paths.transcript,
      },
      SOON,
    );
    const { transcript } = JSON.parse(fs.readFileSync(paths.transcript, "utf8")) as MeasuredTranscript;
    expect(transcript.text).toBe("Why?\nBecause. 😀");
    expect(built).toEqual({ length: transcript.text.length, turns: 2, cues: 0 });
    expect(fs.readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  test("a refusal crosses as it is, and the child stays", async () => {
    const pool = poolOf({ size: 1 });
    const pid = await pool.run({ kind: "pid" }, SOON);
    const bad = path.join(folder, "bad.docx");
    fs.writeFileSync(bad, "%PDF-1.7");
    await expect(
      pool.run({ kind: "read-file", path: bad, name: "bad.docx", outPath: path.join(folder, "no.json") }, SOON),
    ).rejects.toMatchObject({
      name: "Refusal",
      code: "file-damaged",
      status: 422,
      params: { name: "bad.docx" },
    });
    expect(fs.existsSync(path.join(folder, "no.json"))).toBe(false);
    expect(await pool.run({ kind: "pid" }, SOON)).toBe(pid);
  });

  test("past its deadline a child in a loop is killed, and another takes the next job", async () => {
    const pool = poolOf({ size: 1 });
    // Warm: on a busy machine its start alone may take longer than the deadline.
    await pool.run({ kind: "pid" }, SOON);
    let pid = 0;
    const spin = pool.run(
      { kind: "spin" },
      {
        deadlineMs: 700,
        onProgress: ({ done }) => {
          pid = done;
        },
      },
    );
    const after = pool.run({ kind: "pid" }, SOON);
    await expect(spin).rejects.toMatchObject({ code: "file-too-slow", params: { seconds: 1 } });
    expect(pid).toBeGreaterThan(0);
    expect(isRunning(pid)).toBe(false);
    expect(await after).not.toBe(pid);
  });

  test("figures are refused in their own words, and nobody stands ready before they are asked for", async () => {
    const pool = poolOf({ size: 1, lazy: true });
    const refusals = { late: "read-too-slow", hard: "read-too-hard" };
    await expect(pool.run({ kind: "spin" }, { deadlineMs: 700, refusals })).rejects.toMatchObject({
      code: "read-too-slow",
    });
    await expect(pool.run({ kind: "exit" }, { ...SOON, refusals })).rejects.toMatchObject({ code: "read-too-hard" });
    expect(await pool.run({ kind: "pid" }, SOON)).toBeGreaterThan(0);
  });

  test("a crash is a refusal, and the pool goes on", async () => {
    const pool = poolOf({ size: 1 });
    for (let i = 0; i < 3; i++)
      await expect(pool.run({ kind: "exit" }, SOON)).rejects.toMatchObject({ code: "file-too-hard" });
    expect(await pool.run({ kind: "pid" }, SOON)).toBeGreaterThan(0);
  });

  test("a bug keeps its place and loses its words", async () => {
    const pool = poolOf();
    const error = await pool.run({ kind: "bug" }, SOON).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(String((error as Error).stack)).toMatch(/TypeError\n\s+at /);
    expect(String((error as Error).stack)).not.toMatch(/words of a participant/);
  });

  test.skipIf(process.platform !== "linux")("buffers beyond the limit", async () => {
    await expect(poolOf().run({ kind: "buffers" }, { ...SOON, memoryMb: 100 })).rejects.toMatchObject({
      code: "file-too-hard",
    });
  });

  test("a heap beyond node's own limit", async () => {
    const pool = poolOf({ execArgv: ["--max-old-space-size=64"], size: 1 });
    await expect(pool.run({ kind: "heap" }, SOON)).rejects.toMatchObject({ code: "file-too-hard" });
    expect(await pool.run({ kind: "pid" }, SOON)).toBeGreaterThan(0);
  }, 30_000);

  test("two at once, the third waits", async () => {
    const pool = poolOf();
    const pids = await Promise.all([300, 300, 0].map((wait) => pool.run({ kind: "pid", wait }, SOON)));
    expect(pids[0]).not.toBe(pids[1]);
    expect(new Set(pids).size).toBe(2);
  });

  test("whoever asked can stop it: running, waiting, or before it began", async () => {
    const pool = poolOf({ size: 1 });
    const running = new AbortController();
    const waiting = new AbortController();
    let pid = 0;
    const first = pool.run(
      { kind: "spin" },
      {
        ...SOON,
        signal: running.signal,
        onProgress: ({ done }) => {
          pid = done;
          running.abort();
        },
      },
    );
    const second = pool.run({ kind: "pid" }, { ...SOON, signal: waiting.signal });
    waiting.abort();
    await expect(second).rejects.toMatchObject({ code: "job-stopped" });
    await expect(first).rejects.toMatchObject({ code: "job-stopped" });
    expect(isRunning(pid)).toBe(false);
    await expect(pool.run({ kind: "pid" }, { ...SOON, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "job-stopped",
    });
    expect(await pool.run({ kind: "pid" }, SOON)).toBeGreaterThan(0);
  });

  test("progress in order; the child is told that it is a worker and knows no secret", async () => {
    process.env.TANDEM_TEST_SECRET = "1";
    const pool = poolOf();
    const seen: number[] = [];
    expect(await pool.run({ kind: "count" }, { ...SOON, onProgress: ({ done }) => seen.push(done) })).toBe("worker");
    expect(seen).toEqual([1, 2]);
    expect(await pool.run({ kind: "environment" }, SOON)).not.toContain("TANDEM_TEST_SECRET");
  });

  test("closing ends everything at once", async () => {
    const pool = poolOf({ size: 1 });
    let pid = 0;
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const onProgress = ({ done }: { done: number }) => {
      pid = done;
      begun();
    };
    const spins = expect(pool.run({ kind: "spin" }, { ...SOON, onProgress })).rejects.toMatchObject({
      code: "server-closing",
    });
    const waits = expect(pool.run({ kind: "pid" }, SOON)).rejects.toMatchObject({ code: "server-closing" });
    await started;
    await pool.close();
    await Promise.all([spins, waits]);
    expect(isRunning(pid)).toBe(false);
    await expect(pool.run({ kind: "pid" }, SOON)).rejects.toMatchObject({ code: "server-closing" });
  });
});
