import { read } from "@/app/client/api";
import { newId } from "@/app/client/new-id";
import { sendAct } from "@/app/client/use-act";
import type { ActName } from "@/db/acts";
import type { ReadResult } from "@/db/reads";
import type { WorkspaceName } from "@/db/workspace";
import { type CodeIndex, indexCodes } from "@/lib/codebook/tree";
import type { Span } from "@/lib/text/span";
import { wordsHash } from "@/lib/text/words-hash";
import { ActQueue } from "./act-queue";
import { CodeActs } from "./code-acts";
import { CodingActs } from "./coding-acts";
import { CodingStore, freshCoding, type Patch } from "./coding-store";
import { laterCodings, type PackedDesk } from "./packed-desk";
import { rememberWaitingActs, type WaitingAct, waitingActs } from "./waiting-acts";

export type DeskAnswer = ReadResult<"desk-codings">;
export type DeskCode = DeskAnswer["codes"][number];
export type UndoName = DeskAnswer["undo"];

export interface DeskPlace {
  readonly workspace: WorkspaceName;
  readonly projectId: string;
  readonly documentId: string;
  readonly roundId?: string;
}

/** Everything on the desk but the codings, replaced as a whole when it changes. */
export interface DeskHead extends Omit<DeskAnswer, "codings" | "unchanged"> {
  readonly index: CodeIndex;
}

/** One act as the page shows it: how undo names it, and what it changed. */
export interface Step {
  readonly name: NonNullable<UndoName>;
  readonly patches: readonly Patch[];
}

function headOf({ unchanged: _, ...rest }: Omit<DeskAnswer, "codings">): DeskHead {
  return { ...rest, index: indexCodes(rest.codes) };
}

/** How long after the last act the server is asked whether both know the same. */
const SETTLE_MS = 1200;

