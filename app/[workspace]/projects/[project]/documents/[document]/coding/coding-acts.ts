import { newId } from "@/app/client/new-id";
import type { Span } from "@/lib/text/span";
import { compareCodings, type DeskCoding, freshCoding, type Patch } from "../saving/coding-store";
import type { DeskSession } from "../saving/desk-session";

/** One code on one stretch of text, wanted. */
export interface WantedCoding {
  readonly codeId: string;
  readonly span: Span;
}

/** What the acts ask of the session. */
type CodedSession = Pick<DeskSession, "store" | "use" | "beginIfNeeded" | "perform" | "send" | "hashOf">;

/** What a person does to codings: each is one act, painted at once and sent in order. */
export class CodingActs {
  constructor(private readonly session: CodedSession) {}

  /** The same code on the same span is there already: once is enough. */
  coded(codeId: string, span: Span): DeskCoding | undefined {
    return this.session.store
      .touching(span)
      .find((coding) => coding.codeId === codeId && coding.start === span.start && coding.end === span.end);
  }

  apply(codeId: string, span: Span): DeskCoding {
    const same = this.coded(codeId, span);
    this.session.use(codeId);
    if (same) return same;
    this.session.beginIfNeeded();
    const coding = freshCoding(newId(), codeId, span);
    const patches = [{ before: null, after: coding }];
    this.session.perform({ name: { act: "apply-code", codeId }, patches });
    const input = { codingId: coding.id, codeId, ...bounds(span), wordsHash: this.session.hashOf(span) };
    this.session.send("apply-code", patches, input, { intoSet: true });
    return coding;
  }

  /** All as one act, undone as one. What is coded so already stays as it is; returns what is new. */
  applyMany(wanted: readonly WantedCoding[]): DeskCoding[] {
    const fresh = new Map<string, DeskCoding>();
    for (const { codeId, span } of wanted) {
      const key = `${codeId} ${span.start} ${span.end}`;
      if (!fresh.has(key) && !this.coded(codeId, span)) fresh.set(key, freshCoding(newId(), codeId, span));
    }
    const codings = [...fresh.values()];
    const codeIds = [...new Set(wanted.map(({ codeId }) => codeId))];
    for (const codeId of codeIds.toReversed()) this.session.use(codeId);
    const [first] = codings;
    if (!first) return [];
    if (codings.length === 1) return [this.apply(first.codeId, first)];
    this.session.beginIfNeeded();
    const patches = codings.map((after) => ({ before: null, after }));
    this.session.perform({ name: { act: "apply-codes", codeId: onlyCode(codings) }, patches });
    const input = {
      codings: codings.map(({ id, codeId, start, end }) => {
        return { codingId: id, codeId, start, end, wordsHash: this.session.hashOf({ start, end }) };
      }),
    };
    this.session.send("apply-codes", patches, input, { intoSet: true });
    return codings;
  }

  remove(coding: DeskCoding): void {
    const patches = [{ before: coding, after: null }];
    this.session.perform({ name: { act: "remove-coding", codeId: coding.codeId }, patches });
    this.session.send("remove-coding", patches, { codingId: coding.id });
  }

  removeMany(codings: readonly DeskCoding[]): void {
    if (codings.length === 0) return;
    const patches = codings.map((before) => ({ before, after: null }));
    this.session.perform({ name: { act: "remove-codings", codeId: onlyCode(codings) }, patches });
    this.session.send("remove-codings", patches, { codingIds: codings.map(({ id }) => id) });
  }

  move(coding: DeskCoding, span: Span): DeskCoding {
    const after = this.session.store.grown(coding, bounds(span));
    const patches = [{ before: coding, after }];
    this.session.perform({ name: { act: "move-coding", codeId: coding.codeId }, patches });
    const input = { codingId: coding.id, ...bounds(span), wordsHash: this.session.hashOf(span) };
    this.session.send("move-coding", patches, input);
    return after;
  }

  recode(coding: DeskCoding, codeId: string): DeskCoding {
    const after = this.session.store.grown(coding, { codeId });
    const patches = [{ before: coding, after }];
    this.session.use(codeId);
    this.session.perform({ name: { act: "recode-coding", codeId }, patches });
    this.session.send("recode-coding", patches, { codingId: coding.id, codeId });
    return after;
  }

