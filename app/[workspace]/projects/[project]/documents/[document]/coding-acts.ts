import { newId } from "@/app/client/new-id";
import type { Span } from "@/lib/text/span";
import { type DeskCoding, freshCoding } from "./coding-store";
import type { DeskSession } from "./desk-session";

/** What a person does to codings: each is one act, painted at once and sent in order. */
export class CodingActs {
  constructor(private readonly session: DeskSession) {}

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
    const input = { codingId: coding.id, codeId, ...span, wordsHash: this.session.hashOf(span) };
    this.session.send("apply-code", patches, input, { intoSet: true });
    return coding;
  }

  remove(coding: DeskCoding): void {
    const patches = [{ before: coding, after: null }];
    this.session.perform({ name: { act: "remove-coding", codeId: coding.codeId }, patches });
    this.session.send("remove-coding", patches, { codingId: coding.id });
  }

  move(coding: DeskCoding, span: Span): DeskCoding {
    const after = this.session.store.grown(coding, { start: span.start, end: span.end });
    const patches = [{ before: coding, after }];
    this.session.perform({ name: { act: "move-coding", codeId: coding.codeId }, patches });
    this.session.send("move-coding", patches, {
      codingId: coding.id,
      start: span.start,
      end: span.end,
      wordsHash: this.session.hashOf(span),
    });
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

  writeMemo(coding: DeskCoding, memo: string): void {
    const memoId = coding.memoId ?? newId();
    const wording = coding.memoWording ?? 0;
    const patches = [
      { before: coding, after: { ...coding, memoId, memo, memoWording: this.session.store.nextWording(coding.id) } },
    ];
    this.session.perform({ name: { act: "write-memo", codeId: coding.codeId }, patches });
    this.session.send("write-memo", patches, { codingId: coding.id, memoId, wording, text: memo }, { keep: false });
  }
}
