import { ApiRefusal, NetworkFailure } from "@/app/client/api";
import { newId } from "@/app/client/new-id";
import type { ActInput, ActName, ActResult } from "@/db/acts";

export interface QueuedAct {
  readonly key: string;
  readonly name: ActName;
  /** Made when it is first sent: the coding set may be made by an act before it. */
  readonly input: () => Record<string, unknown>;
  /** Written to the computer while it waits; never with words in it. */
  readonly keep: boolean;
  readonly done?: (result: unknown) => void;
  readonly refused?: () => void;
}

export type QueueState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "waiting"; readonly acts: number }
  | { readonly kind: "failed"; readonly sentence: string };

export interface QueueWire {
  send(name: ActName, input: Record<string, unknown>, key: string): Promise<unknown>;
  /** Puts what waits where a reload finds it. */
  remember(waiting: readonly { key: string; name: ActName; input: Record<string, unknown> }[]): void;
}

const WAITS_MS = [1000, 2000, 5000, 10_000, 20_000];

/** Sends acts one after the other, each until it is answered, always under its own key: sent twice it happens once. */
export class ActQueue {
  state: QueueState = { kind: "saved" };
  private readonly waiting: (QueuedAct & { sent?: Record<string, unknown> })[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly idlers: (() => void)[] = [];
  private working = false;
  private misses = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly wire: QueueWire) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): QueueState => this.state;

  get length(): number {
    return this.waiting.length;
  }

  add<Name extends ActName>(
    name: Name,
    input: () => ActInput<Name>,
    more: { key?: string; keep?: boolean; done?: (result: ActResult<Name>) => void; refused?: () => void } = {},
  ): void {
    const { key = newId(), keep = true, done, refused } = more;
    this.waiting.push({ key, name, input, keep, refused, done: done && ((result) => done(result as ActResult<Name>)) });
    if (this.state.kind === "saved" || this.state.kind === "failed") this.show({ kind: "saving" });
    else if (this.state.kind === "waiting") this.show({ kind: "waiting", acts: this.waiting.length });
    this.persist();
    void this.work();
  }

  /** Resolves when nothing waits any more. */
  idle(): Promise<void> {
    if (this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.idlers.push(resolve));
  }

  readonly tryNow = (): void => {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    void this.work();
  };

  private async work(): Promise<void> {
    if (this.working || this.timer) return;
    this.working = true;
    let failure: string | null = null;
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      next.sent ??= next.input();
      try {
        const result = await this.wire.send(next.name, next.sent, next.key);
        this.waiting.shift();
        this.misses = 0;
        if (this.state.kind === "waiting") this.show({ kind: "saving" });
        next.done?.(result);
      } catch (error) {
        if (isPassing(error)) {
          this.retryLater();
          break;
        }
        this.waiting.shift();
        failure = error instanceof ApiRefusal ? error.sentence : "Something went wrong in the program.";
        next.refused?.();
      }
      this.persist();
    }
    this.working = false;
    if (this.waiting.length > 0) return;
    this.show(failure ? { kind: "failed", sentence: failure } : { kind: "saved" });
    for (const idler of this.idlers.splice(0)) idler();
  }

  private retryLater(): void {
    const wait = WAITS_MS[Math.min(this.misses, WAITS_MS.length - 1)];
    this.misses++;
    this.show({ kind: "waiting", acts: this.waiting.length });
    this.timer = setTimeout(this.tryNow, wait);
  }

  private persist(): void {
    this.wire.remember(
      this.waiting
        .filter((each) => each.keep)
        .map(({ key, name, input, sent }) => ({ key, name, input: sent ?? input() })),
    );
  }

  private show(state: QueueState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/**
 * An answer that may be another one later: no network, a session that ended, a server in trouble or with a full disk.
 * Whether a server in trouble has done the act is not known; the same key, sent again, finds out without doing it twice.
 */
function isPassing(error: unknown): boolean {
  if (error instanceof NetworkFailure) return true;
  return error instanceof ApiRefusal && (error.status === 401 || error.status === 429 || error.status >= 500);
}
