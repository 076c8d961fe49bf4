import { read } from "@/app/client/api";
import { newId } from "@/app/client/new-id";
import { sendAct } from "@/app/client/use-act";
import type { ActName } from "@/db/acts";
import type { ReadResult } from "@/db/reads";
import type { WorkspaceName } from "@/db/workspace";
import { type CodeIndex, indexCodes } from "@/lib/codebook/tree";
import type { Span } from "@/lib/text/span";
import { wordsHash } from "@/lib/text/words-hash";
import { CodeActs, codesAsAnswered } from "../codebook/code-acts";
import { CodingActs } from "../coding/coding-acts";
import { NoteActs, type NotePatch, withNote } from "../coding/note-acts";
import { keepRecentCodes, recentCodes } from "../coding/recent-codes";
import { ActQueue } from "./act-queue";
import { CodingStore } from "./coding-store";
import {
  codingPatches,
  type DeskPatch,
  headChange,
  headPatchesOf,
  isHeadPatch,
  patchAsItFits,
  patchBack,
  swapped,
} from "./desk-patches";
import { laterCodings, type PackedDesk, unpackDesk } from "./packed-desk";
import type { ActPlain, DeskAct, Outcome, QueueMessage, QueueWire } from "./queued-act";
import { type Direction, UndoSteps } from "./undo-steps";

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

/** How undo names an act, in ids. */
export type StepName = Pick<NonNullable<UndoName>, "act" | "codeId">;

/** What a person just did, as the page is to show it. */
export interface Deed {
  readonly name: StepName;
  /** Of codings, codes, memos; the same list goes with `send`. */
  readonly patches: readonly DeskPatch[];
  /** Memos on something else than a coding. */
  readonly notes?: readonly NotePatch[];
  /** Lists of the head as they will be; what differs becomes patches. */
  readonly change?: Partial<DeskHead>;
}

function headOf({ unchanged: _, ...rest }: Omit<DeskAnswer, "codings">): DeskHead {
  for (const code of rest.codes) codesAsAnswered.add(code);
  return { ...rest, index: indexCodes(rest.codes) };
}

/** Spans say which text they are of: a correction may be laid before the server hears of them. */
function inText(input: Record<string, unknown>, revisionId: string): Record<string, unknown> {
  const { codings } = input;
  if (Array.isArray(codings)) return { ...input, codings: codings.map((each) => ({ ...each, revisionId })) };
  return "wordsHash" in input || "firstHash" in input ? { ...input, revisionId } : input;
}

/** How long after the last act the server is asked whether both know the same. */
const SETTLE_MS = 1200;

