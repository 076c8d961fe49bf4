import { read } from "@/app/client/api";
import { newId } from "@/app/client/new-id";
import { sendAct } from "@/app/client/use-act";
import type { ReadResult } from "@/db/reads";
import type { WorkspaceName } from "@/db/workspace";
import { nextThemeColour, subThemeColour } from "@/lib/codebook/palette";
import { type CodeIndex, indexCodes, themes } from "@/lib/codebook/tree";
import type { Span } from "@/lib/text/span";
import { wordsHash } from "@/lib/text/words-hash";
import { ActQueue } from "./act-queue";
import { CodingStore, type DeskCoding, type Patch } from "./coding-store";
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

interface Step {
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
  head: DeskHead;
  /** Ids of codes, the last used first. */
  recent: readonly string[] = [];
  private setId: string | null;
  private past: Step[] = [];
  private future: Step[] = [];
  private certain = true;
  private lastAct = 0;
  private asked = 0;
  private syncing: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly place: DeskPlace,
    private readonly text: string,
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

  /** The same code on the same span is there already: once is enough. */
  coded(codeId: string, span: Span): DeskCoding | undefined {
    return this.store
      .touching(span)
      .find((coding) => coding.codeId === codeId && coding.start === span.start && coding.end === span.end);
  }

  apply(codeId: string, span: Span): DeskCoding {
    const same = this.coded(codeId, span);
    this.recent = [codeId, ...this.recent.filter((id) => id !== codeId)].slice(0, 9);
    if (same) return same;
    this.beginIfNeeded();
    const coding = freshCoding(newId(), codeId, span);
    const patches = [{ before: null, after: coding }];
    this.perform({ name: { act: "apply-code", codeId }, patches });
    this.send("apply-code", patches, { codingId: coding.id, codeId, ...span, wordsHash: this.hashOf(span) });
    return coding;
  }

  remove(coding: DeskCoding): void {
    const patches = [{ before: coding, after: null }];
    this.perform({ name: { act: "remove-coding", codeId: coding.codeId }, patches });
    this.send("remove-coding", patches, { codingId: coding.id });
  }

  move(coding: DeskCoding, span: Span): DeskCoding {
    const after = this.store.grown(coding, { start: span.start, end: span.end });
    const patches = [{ before: coding, after }];
    this.perform({ name: { act: "move-coding", codeId: coding.codeId }, patches });
    this.send("move-coding", patches, {
      codingId: coding.id,
      start: span.start,
      end: span.end,
      wordsHash: this.hashOf(span),
    });
    return after;
  }

  recode(coding: DeskCoding, codeId: string): DeskCoding {
    const after = this.store.grown(coding, { codeId });
    const patches = [{ before: coding, after }];
    this.recent = [codeId, ...this.recent.filter((id) => id !== codeId)].slice(0, 9);
    this.perform({ name: { act: "recode-coding", codeId }, patches });
    this.send("recode-coding", patches, { codingId: coding.id, codeId });
    return after;
  }

  writeMemo(coding: DeskCoding, memo: string): void {
    const memoId = coding.memoId ?? newId();
    const wording = coding.memoWording ?? 0;
    const patches = [
      { before: coding, after: { ...coding, memoId, memo, memoWording: this.store.nextWording(coding.id) } },
    ];
    this.perform({ name: { act: "write-memo", codeId: coding.codeId }, patches });
    this.queue.add(
      "write-memo",
      () => ({ projectId: this.place.projectId, codingId: coding.id, memoId, wording, text: memo }),
      { keep: false, refused: () => this.putBack(patches) },
    );
  }

  addCode(name: string, parentId: string | null): DeskCode {
    const { codes, index } = this.head;
    const siblings = parentId === null ? themes(index) : (index.children.get(parentId) ?? []);
    const parent = parentId === null ? undefined : index.byId.get(parentId);
    const colour = parent
      ? subThemeColour(parent.colour, siblings.length)
      : nextThemeColour(siblings.map((each) => each.colour));
    const proposal = this.mayAddCodes === "proposal";
    const codeId = newId();
    const code: DeskCode = {
      id: codeId,
      parentId,
      name,
      colour,
      position: (siblings.at(-1)?.position ?? 0) + 1,
      retired: false,
      definition: "",
      useWhen: "",
      useNot: "",
      example: "",
      version: 1,
      wording: 1,
      proposal,
    };
    this.beginIfNeeded();
    this.perform({ name: { act: "add-code", codeId }, patches: [] });
    this.change({ codes: [...codes, code] });
    this.queue.add(
      "add-code",
      () => ({
        projectId: this.place.projectId,
        codeId,
        parentId,
        name,
        colour,
        ...(proposal && this.setId ? { setId: this.setId } : {}),
      }),
      {
        keep: false,
        refused: () => {
          this.change({ codes: this.head.codes.filter((each) => each.id !== codeId) });
          this.certain = false;
        },
      },
    );
    return code;
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

  private beginIfNeeded(): void {
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

  private perform(step: Step): void {
    this.past.push(step);
    this.future = [];
    this.lastAct = Date.now();
    this.paint(step.patches);
    this.change({ undo: step.name, redo: null });
  }

  private send(
    name: "apply-code" | "remove-coding" | "move-coding" | "recode-coding",
    patches: readonly Patch[],
    input: Record<string, unknown>,
  ): void {
    const { projectId } = this.place;
    const whole = () =>
      (name === "apply-code" ? { projectId, setId: this.setId, ...input } : { projectId, ...input }) as never;
    this.queue.add(name, whole, { refused: () => this.putBack(patches) });
  }

  /** A refused act never happened: it leaves the page, and whatever stood on it is looked up. */
  private putBack(patches: readonly Patch[]): void {
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

  private change(change: Partial<DeskHead>): void {
    const head = { ...this.head, ...change };
    this.head = change.codes ? { ...head, index: indexCodes(change.codes) } : head;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function freshCoding(id: string, codeId: string, span: Span): DeskCoding {
  return { id, codeId, start: span.start, end: span.end, version: 1, memoId: null, memoWording: null, memo: null };
}
