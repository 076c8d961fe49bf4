import { eventsAfter } from "@/db/reads/events-after";
import type { Workspace } from "@/db/workspace";

export interface EventStreamOptions {
  readonly workspace: Workspace;
  readonly userId: string;
  /** The person's own number of the last event they have. */
  readonly after: number;
  /** Whether the person is still signed in; asked every minute and whenever one of their sessions ended. */
  readonly stillIn: () => Promise<boolean>;
  /** The server's list of closers: at its end every stream is closed, or it would never end. */
  readonly streams: Set<() => void>;
  readonly signal: AbortSignal;
  readonly heartbeatMs?: number;
  readonly recheckMs?: number;
}

/**
 * Server-sent events of one person. `changed` says what to look at again, never what is new in it; `everything` says
 * that more was missed than is kept; `signed-out` is the last word of an ended session.
 */
export function eventStream(options: EventStreamOptions): ReadableStream<Uint8Array> {
  const { workspace, userId, stillIn, streams, signal, heartbeatMs = 15_000, recheckMs = 60_000 } = options;
  const encoder = new TextEncoder();
  let { after } = options;
  let close = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true;
      const send = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      const look = () => {
        if (!open) return;
        if (!workspace.sqlite.open) return close();
        const { events, missed, latest } = eventsAfter(workspace, userId, after);
        if (missed) send(`id: ${latest}\nevent: everything\ndata: {}\n\n`);
        for (const { number, ...what } of events) {
          send(`id: ${number}\nevent: changed\ndata: ${JSON.stringify(what)}\n\n`);
        }
        after = latest;
      };
      const recheck = async () => {
        const still = workspace.sqlite.open && (await stillIn().catch(() => false));
        if (still || !open) return;
        send("event: signed-out\ndata: {}\n\n");
        close();
      };
      const onTold = (whom: string) => {
        if (whom === userId) look();
      };
      const onClosed = () => {
        send("event: signed-out\ndata: {}\n\n");
        close();
      };
      const onSessions = (whom: string) => {
        if (whom === userId) void recheck();
      };
      const heartbeat = setInterval(() => send(": still here\n\n"), heartbeatMs);
      const checking = setInterval(() => void recheck(), recheckMs);
      close = () => {
        if (!open) return;
        open = false;
        clearInterval(heartbeat);
        clearInterval(checking);
        workspace.told.off("told", onTold);
        workspace.told.off("sessions", onSessions);
        workspace.told.off("closed", onClosed);
        signal.removeEventListener("abort", close);
        streams.delete(close);
        try {
          controller.close();
        } catch {
          // The reader has gone already.
        }
      };
      workspace.told.on("told", onTold);
      workspace.told.on("sessions", onSessions);
      workspace.told.on("closed", onClosed);
      signal.addEventListener("abort", close);
      streams.add(close);
      send(`retry: 2000\nid: ${after}\nevent: ready\ndata: {}\n\n`);
      look();
      if (signal.aborted) close();
    },
    cancel() {
      close();
    },
  });
}