/** One person at one document: every act is painted at once, sent in order, and taken back if it is refused. */
export class DeskSession {
  readonly store: CodingStore;
  readonly queue: ActQueue;
  readonly codings = new CodingActs(this);
  readonly codes = new CodeActs(this);
  head: DeskHead;
  /** Ids of codes, the last used first. */
  recent: readonly string[] = [];
  setId: string | null;
  private past: Step[] = [];
  private future: Step[] = [];
  /** Whether this page and the server know the same, as far as this page can tell. */
  certain = true;
  private lastAct = 0;
  private asked = 0;
  private syncing: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly place: DeskPlace,
    readonly text: string,
    turns: readonly Span[],
    answer: PackedDesk,
  ) {
    const { packed: _, used: __, noted: ___, ...known } = answer;
    this.head = headOf(known);
    this.setId = answer.set?.id ?? null;
    this.store = new CodingStore(turns);
    this.store.replaceLater(laterCodings(answer));
    this.queue = new ActQueue({
      send: (name, input, key) => sendAct(place.workspace, name, input as never, key),
      remember: (acts) => {
        if (answer.me.coderId) rememberWaitingActs(place.workspace, answer.me.coderId, place.documentId, acts);
      },
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getHead = (): DeskHead => this.head;

  /** Why nothing can be coded here, if so. */
  get lock(): "submitted" | "frozen" | "observer" | "no-seat" | null {
    const { me, set } = this.head;
    if (me.role === "observer" || !me.coderId) return "observer";
    if (set && set.state !== "open") return set.state === "submitted" ? "submitted" : "frozen";
    return !set && this.place.roundId ? "no-seat" : null;
  }

  /** Who may make codes while coding: the lead in the codebook, a coder as a proposal of a closed round. */
  get mayAddCodes(): "codebook" | "proposal" | null {
    const { me, round } = this.head;
    if (this.lock) return null;
    if (round && !round.openCodebook) return "proposal";
    return me.role === "lead" ? "codebook" : null;
  }

  /** Sends what an earlier visit left behind. */
  resume(): void {
    const { coderId } = this.head.me;
    if (!coderId) return;
    for (const act of waitingActs(this.place.workspace, coderId, this.place.documentId)) this.resumeOne(act);
  }

  private resumeOne({ key, name, input }: WaitingAct): void {
    const { codingId, codeId, start, end } = input;
    const present = typeof codingId === "string" ? this.store.get(codingId) : undefined;
    if (name === "apply-code" && typeof codingId === "string" && typeof codeId === "string" && !present) {
      const span = { start: Number(start), end: Number(end) };
      this.store.apply([{ before: null, after: freshCoding(codingId, codeId, span) }]);
    }
    if (name === "remove-coding" && present) this.store.apply([{ before: present, after: null }]);
    if (name === "move-coding" && present) {
      this.store.apply([
        { before: present, after: this.store.grown(present, { start: Number(start), end: Number(end) }) },
      ]);
    }
    if (name === "recode-coding" && present && typeof codeId === "string") {
      this.store.apply([{ before: present, after: this.store.grown(present, { codeId }) }]);
    }
    this.certain = false;
    this.queue.add(name, () => input as never, { key });
  }

  /** Takes back the last act, or does it again; where this page does not know what that is, the answer shows it. */
  step(direction: "undo" | "redo"): NonNullable<UndoName> | null {
    const name = this.head[direction];
    if (!name) return null;
    const [from, to] = direction === "undo" ? [this.past, this.future] : [this.future, this.past];
    const known = from.pop();
    if (known) {
      to.push({
        name: known.name,
        patches: known.patches.map(({ before, after }) => ({ before: after, after: before })),
      });
      this.paint(known.patches.map((patch) => this.reversed(patch, known.name.act === "write-memo")));
    }
    if (!known || known.patches.length === 0) this.certain = false;
    this.lastAct = Date.now();
    const opposite = direction === "undo" ? "redo" : "undo";
    this.change({ [direction]: from.at(-1)?.name ?? null, [opposite]: name });
    this.queue.add(direction, () => ({ projectId: this.place.projectId }), {
      done: ({ act }) => {
        if (direction === "undo" && known && act !== known.name.act) this.certain = false;
        if (!this.certain || this.head[direction] === null) void this.sync().catch(() => {});
      },
      refused: () => {
        this.certain = false;
        void this.sync().catch(() => {});
      },
    });
    return name;
  }

  async submit(): Promise<void> {
    await this.queue.idle();
    const setId = this.setId;
    if (!setId || !this.head.set) return;
    await sendAct(this.place.workspace, "submit-coding", { projectId: this.place.projectId, setId });
    this.change({ set: { ...this.head.set, state: "submitted" } });
    await this.sync();
  }

  /** Looks at what the server has, once nothing waits: another tab, the lead, or an undo may have changed it. */
  sync(): Promise<void> {
    this.asked++;
    this.syncing ??= this.syncOnce().finally(() => {
      this.syncing = null;
    });
    return this.syncing;
  }

  /** However often it is asked for meanwhile, one question is under way at a time. */
  private async syncOnce(): Promise<void> {
    for (;;) {
      await this.queue.idle();
      const pause = this.lastAct + SETTLE_MS - Date.now();
      if (pause > 0 && this.certain) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        continue;
      }
      const { workspace, ...params } = this.place;
      const known = this.certain ? this.store.digestText : undefined;
      const [began, asked] = [this.lastAct, this.asked];
      const answer = await read(workspace, "desk-codings", { ...params, known });
      if (this.queue.length > 0 || this.lastAct !== began) continue;
      this.setId = answer.set?.id ?? this.setId;
      if (!answer.unchanged) {
        this.past = [];
        this.future = [];
        this.store.replaceAll(answer.codings);
      }
      this.certain = true;
      const { codings: _, ...rest } = answer;
      this.head = headOf(rest);
      this.tell();
      if (asked === this.asked) return;
    }
  }

  hashOf(span: Span): string {
    return wordsHash(this.text.slice(span.start, span.end));
  }

  /** The coder's own set outside rounds is made with the first act that needs it. */
  beginIfNeeded(): void {
    if (this.setId) return;
    const setId = newId();
    this.setId = setId;
    const { projectId, documentId } = this.place;
    this.queue.add("begin-coding", () => ({ projectId, documentId, setId }), {
      done: (result) => {
        this.setId = result.setId;
      },
      refused: () => {
        this.setId = null;
      },
    });
  }

  /** Paints an act at once; sending it is the caller's next line. */
  perform(step: Step): void {
    this.past.push(step);
    this.future = [];
    this.lastAct = Date.now();
    this.paint(step.patches);
    this.change({ undo: step.name, redo: null });
  }

  /** Queues an act; refused, its patches are taken back. `intoSet` adds the coding set, which may not be known yet. */
  send<Name extends ActName>(
    name: Name,
    patches: readonly Patch[],
    input: Record<string, unknown>,
    { intoSet = false, keep = true }: { intoSet?: boolean; keep?: boolean } = {},
  ): void {
    const { projectId } = this.place;
    const whole = () => ({ projectId, ...(intoSet ? { setId: this.setId } : {}), ...input }) as never;
    this.queue.add(name, whole, { keep, refused: () => this.putBack(patches) });
  }

  /** Makes a code the first among the recent ones. */
  use(codeId: string): void {
    this.recent = [codeId, ...this.recent.filter((id) => id !== codeId)].slice(0, 9);
  }

  /** A refused act never happened: it leaves the page, and whatever stood on it is looked up. */
  putBack(patches: readonly Patch[]): void {
    this.paint(patches.map(({ before, after }) => ({ before: after, after: before })));
    this.past = this.past.filter((step) => step.patches !== patches);
    this.certain = false;
    void this.sync().catch(() => {});
  }

  /** The way back as the server goes it: a new version of the coding, or a new wording of its memo. */
  private reversed({ before, after }: Patch, memo: boolean): Patch {
    if (!before) return { before: after, after: null };
    if (!memo) return { before: after, after: this.store.grown(before, {}) };
    const now = this.store.get(before.id) ?? before;
    const memoWording = this.store.nextWording(before.id);
    return { before: after, after: { ...now, memo: before.memo ?? "", memoWording } };
  }

  private paint(patches: readonly Patch[]): void {
    if (patches.length > 0) this.store.apply(patches);
  }

  change(change: Partial<DeskHead>): void {
    const head = { ...this.head, ...change };
    this.head = change.codes ? { ...head, index: indexCodes(change.codes) } : head;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
