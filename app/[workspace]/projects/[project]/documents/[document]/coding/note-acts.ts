import { newId } from "@/app/client/new-id";
import type { Span } from "@/lib/text/span";
import type { DeskHead, DeskSession } from "../saving/desk-session";

/** What a memo is on, where it is not on a coding. */
export type NoteTarget =
  | { readonly kind: "words"; readonly span: Span }
  | { readonly kind: "code"; readonly codeId: string }
  | { readonly kind: "document" };

/** A memo before and after an act; an empty one is no memo. */
export interface NotePatch {
  readonly memoId: string;
  readonly target: NoteTarget;
  readonly before: string;
  readonly after: string;
}

/** The head with the memo as an act leaves it. An emptied one stays, with its wording, until the server is asked. */
export function withNote(head: DeskHead, { memoId, target, after }: NotePatch): Partial<DeskHead> {
  const memo = after;
  switch (target.kind) {
    case "words": {
      const present = head.textMemos.find((each) => each.memoId === memoId);
      const note = {
        memoId,
        start: target.span.start,
        end: target.span.end,
        wording: (present?.wording ?? 0) + 1,
        memo,
      };
      const others = head.textMemos.filter((each) => each.memoId !== memoId);
      return { textMemos: [...others, note].sort((a, b) => a.start - b.start || a.end - b.end) };
    }
    case "code": {
      const present = head.codeMemos.find((each) => each.memoId === memoId);
      const { codeId } = target;
      const note = { memoId, codeId, wording: (present?.wording ?? 0) + 1, memo, author: head.me.name, own: true };
      return { codeMemos: [...head.codeMemos.filter((each) => each.memoId !== memoId), note] };
    }
    case "document":
      return { documentMemo: { memoId, wording: (head.documentMemo?.wording ?? 0) + 1, memo } };
  }
}

/** What a person writes on words without a code, on a code and on the document. */
export class NoteActs {
  constructor(private readonly session: DeskSession) {}

  /** `memoId` null for a new memo: words may carry several. Returns the memo's id. */
  onWords(span: Span, memoId: string | null, text: string): string {
    const present = this.session.head.textMemos.find((each) => each.memoId === memoId);
    this.session.beginIfNeeded();
    const { start, end } = span;
    return this.write({ kind: "words", span: { start, end } }, present, memoId, text, {
      start,
      end,
      wordsHash: this.session.hashOf({ start, end }),
    });
  }

  onCode(codeId: string, text: string): void {
    const present = this.session.head.codeMemos.find((each) => each.codeId === codeId && each.own);
    this.write({ kind: "code", codeId }, present, null, text, { codeId });
  }

  onDocument(text: string): void {
    const { documentId } = this.session.place;
    this.write({ kind: "document" }, this.session.head.documentMemo ?? undefined, null, text, { documentId });
  }

  private write(
    target: NoteTarget,
    present: { readonly memoId: string; readonly wording: number; readonly memo: string } | undefined,
    wantedId: string | null,
    text: string,
    place: Record<string, unknown>,
  ): string {
    const memoId = present?.memoId ?? wantedId ?? newId();
    const note = { memoId, target, before: present?.memo ?? "", after: text };
    const name = { act: "write-memo", codeId: target.kind === "code" ? target.codeId : null };
    const patches: never[] = [];
    this.session.perform({ name, patches, notes: [note] });
    const input = { ...place, memoId, wording: present?.wording ?? 0, text };
    this.session.send("write-memo", patches, input, { intoSet: target.kind === "words" });
    return memoId;
  }
}
