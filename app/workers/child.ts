// One child process and the job it is at: started, watched, and killed when it takes too long or too much.
import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import os from "node:os";
import type { RefusalParams } from "@/lib/refusal";
import type { JobMessage, Progress, WorkerMessage } from "./job";

export type ChildOutcome =
  | { readonly type: "done"; readonly result: unknown }
  | { readonly type: "refused"; readonly code: string; readonly status: number; readonly params: RefusalParams }
  | { readonly type: "failed"; readonly name: string; readonly stack: string }
  | { readonly type: "late"; readonly deadlineMs: number }
  | { readonly type: "died" | "too-big" | "stopped" };

export interface ChildJob {
  readonly kind: string;
  readonly input: unknown;
  readonly deadlineMs: number;
  readonly memoryMb: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

interface Running {
  readonly id: number;
  readonly job: ChildJob;
  readonly end: (outcome: ChildOutcome) => void;
}

/** Buffers lie outside the heap that node limits: the whole process is measured, this often. */
const MEASURE_EVERY_MS = 100;
const HEAP_MB = 512;
/** What node and the bundle themselves may take. */
const OWN_MB = 200;
/** A child needs no secret of its parent. */
const ENVIRONMENT = ["PATH", "TZ", "LANG", "SystemRoot"];

export class Child {
  private readonly process: ChildProcess;
  private readonly gone: Promise<void>;
  private running: Running | null = null;
  private nextId = 1;
  private doomed = false;
  alive = true;

  constructor(entry: string, execArgv: readonly string[], onGone: () => void) {
    this.process = fork(entry, ["worker"], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`, ...execArgv],
      env: environment(),
      serialization: "advanced",
      // What a dying process prints may hold words of the file.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.process.on("message", (message: WorkerMessage) => this.receive(message));
    this.gone = new Promise((resolve) => {
      const over = () => {
        if (!this.alive) return;
        this.alive = false;
        onGone();
        this.running?.end({ type: "died" });
        resolve();
      };
      this.process.once("exit", over);
      this.process.on("error", () => {
        if (this.process.pid === undefined) over();
      });
    });
    this.yieldToParent();
    this.holdParent(false);
  }

  get free(): boolean {
    return this.alive && !this.doomed && this.running === null;
  }

  /** Calls `settle` once, whatever happens. Only for a free child. */
  perform(job: ChildJob, settle: (outcome: ChildOutcome) => void): void {
    const id = this.nextId++;
    const timers: NodeJS.Timeout[] = [];
    const onAbort = () => stop({ type: "stopped" });
    const end = (outcome: ChildOutcome) => {
      if (this.running?.id !== id) return;
      this.running = null;
      for (const timer of timers) clearInterval(timer);
      job.signal?.removeEventListener("abort", onAbort);
      this.holdParent(false);
      settle(outcome);
    };
    // Told only once the child is gone: nothing it still does can touch what comes after.
    const stop = (outcome: ChildOutcome) => {
      if (this.running?.id !== id) return;
      const running = this.running;
      this.running = { ...running, end: () => end(outcome) };
      void this.kill();
    };
    this.running = { id, job, end };
    this.holdParent(true);
    timers.push(setTimeout(() => stop({ type: "late", deadlineMs: job.deadlineMs }), job.deadlineMs));
    timers.push(setInterval(() => void this.measure(job.memoryMb, () => stop({ type: "too-big" })), MEASURE_EVERY_MS));
    job.signal?.addEventListener("abort", onAbort, { once: true });
    const message: JobMessage = { id, kind: job.kind, input: job.input };
    // A child that has just died says so by its exit.
    this.process.send(message, () => {});
  }

  /** SIGKILL: a child deep in a loop hears nothing else. Resolves when it is gone. */
  kill(): Promise<void> {
    this.doomed = true;
    // Whoever waits for the end of an idle child must not end before it.
    if (this.alive) this.holdParent(true);
    this.process.kill("SIGKILL");
    return this.gone;
  }

  private receive(message: WorkerMessage): void {
    const { running } = this;
    if (this.doomed || running === null || message.id !== running.id) return;
    if (message.type === "progress") running.job.onProgress?.(message.progress);
    else running.end(message);
  }

  private async measure(limitMb: number, tooBig: () => void): Promise<void> {
    const megabytes = await residentMb(this.process.pid);
    if (megabytes !== null && megabytes > limitMb + OWN_MB) tooBig();
  }

  /** Whoever codes meanwhile goes first: reading files takes what time the server leaves. */
  private yieldToParent(): void {
    const { pid } = this.process;
    if (pid === undefined) return;
    try {
      os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // Gone already, or a system that does not let us: it only runs at the usual priority.
    }
  }

  /** An idle child must not keep a finished command from ending. */
  private holdParent(hold: boolean): void {
    if (hold) {
      this.process.ref();
      this.process.channel?.ref();
    } else {
      this.process.unref();
      this.process.channel?.unref();
    }
  }
}

function environment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = { NODE_ENV: process.env.NODE_ENV };
  for (const name of ENVIRONMENT) if (process.env[name] !== undefined) kept[name] = process.env[name];
  return kept;
}

/** Null where the system has no /proc: there the limit of the heap alone holds. */
async function residentMb(pid: number | undefined): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
