import { sentenceOf } from "@/app/ui/sentences";
import type { Span } from "@/lib/text/span";
import { actWords } from "../keys/desk-sentences";
import type { DeskCoding } from "./coding-store";
import { codingPatches } from "./desk-patches";
import type { DeskSession } from "./desk-session";
import type { DeskAct } from "./queued-act";

/** A refused act as its person is told of it. */
export interface RefusedAct {
  readonly act: DeskAct;
  readonly wanted: string;
  readonly why: string;
  /** Null in another document. */
  readonly span: Span | null;
  /** The document that it is in, where that is another one. */
  readonly elsewhere: { readonly id: string; readonly name: string } | null;
  /** The memo that was to be written. */
  readonly memo: string | null;
  /** What stands there instead, where it changed meanwhile. */
  readonly memoNow: { readonly text: string; readonly wording: number } | null;
}

export function refusedAct(session: DeskSession, act: DeskAct): RefusedAct {
  const { plain, body } = act;
  const { head, place } = session;
  const { refusal, input } = body;
  const isHere = plain.documentId === place.documentId;
  const document = head.documents.find((each) => each.id === plain.documentId);
  const memo = plain.name === "write-memo" && typeof input.text === "string" ? input.text : null;
  return {
    act,
    wanted: wantedWords(session, act),
    why: refusal ? sentenceOf(refusal.code, refusal.params) : "",
    span: isHere ? spanOf(session, act) : null,
    elsewhere: isHere ? null : { id: plain.documentId, name: document?.name ?? "another document" },
    memo,
    memoNow: memo !== null && refusal?.code === "changed-meanwhile" ? memoNow(session, act) : null,
  };
}

function wantedWords(session: DeskSession, { plain, body }: DeskAct): string {
  const { index } = session.head;
  if (plain.name === "add-code" && typeof body.input.name === "string") return `New code “${body.input.name}”`;
  const words = actWords(plain.step ?? { act: plain.name, codeId: null }, index);
  if (plain.name === "undo") return `Undo: ${words}`;
  if (plain.name === "redo") return `Redo: ${words}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function spanOf(session: DeskSession, { body }: DeskAct): Span | null {
  const spans: Span[] = codingPatches(body.patches).flatMap(({ before, after }) => after ?? before ?? []);
  const { start, end } = body.input;
  if (spans.length === 0 && typeof start === "number" && typeof end === "number") spans.push({ start, end });
  if (spans.length === 0) return null;
  const span = {
    start: Math.min(...spans.map((each) => each.start)),
    end: Math.max(...spans.map((each) => each.end)),
  };
  return span.end <= session.text.length ? span : null;
}

function memoNow({ store, head }: DeskSession, { body }: DeskAct): RefusedAct["memoNow"] {
  const { codingId, codeId, documentId, memoId } = body.input;
  if (typeof codingId === "string") {
    const coding: DeskCoding | undefined = store.get(codingId);
    return coding ? { text: coding.memo ?? "", wording: coding.memoWording ?? 0 } : null;
  }
  const present =
    typeof codeId === "string"
      ? head.codeMemos.find((each) => each.codeId === codeId && each.own)
      : typeof documentId === "string"
        ? head.documentMemo
        : head.textMemos.find((each) => each.memoId === memoId);
  return present ? { text: present.memo, wording: present.wording } : null;
}
