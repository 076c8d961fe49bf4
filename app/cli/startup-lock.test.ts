import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFolder, withStartupLock } from "./startup-lock.mjs";

let root = "";
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-lock-"));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const lock = () => path.join(cacheFolder(root), "lock");
const quiet = () => undefined;

/** The id of a process that is certainly gone. */
function deadPid(): number {
  return Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
}

describe("the startup lock", () => {
  it("lets one in at a time, and tells the one who waits", async () => {
    const order: string[] = [];
    const said: string[] = [];
    const first = withStartupLock(root, quiet, async () => {
      order.push("first in");
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push("first out");
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = withStartupLock(
      root,
      (line: string) => said.push(line),
      async () => void order.push("second in"),
    );
    await Promise.all([first, second]);
    expect(order).toEqual(["first in", "first out", "second in"]);
    expect(said).toHaveLength(1);
    expect(fs.existsSync(lock())).toBe(false);
  });

  it("is taken over from a process that died with it", async () => {
    fs.mkdirSync(lock(), { recursive: true });
    fs.writeFileSync(path.join(lock(), "holder.json"), JSON.stringify({ pid: deadPid(), host: os.hostname() }));
    expect(await withStartupLock(root, quiet, async () => "in")).toBe("in");
  });

  it("is given back when the work fails", async () => {
    const failing = withStartupLock(root, quiet, async () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(fs.existsSync(lock())).toBe(false);
  });

  it.skipIf(process.platform === "win32")("says in a sentence that the folder may not be written", async () => {
    const file = path.join(root, "file");
    fs.writeFileSync(file, "");
    // Standing in for a read-only disk, which the account that runs the tests may be mighty enough to write to.
    const problem = Object.assign(new Error("EROFS"), { code: "EROFS" });
    const { asStartupProblem } = await import("./startup-problem.mjs");
    expect(asStartupProblem(problem, root).message).toContain(`may not write in ${root}`);
  });
});
