import { BrowserActRecords } from "@/app/client/act-records";
import { act, get } from "@/app/client/api";
import { KeptActs } from "@/app/client/kept-acts";
import { newId } from "@/app/client/new-id";
import { ownerOf } from "@/app/client/owner-of";
import { SessionSeal } from "@/app/client/word-seal";
import type { WorkspaceName } from "@/db/workspace";
import type { ActBody, ActPlain, QueueMessage, QueueWire } from "./queued-act";

/** What the queue of a desk reaches: the server, the disk of this computer, and the person's other tabs. */
export class DeskWire implements Omit<QueueWire, "settled" | "renamed"> {
  readonly store: KeptActs<ActPlain, ActBody>;
  private readonly seal: SessionSeal;
  private readonly owner: string;
  private channel: BroadcastChannel | null = null;

  constructor(
    private readonly workspace: WorkspaceName,
    personId: string,
  ) {
    const records = new BrowserActRecords();
    this.owner = ownerOf(workspace, personId);
    this.seal = new SessionSeal(workspace, () => records.device(newId()));
    this.store = new KeptActs(this.owner, records, this.seal);
  }

  /** Only in a browser; the answer closes it again. */
  open(hear: (message: QueueMessage) => void): () => void {
    this.seal.prepare();
    // Said in memory from tab to tab: nothing of it is written anywhere.
    const channel = new BroadcastChannel(`desk ${this.owner}`);
    channel.onmessage = (event: MessageEvent<QueueMessage>) => hear(event.data);
    this.channel = channel;
    return () => {
      this.channel = null;
      channel.close();
    };
  }

  /** After the same person signed in again. */
  renew(): void {
    this.seal.forget();
    this.seal.prepare();
  }

  readonly send: QueueWire["send"] = (name, input, key) => act(this.workspace, name, input as never, { key });

  readonly tell: QueueWire["tell"] = (message) => this.channel?.postMessage(message);

  readonly exclusive: QueueWire["exclusive"] = async (work) => {
    // Only a secure context has locks; elsewhere two tabs may send the same act, under the same key.
    if (navigator.locks) await navigator.locks.request(`sending ${this.owner}`, work);
    else await work();
  };

  readonly healthy: QueueWire["healthy"] = async () => {
    await get(this.workspace, "/api/health");
    return true;
  };
}
