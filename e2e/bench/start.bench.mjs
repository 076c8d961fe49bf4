// How long a second `npm start` takes until it answers, and how long it takes to end with an event stream open.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const RUNS = 5;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function onceRunning(child, port) {
  for (;;) {
    if (child.exitCode !== null) throw new Error("Tandem ended before it was up");
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await pause(20);
  }
}

export async function bench({ root }) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-bench-"));
  const port = 4870 + Math.floor(process.pid % 100);
  const starts = [];
  const ends = [];
  for (let run = 0; run <= RUNS; run++) {
    const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1", TANDEM_DATA: data };
    const begun = performance.now();
    const child = spawn(process.execPath, [path.join(root, "app", "start.mjs")], { env, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await onceRunning(child, port);
    // The first run makes the data folder and is not counted.
    if (run > 0) starts.push(performance.now() - begun);
    const asked = performance.now();
    child.kill("SIGTERM");
    await ended;
    if (run > 0) ends.push(performance.now() - asked);
  }
  fs.rmSync(data, { recursive: true, force: true });
  const start = Math.round(median(starts));
  const end = Math.round(median(ends));
  return {
    second_start_ms: { value: start, unit: "ms", goal: "< 3000", ok: start < 3000 },
    end_ms: { value: end, unit: "ms", goal: "< 5000", ok: end < 5000 },
  };
}