  /** As one act. Where the code lies on exactly these words already, the coding goes: it would say it twice. */
  recodeMany(codings: readonly DeskCoding[], codeId: string): void {
    const changed = codings.filter((coding) => coding.codeId !== codeId);
    const patches = this.recoded(changed, codeId);
    if (patches.length === 0) return;
    this.session.use(codeId);
    this.session.perform({ name: { act: "recode-codings", codeId }, patches });
    this.session.send("recode-codings", patches, { codingIds: changed.map(({ id }) => id), codeId });
  }

  /** What recoding them changes, whichever act does it. */
  recoded(codings: readonly DeskCoding[], codeId: string): Patch[] {
    const taken = new Set<string>();
    return codings.map((before) => {
      const key = `${before.start} ${before.end}`;
      if (taken.has(key) || this.coded(codeId, before)) return { before, after: null };
      taken.add(key);
      return { before, after: this.session.store.grown(before, { codeId }) };
    });
  }

  /** The coding keeps its id, its memo and the words up to `firstEnd`; a new one goes from `secondStart` to its end. */
  split(coding: DeskCoding, firstEnd: number, secondStart: number): DeskCoding {
    const first = { start: coding.start, end: firstEnd };
    const second = { start: secondStart, end: coding.end };
    const made = freshCoding(newId(), coding.codeId, second);
    const patches = [
      { before: coding, after: this.session.store.grown(coding, first) },
      { before: null, after: made },
    ];
    this.session.perform({ name: { act: "split-coding", codeId: coding.codeId }, patches });
    this.session.send("split-coding", patches, {
      codingId: coding.id,
      firstEnd,
      firstHash: this.session.hashOf(first),
      newCodingId: made.id,
      secondStart,
      secondHash: this.session.hashOf(second),
    });
    return made;
  }

  /** Codings of one code become one over all of their words; it keeps the first one's id and all memos. */
  merge(codings: readonly DeskCoding[]): DeskCoding | null {
    const [kept, ...others] = codings.toSorted((a, b) => a.start - b.start || a.end - b.end || compareCodings(a, b));
    if (!kept || others.length === 0) return null;
    const span = { start: kept.start, end: Math.max(...codings.map(({ end }) => end)) };
    const after = this.merged(kept, others, span.end);
    const patches = [{ before: kept, after }, ...others.map((before) => ({ before, after: null }))];
    this.session.perform({ name: { act: "merge-codings", codeId: kept.codeId }, patches });
    const input = { codingIds: codings.map(({ id }) => id), ...span, wordsHash: this.session.hashOf(span) };
    this.session.send("merge-codings", patches, input);
    return after;
  }

  /** As the server makes it: a new version for a moved end and one for a star, a new wording for joined memos. */
  private merged(kept: DeskCoding, others: readonly DeskCoding[], end: number): DeskCoding {
    const { store } = this.session;
    const starred = kept.starred || others.some((each) => each.starred);
    const steps = Number(end !== kept.end) + Number(starred !== kept.starred);
    const version = store.grown(kept, {}).version - 1 + steps;
    const after = { ...kept, end, starred, version };
    if (!others.some((each) => each.memo)) return after;
    const memo = [kept, ...others].flatMap((each) => each.memo || []).join("\n\n");
    return { ...after, memo, memoId: kept.memoId ?? newId(), memoWording: store.nextWording(kept.id) };
  }

  star(coding: DeskCoding, starred: boolean): void {
    const patches = [{ before: coding, after: this.session.store.grown(coding, { starred }) }];
    this.session.perform({ name: { act: "star-coding", codeId: coding.codeId }, patches });
    this.session.send("star-coding", patches, { codingId: coding.id, starred });
  }

  writeMemo(coding: DeskCoding, memo: string): void {
    const memoId = coding.memoId ?? newId();
    const wording = coding.memoWording ?? 0;
    const patches = [
      { before: coding, after: { ...coding, memoId, memo, memoWording: this.session.store.nextWording(coding.id) } },
    ];
    this.session.perform({ name: { act: "write-memo", codeId: coding.codeId }, patches });
    this.session.send("write-memo", patches, { codingId: coding.id, memoId, wording, text: memo });
  }
}

/** A span and nothing else that the object may hold. */
function bounds({ start, end }: Span): { start: number; end: number } {
  return { start, end };
}

function onlyCode(codings: readonly DeskCoding[]): string | null {
  const codeId = codings[0]?.codeId ?? null;
  return codings.every((each) => each.codeId === codeId) ? codeId : null;
}
