import { ApiRefusal, NetworkFailure } from "@/app/client/api";
import { KeptActs } from "@/app/client/kept-acts";
import { MemoryRecords, TestSeal } from "@/app/client/memory-records-fixture";
import type { ActName } from "@/db/acts";
import { ActQueue } from "./act-queue";
import type { ActBody, ActPlain, Outcome, QueueMessage } from "./queued-act";

export type Send = (name: ActName, input: Readonly<Record<string, unknown>>, key: string) => Promise<unknown>;

/** One computer: its disk, its tabs, and the turn that one tab at a time has. */
export class Computer {
  readonly records = new MemoryRecords();
  readonly seal = new TestSeal();
  readonly tabs: Tab[] = [];
  healthy = true;
  private turn: Promise<unknown> = Promise.resolve();

  exclusive(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {});
    return done;
  }
}

export class Tab {
  readonly queue: ActQueue;
  readonly settled: string[] = [];
  setId = "";
  closed = false;

  constructor(
    readonly computer: Computer,
    send: Send,
    owner = "main a",
  ) {
    computer.tabs.push(this);
    const tell = (message: QueueMessage) => {
      if (this.closed) return;
      for (const tab of computer.tabs) if (tab !== this && !tab.closed) tab.queue.hear(structuredClone(message));
    };
    this.queue = new ActQueue({
      store: new KeptActs<ActPlain, ActBody>(owner, computer.records, computer.seal),
      send: (...sent) => (this.closed ? new Promise(() => {}) : send(...sent)),
      exclusive: (work) => computer.exclusive(work),
      healthy: async () => computer.healthy,
      tell,
      settled: (act, outcome: Outcome) => this.settled.push(`${act.key} ${outcome.kind}`),
      renamed: (_, to) => {
        this.setId = to;
      },
    });
  }

  add(key: string, name: ActName = "remove-coding", input: Record<string, unknown> = {}, of: string | null = null) {
    const plain = { name, documentId: "d", setId: "5e70", step: null, of };
    this.queue.add(key, plain, { input: { codingId: key, ...input }, patches: [] });
  }
}

/** Lets everything happen that happens without waiting. */
export async function breathe(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** However long the machine takes to seal and to keep. */
export async function until(check: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return check();
    } catch (error) {
      if (tries > 20_000) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

export const offline = (): never => {
  throw new NetworkFailure(new Error("down"));
};
export const refuse = (status: number, code = "set-is-locked"): never => {
  throw new ApiRefusal(code, {}, "No.", status);
};