/** One person at one document: every act is painted at once, sent in order, and taken back if it is refused. */
export class DeskSession {
  readonly store: CodingStore;
  readonly queue: ActQueue;
  readonly codings = new CodingActs(this);
  readonly codes = new CodeActs(this);
  readonly notes = new NoteActs(this);
  head: DeskHead;
  /** Ids of codes, the last used first. */
  recent: readonly string[] = [];
  setId: string | null;
  private readonly steps = new UndoSteps();
  /** The key and all patches of what was performed, by the patches that the performer knows. */
  private readonly performed = new WeakMap<
    readonly DeskPatch[],
    { key: string; name: StepName; patches: DeskPatch[] }
  >();
  /** Whether this page and the server know the same, as far as this page can tell. */
  certain = true;
  /** A correction was laid since this text was fetched: what the server says of it now does not fit it any more. */
  textIsOld = false;
  /** The text before this person's eyes. */
  private readonly revisionId: string;
  private lastAct = 0;
  private asked = 0;
  private syncing: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly place: DeskPlace,
    readonly text: string,
    turns: readonly Span[],
    answer: PackedDesk,
    wire: Omit<QueueWire, "settled" | "renamed">,
  ) {
    this.head = headOf(unpackDesk(answer));
    this.setId = answer.set?.id ?? null;
    this.revisionId = answer.revisionId;
    const offered = (codeId: string) => this.head.index.byId.get(codeId)?.retired === false;
    this.recent = recentCodes(place, answer.me.coderId).filter(offered);
    this.store = new CodingStore(turns);
    this.store.replaceLater(laterCodings(answer));
    this.queue = new ActQueue({
      ...wire,
      settled: (act, outcome) => this.settled(act, outcome),
      renamed: (from, to) => {
        if (this.setId === from) this.setId = to;
      },
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getHead = (): DeskHead => this.head;

  /** Why nothing can be coded here, if so. */
  get lock(): "submitted" | "frozen" | "observer" | "no-seat" | "full" | null {
    const { me, set } = this.head;
    if (me.role === "observer" || !me.coderId) return "observer";
    if (set && set.state !== "open") return set.state === "submitted" ? "submitted" : "frozen";
    if (!set && this.place.roundId) return "no-seat";
    return this.queue.full ? "full" : null;
  }

  /** Who may make codes while coding: in a closed round each coder as a proposal, in an open one all, else the lead. */
  get mayAddCodes(): "codebook" | "proposal" | null {
    const { me, round } = this.head;
    if (this.lock) return null;
    if (round) return round.openCodebook ? "codebook" : "proposal";
    return me.role === "lead" ? "codebook" : null;
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
      if (answer.revisionId !== this.revisionId) {
        this.textIsOld = true;
        this.change({});
        return;
      }
      this.setId = answer.set?.id ?? this.setId;
      if (!answer.unchanged) {
        this.steps.clear();
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

  /** Shows and sends what an earlier visit left behind. */
  async resume(): Promise<void> {
    const acts = await this.queue.open();
    for (const act of acts) this.follow(act);
    this.queue.tryNow();
    if (acts.length === 0) return;
    this.certain = false;
    await this.sync();
  }

  /** What another tab of this person says. */
  hear(message: QueueMessage): void {
    const isNew = this.queue.hear(message);
    if (message.kind === "added" && isNew) this.follow(message.act);
  }

  /** The coder's own set outside rounds is made with the first act that needs it. */
  beginIfNeeded(): void {
    if (this.setId) return;
    const setId = newId();
    this.setId = setId;
    const { projectId, documentId } = this.place;
    this.queue.add(newId(), this.plain("begin-coding"), { input: { projectId, documentId, setId }, patches: [] });
  }

  /** Paints an act at once; sending it, with the same patches, is the caller's next line. */
  perform({ name, patches, notes = [], change = {} }: Deed): void {
    let head: Partial<DeskHead> = change;
    for (const note of notes) head = { ...head, ...withNote({ ...this.head, ...head }, note) };
    const key = newId();
    const all = [...patches, ...headPatchesOf(this.head, head)];
    this.performed.set(patches, { key, name, patches: all });
    this.steps.add({ id: key, name, patches: all });
    this.lastAct = Date.now();
    this.paint(all, { undo: name, redo: null });
  }

  /** Queues what was performed; refused, its patches are taken back. `intoSet` adds the coding set to the input. */
  send<Name extends ActName>(
    name: Name,
    patches: readonly DeskPatch[],
    input: Record<string, unknown>,
    { intoSet = false }: { intoSet?: boolean } = {},
  ): void {
    const { key, name: step, patches: all } = this.performed.get(patches) ?? { key: newId(), name: null, patches };
    const { projectId } = this.place;
    const whole = { projectId, ...(intoSet ? { setId: this.setId } : {}), ...inText(input, this.revisionId) };
    this.queue.add(key, this.plain(name, step), { input: whole, patches: all });
    // The desk says so as soon as it takes no more.
    if (this.queue.full) this.change({});
  }

  /** Takes back the last act, or does it again; where this page does not know what that is, the answer shows it. */
  step(direction: Direction): NonNullable<UndoName> | null {
    const name = this.head[direction];
    if (!name) return null;
    const of = this.steps.top(direction)?.id ?? null;
    const patches = this.steps.top(direction)?.patches.map((patch) => patchBack(patch, this.store)) ?? [];
    this.lastAct = Date.now();
    this.go(direction, name, patches);
    if (patches.length === 0) this.certain = false;
    const input = { projectId: this.place.projectId };
    this.queue.add(newId(), { ...this.plain(direction, name), of }, { input, patches });
    return name;
  }

  /** Makes a code the first among the recent ones. */
  use(codeId: string): void {
    if (this.recent[0] === codeId) return;
    this.recent = [codeId, ...this.recent.filter((id) => id !== codeId)].slice(0, 9);
    keepRecentCodes(this.place, this.head.me.coderId, this.recent);
  }

  /** Wants again what was refused; `input` where it is wanted differently now. */
  async again(act: DeskAct, input: Readonly<Record<string, unknown>> = act.body.input): Promise<void> {
    const { plain, body } = act;
    const again = { key: newId(), order: act.order, plain, body: { input, patches: body.patches } };
    this.follow(again);
    await this.queue.letGo(act, this.queue.add(again.key, plain, again.body));
  }

  change(change: Partial<DeskHead>): void {
    const head = { ...this.head, ...change };
    this.head = change.codes ? { ...head, index: indexCodes(change.codes) } : head;
    this.tell();
  }

  private plain(name: ActName, step: StepName | null = null): ActPlain {
    const { documentId } = this.place;
    const known = step && { act: step.act, codeId: step.codeId };
    return { name, documentId, setId: this.setId, step: known, of: null };
  }

  /** Shows an act that was not made here: in another tab, or before a reload. */
  private follow({ key, plain, body }: DeskAct): void {
    if (body.input.projectId !== this.place.projectId) return;
    this.lastAct = Date.now();
    const { name, step, of, documentId } = plain;
    const here = documentId === this.place.documentId && (plain.setId === this.setId || !this.setId);
    if (here && name === "begin-coding") this.setId ??= plain.setId;
    const patches = body.patches.flatMap((patch) => patchAsItFits(patch, this.store, here) ?? []);
    if (name === "undo" || name === "redo") {
      const top = this.steps.top(name);
      if (top && top.id === of) this.go(name, top.name, patches);
      else {
        this.steps.clear();
        this.certain = false;
        this.paint(patches);
      }
    } else if (step) {
      const documentName = this.head.documents.find((each) => each.id === documentId)?.name ?? null;
      const named = { ...step, documentId, documentName };
      this.steps.add({ id: key, name: named, patches: body.patches });
      this.paint(patches, { undo: named, redo: null });
    } else this.paint(patches);
  }

  private go(direction: Direction, name: NonNullable<UndoName>, patches: readonly DeskPatch[]): void {
    this.steps.take(direction, (step) => ({ ...step, patches }));
    const opposite = direction === "undo" ? "redo" : "undo";
    this.paint(patches, { [direction]: this.steps.top(direction)?.name ?? null, [opposite]: name });
  }

  /** What the server made of an act of this person, whichever tab it was made in. */
  private settled(act: DeskAct, outcome: Outcome): void {
    const { name, setId } = act.plain;
    if (outcome.kind === "done") {
      // Beyond what this page knows, the server knows what would be undone next.
      if ((name !== "undo" && name !== "redo") || (this.certain && this.head[name] !== null)) return;
    } else {
      this.takeBack(act);
      if (name === "begin-coding" && this.setId === setId) this.setId = this.head.set?.id ?? null;
      this.certain = false;
    }
    void this.sync().catch(() => {});
  }

  /** A refused act never happened: it leaves the page, and whatever stood on it is looked up. */
  private takeBack(act: DeskAct): void {
    const { documentId, setId } = act.plain;
    const here = documentId === this.place.documentId && setId === this.setId;
    this.steps.drop(act.key);
    this.paint(act.body.patches.filter((patch) => here || isHeadPatch(patch)).map(swapped));
  }

  private paint(patches: readonly DeskPatch[], more: Partial<DeskHead> | null = null): void {
    const codings = codingPatches(patches);
    if (codings.length > 0) this.store.apply(codings);
    const change = headChange(this.head, patches);
    if (change || more) this.change({ ...change, ...more });
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
