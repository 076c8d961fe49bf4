// A pool of warm child processes: jobs with a deadline and a memory limit; a child that breaks either is killed and replaced.
import { Refusal } from "@/lib/refusal";
import { Child, type ChildOutcome } from "./child";
import type { JobKinds, JobOf, Progress, TandemJobs } from "./job";

export interface PoolOptions {
  /** The script that a child runs as `node entry worker`; it must call `runWorker()`. */
  readonly entry: string;
  readonly execArgv?: readonly string[];
  /** How many children run at once at most. */
  readonly size: number;
  /** How many stand ready while there is nothing to do; 1 unless told. */
  readonly idle?: number;
  /** Nobody stands ready before the first job. */
  readonly lazy?: boolean;
}

export interface RunOptions {
  readonly deadlineMs: number;
  /** What the job may take beside the child itself, buffers included; 512 unless told. */
  readonly memoryMb?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** The codes of refusal for a job past its deadline, and for one that took too much or died; a file's unless told. */
  readonly refusals?: { readonly late: string; readonly hard: string };
}

export interface Pool<Kinds extends JobKinds = TandemJobs> {
  /**
   * Resolves with the job's answer. Throws the child's own Refusal, or: file-too-slow past the deadline, file-too-hard
   * when the child died or took too much memory (unless `refusals` names others), job-stopped when the signal fired,
   * server-closing once closed.
   */
  run<Kind extends keyof Kinds & string>(job: JobOf<Kinds, Kind>, options: RunOptions): Promise<Kinds[Kind]["result"]>;
  /** Kills what runs, refuses what waits, and resolves when no child is left. */
  close(): Promise<void>;
}

const MEMORY_MB = 512;
const LET_GO_AFTER_MS = 30_000;
const OF_FILES = { late: "file-too-slow", hard: "file-too-hard" };

interface Waiting {
  readonly kind: string;
  readonly input: unknown;
  readonly options: RunOptions;
  readonly settle: (outcome: ChildOutcome) => void;
}

export function createPool<Kinds extends JobKinds = TandemJobs>(options: PoolOptions): Pool<Kinds> {
  const ready = Math.min(options.idle ?? 1, options.size);
  const children = new Set<Child>();
  const queue: Waiting[] = [];
  let closed = false;

  const fork = (): Child => {
    const child = new Child(options.entry, options.execArgv ?? [], () => {
      children.delete(child);
      if (!closed) refill();
    });
    children.add(child);
    return child;
  };
  const refill = () => {
    // A child that cannot even start must not be started again and again.
    if (queue.length > 0) next();
  };
  const next = () => {
    while (!closed && queue.length > 0) {
      const free = [...children].find((child) => child.free) ?? (children.size < options.size ? fork() : undefined);
      if (!free) return;
      const waiting = queue.shift();
      if (waiting) start(free, waiting);
    }
  };
  const start = (child: Child, { kind, input, options: limits, settle }: Waiting) => {
    child.perform({ kind, input, ...limits, memoryMb: limits.memoryMb ?? MEMORY_MB }, (outcome) => {
      settle(outcome);
      next();
      if (!closed && child.free) setTimeout(() => letGo(child), LET_GO_AFTER_MS).unref();
      if (!closed && !child.alive && children.size < ready) fork();
    });
  };
  const letGo = (child: Child) => {
    if (child.free && children.size > ready) child.kill();
  };
  for (let i = 0; i < ready && !options.lazy; i++) fork();

  return {
    run(job, limits) {
      const { kind, ...input } = job;
      return new Promise((resolve, reject) => {
        if (closed) return reject(closing());
        const { signal } = limits;
        if (signal?.aborted) return reject(stopped());
        const waiting: Waiting = {
          kind,
          input,
          options: limits,
          settle: (outcome) => {
            signal?.removeEventListener("abort", abortWaiting);
            if (outcome.type === "done") resolve(outcome.result as Kinds[typeof kind]["result"]);
            else reject(closed ? closing() : errorOf(outcome, kind, limits.refusals ?? OF_FILES));
          },
        };
        const abortWaiting = () => {
          const at = queue.indexOf(waiting);
          if (at === -1) return;
          queue.splice(at, 1);
          reject(stopped());
        };
        signal?.addEventListener("abort", abortWaiting, { once: true });
        queue.push(waiting);
        next();
      });
    },
    async close() {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.settle({ type: "stopped" });
      await Promise.all([...children].map((child) => child.kill()));
    },
  };
}

function errorOf(
  outcome: Exclude<ChildOutcome, { type: "done" }>,
  kind: string,
  refusals: { readonly late: string; readonly hard: string },
): Error {
  switch (outcome.type) {
    case "refused":
      return new Refusal(outcome.code, outcome.status, outcome.params);
    case "late":
      return new Refusal(refusals.late, 422, { seconds: Math.round(outcome.deadlineMs / 1000) });
    case "died":
    case "too-big":
      return new Refusal(refusals.hard, 422);
    case "stopped":
      return stopped();
    case "failed": {
      const bug = new Error(`the job ${kind} failed in its child: ${outcome.name}`);
      bug.stack = `${bug.message}\n${outcome.stack}`;
      return bug;
    }
  }
}

function stopped(): Refusal {
  return new Refusal("job-stopped", 409);
}

function closing(): Refusal {
  return new Refusal("server-closing", 503);
}
