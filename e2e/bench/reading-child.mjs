// A child of the shipped bundle that reads files as the server's children do: measured, watched, killed when it is late.
import { fork } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bundleFile } from "../../app/cli/build-bundle.mjs";

const HEAP_MB = 512;
/** As the server's pool has it: what the job may take, and what node and the bundle take themselves. */
const MEMORY_MB = 512 + 200;
const LATE_MS = 20_000;
const MEASURE_EVERY_MS = 50;

export class ReadingChild {
  constructor(root) {
    this.root = root;
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-reading-"));
    this.process = null;
    this.jobs = 0;
  }

  start() {
    this.process = fork(bundleFile(this.root), ["worker"], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      env: { PATH: process.env.PATH, NODE_ENV: "production" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
  }

  /** Megabytes that the process held at most since it was last asked; null where the system has no /proc. */
  peakMb() {
    try {
      const status = fs.readFileSync(`/proc/${this.process.pid}/status`, "utf8");
      fs.writeFileSync(`/proc/${this.process.pid}/clear_refs`, "5");
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return null;
    }
  }

  /**
   * → { outcome: "done" | "refused" | "failed" | "died" | "late" | "too-big", ms, cpuMs, peakMb, code?, name?, stack?, result? }.
   * Only the first two are as they should be.
   */
  async read({ name, bytes }, options = {}) {
    if (!this.process?.connected) this.start();
    const child = this.process;
    const at = (file) => path.join(this.folder, file);
    fs.writeFileSync(at("file"), bytes);
    const id = ++this.jobs;
    this.peakMb();
    const cpuBefore = cpuMs(child.pid);
    const begun = performance.now();
    let timers = [];
    const answer = await new Promise((resolve) => {
      timers = [
        setTimeout(() => resolve({ outcome: "late" }), LATE_MS),
        setInterval(() => {
          if (rssMb(child.pid) > MEMORY_MB) resolve({ outcome: "too-big" });
        }, MEASURE_EVERY_MS),
      ];
      child.once("exit", () => resolve({ outcome: "died" }));
      child.on("message", (message) => {
        if (message.id !== id || message.type === "progress") return;
        const { type: outcome, ...more } = message;
        resolve({ outcome, ...more });
      });
      const job = { path: at("file"), name, outPath: at("read"), previewPath: at("preview"), options };
      child.send({ id, kind: "read-file", input: job }, () => {});
    });
    const ms = performance.now() - begun;
    const cpu = cpuMs(child.pid) - cpuBefore;
    for (const timer of timers) clearInterval(timer);
    child.removeAllListeners("message").removeAllListeners("exit");
    const peakMb = this.peakMb();
    if (["late", "too-big", "died"].includes(answer.outcome)) {
      child.kill("SIGKILL");
      this.process = null;
    }
    return { ...answer, ms, cpuMs: cpu, peakMb };
  }

  /** What the last file that was read gave. */
  content() {
    return JSON.parse(fs.readFileSync(path.join(this.folder, "read"), "utf8"));
  }

  end() {
    this.process?.kill("SIGKILL");
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Processor time that the process has used; on a machine that has other things to do it says more than the clock. */
function cpuMs(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "latin1");
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return (user + system) * 10;
  } catch {
    return 0;
  }
}

function rssMb(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
