import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, test } from "playwright/test";
import { root } from "./fixtures/template-folder";

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

const folders: string[] = [];
test.afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-start-"));
  folders.push(folder);
  return folder;
}

/** `npm start` without npm, or (with `shell`) the way npm runs it: from a shell that stays. */
function start(
  env: Record<string, string>,
  command = process.execPath,
  args = [path.join(root, "app", "start.mjs")],
): Started {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", TANDEM_DATA: dataFolder(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    printed += chunk;
  });
  return { child, ended: new Promise((resolve) => child.once("exit", resolve)), output: () => printed };
}

async function address({ output }: Started): Promise<string> {
  await expect.poll(output, { timeout: 20_000, intervals: [50] }).toContain("Tandem is running at");
  return /running at (\S+) /.exec(output())?.[1] ?? "";
}

const answers = (url: string) =>
  fetch(`${url}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  );

test("a current checkout starts, says one line, and ends within 5 s of SIGTERM", async () => {
  const begun = Date.now();
  const started = start({});
  const url = await address(started);
  expect(await answers(url)).toBe(true);
  // The goal is 3 s on a machine with nothing else to do, which the benchmark `start` measures; here others run too.
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(started.output().trim().split("\n")).toHaveLength(1);
  const asked = Date.now();
  started.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(5000);
  expect(await answers(url)).toBe(false);
});

test("the server ends when the npm that started it is killed", async () => {
  test.skip(process.platform === "win32", "npm's shell is another there");
  const script = `const { spawn } = require("node:child_process");
    spawn("sh", ["-c", process.argv[1] + " " + process.argv[2] + "; true"], { stdio: "inherit" });`;
  const args = ["-e", script, process.execPath, path.join(root, "app", "start.mjs")];
  const started = start({ npm_lifecycle_event: "start" }, process.execPath, args);
  const url = await address(started);
  started.child.kill("SIGKILL");
  await expect.poll(() => answers(url), { timeout: 5000 }).toBe(false);
});

test("a port that was asked for and is busy, and a folder in use, are said in one sentence each", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as { port: number };
  const busy = start({ PORT: String(port) });
  expect(await busy.ended).toBe(1);
  expect(busy.output().trim()).toBe(`Port ${port} is in use by another program; set PORT to one that is free.`);
  taken.close();

  const folder = dataFolder();
  const first = start({ TANDEM_DATA: folder });
  await address(first);
  const second = start({ TANDEM_DATA: folder });
  expect(await second.ended).toBe(1);
  expect(second.output().trim().split("\n")).toHaveLength(1);
  expect(second.output()).toContain(folder);
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
});

test("reached from other machines, the first account needs the code that is printed", async () => {
  const started = start({ HOST: "0.0.0.0" });
  const port = new URL(await address(started)).port;
  await expect.poll(started.output).toMatch(/setup code: [A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/);
  const url = `http://127.0.0.1:${port}`;
  const person = { name: "Somebody", email: "somebody@example.org", password: "a password of some length" };
  const answer = await fetch(`${url}/api/accounts/claim`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url, "Sec-Fetch-Site": "same-origin" },
    body: JSON.stringify(person),
  });
  expect(answer.status).toBe(403);
  started.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
});

test("a started server cuts a body without end", async () => {
  const started = start({});
  const url = await address(started);
  const before = rss(started);
  const piece = new Uint8Array(64 * 1024);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += piece.length;
      if (sent > 600 * 1024 * 1024) controller.close();
      else controller.enqueue(piece);
    },
  });
  const request: RequestInit & { duplex: "half" } = { method: "POST", body: endless, duplex: "half" };
  const status = await fetch(`${url}/api/imports?name=a.txt`, request).then(
    (answer) => answer.status,
    () => 413,
  );
  // Refused for its size, or for coming from nobody: either way before it has all been taken in.
  expect([401, 403, 413]).toContain(status);
  expect(sent).toBeLessThan(600 * 1024 * 1024);
  expect(await answers(url)).toBe(true);
  expect(rss(started) - before).toBeLessThan(50);
  started.child.kill("SIGTERM");
  await started.ended;
});

/** Megabytes that the server (the child of start.mjs) holds; 0 where the system does not tell. */
function rss({ child }: Started): number {
  try {
    const pids = fs.readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ");
    const status = fs.readFileSync(`/proc/${pids[0]}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
