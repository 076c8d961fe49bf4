// A child's main loop: one job at a time from its parent, until the parent lets go of it.
import { Refusal } from "@/lib/refusal";
import type { JobMessage, WorkerMessage } from "./job";
import { JOB_HANDLERS, type JobHandler } from "./job-handlers";

/** Runs until the parent is gone. `handlers` is for tests: everything else runs the jobs of Tandem. */
export function runWorker(handlers: Readonly<Record<string, JobHandler>> = JOB_HANDLERS): Promise<void> {
  return new Promise((resolve) => {
    process.on("message", (message: JobMessage) => void perform(message, handlers));
    // The parent's signals reach its whole group: it decides when its children end.
    process.on("SIGINT", () => {});
    process.once("disconnect", () => {
      resolve();
      process.exit(0);
    });
  });
}

async function perform({ id, kind, input }: JobMessage, handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
  const handler = handlers[kind];
  try {
    if (!handler) throw new RangeError("no such kind of job");
    const result = await handler(input, (progress) => send({ id, type: "progress", progress }));
    send({ id, type: "done", result });
  } catch (error) {
    if (error instanceof Refusal) {
      send({ id, type: "refused", code: error.code, status: error.status, params: error.params });
      return;
    }
    const name = error instanceof Error ? error.name : typeof error;
    const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
    send({ id, type: "failed", name, stack: frames.slice(0, 12).join("\n") });
  }
}

function send(message: WorkerMessage): void {
  process.send?.(message);
}
