import type { Span } from "@/lib/text/span";
import { joinedChanges, type TextChange } from "@/lib/text/text-changes";
import { wordChanges } from "@/lib/text/word-changes";

export interface CorrectedTurn extends Span {
  readonly label: string | null;
}

/** What a person made of one turn; without `words` they are as they were. */
export interface TurnEdit {
  readonly words?: string;
  readonly label?: string | null;
}

/** By the place of the turn in the list. */
export type TurnEdits = ReadonlyMap<number, TurnEdit>;

/** What a correction consists of, as the server takes it. */
export interface Corrections {
  readonly changes: readonly TextChange[];
  readonly speakers: readonly { readonly turn: number; readonly label: string | null }[];
}

function changesOfTurn(text: string, { start, end }: Span, words: string): TextChange[] {
  const before = text.slice(start, end);
  if (words.trim() === "") {
    // With its line: an empty one would stay behind.
    const from = text.charAt(start - 1) === "\n" ? start - 1 : start;
    return [{ from, to: end, insert: "" }];
  }
  const changes = wordChanges(before, words) ?? [{ from: 0, to: before.length, insert: words }];
  return changes.map(({ from, to, insert }) => ({ from: from + start, to: to + start, insert }));
}

export function correctionsOf(text: string, turns: readonly CorrectedTurn[], edits: TurnEdits): Corrections {
  const changes: TextChange[] = [];
  const speakers: { turn: number; label: string | null }[] = [];
  for (const [index, edit] of [...edits].sort(([a], [b]) => a - b)) {
    const turn = turns[index];
    if (!turn) continue;
    if (edit.words !== undefined) changes.push(...changesOfTurn(text, turn, edit.words));
    if (edit.label !== undefined && edit.label !== turn.label) speakers.push({ turn: index + 1, label: edit.label });
  }
  return { changes: joinedChanges(changes, text), speakers };
}

/** The edits with one more; an edit that leaves the turn as it is falls out. */
export function withEdit(
  edits: TurnEdits,
  index: number,
  edit: Required<TurnEdit>,
  turn: CorrectedTurn,
  text: string,
): TurnEdits {
  const next = new Map(edits);
  const kept: { words?: string; label?: string | null } = {};
  if (edit.words !== text.slice(turn.start, turn.end)) kept.words = edit.words;
  if (edit.label !== turn.label) kept.label = edit.label;
  if (Object.keys(kept).length === 0) next.delete(index);
  else next.set(index, kept);
  return next;
}

export interface MarkedPiece {
  readonly kind: "same" | "out" | "in";
  readonly words: string;
}

/** Two wordings as one line of pieces: what stayed, what was taken out, what was put in. */
export function markedPieces(before: string, changes: readonly TextChange[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  const add = (kind: MarkedPiece["kind"], words: string) => {
    if (words !== "") pieces.push({ kind, words });
  };
  for (const { from, to, insert } of changes) {
    add("same", before.slice(at, from));
    add("out", before.slice(from, to));
    add("in", insert);
    at = to;
  }
  add("same", before.slice(at));
  return pieces;
}

const AROUND = 60;

/** A change with the words around it, as far as its line goes. */
export function inContext(text: string, { from, to, insert }: TextChange): MarkedPiece[] {
  const lead = text.slice(Math.max(0, from - AROUND), from);
  const rest = text.slice(to, to + AROUND);
  const pieces: MarkedPiece[] = [
    { kind: "same", words: lead.slice(lead.lastIndexOf("\n") + 1) },
    { kind: "out", words: text.slice(from, to) },
    { kind: "in", words: insert },
    { kind: "same", words: rest.includes("\n") ? rest.slice(0, rest.indexOf("\n")) : rest },
  ];
  return pieces.filter((piece) => piece.words !== "");
}

/** The place of the turn that an offset lies in, or that it follows. */
export function turnIndexAt(turns: readonly Span[], offset: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
