"use client";

import { type RefObject, useRef, useState } from "react";
import { newId } from "@/app/client/new-id";
import { codePath } from "@/lib/codebook/tree";
import { moveEdge } from "@/lib/text/move-edge";
import { overlaps, type Span } from "@/lib/text/span";
import { snapToWords } from "@/lib/text/words";
import { type Caret, spanOf } from "../keys/caret";
import { actWords, heardWords } from "../keys/desk-sentences";
import type { DeskCaret } from "../keys/use-caret";
import { mergeable, splitPlace } from "../painting/coding-places";
import type { DeskCoding } from "../saving/coding-store";
import type { DeskSession } from "../saving/desk-session";

/** A field of the inspector that is to have the focus; `n` grows with every wish. */
export interface Attended {
  readonly part: "memo" | "recode" | "words" | "document";
  readonly n: number;
}

/** A memo that is being written on words without a code. */
export interface Noting {
  readonly memoId: string;
  readonly span: Span;
}

export interface ManySpans {
  /** Instead of the selection: hits of a search, say. */
  readonly spans?: readonly Span[];
  readonly keep?: boolean;
}

export interface Hand {
  readonly say: (words: string) => void;
  readonly choose: (id: string | null) => void;
  readonly goTo: (coding: DeskCoding) => void;
  /** Selects words and brings them into sight. */
  readonly goToSpan: (span: Span) => void;
  readonly apply: (codeId: string, keep?: boolean) => void;
  /** Several codes on the selection, or codes on many spans: one act, undone as one. */
  readonly applyMany: (codeIds: readonly string[], on?: ManySpans) => void;
  readonly addAndApply: (name: string, parentId: string | null) => void;
  readonly inVivo: () => void;
  readonly remove: (coding: DeskCoding) => void;
  readonly recode: (coding: DeskCoding, codeId: string) => void;
  readonly moveBoundary: (coding: DeskCoding, edge: "start" | "end", step: 1 | -1) => void;
  readonly setSpan: (coding: DeskCoding, span: Span) => void;
  /** These three: the given coding, else the chosen one, else the only one at the caret. */
  readonly split: (coding?: DeskCoding) => void;
  readonly mergeAdjacent: (coding?: DeskCoding) => void;
  readonly star: (coding?: DeskCoding) => void;
  /** On and off; with a code: on, and with that one. */
  readonly quick: (codeId?: string) => void;
  /** To the memo of the chosen coding, else of the selected words, else of the document. */
  readonly note: () => void;
  /** To a memo on words: the caret goes to them, the focus to the memo. */
  readonly toNote: (noting: Noting) => void;
  readonly toRecode: () => void;
  /** The field has the focus. */
  readonly attendedTo: () => void;
  readonly step: (direction: "undo" | "redo") => void;
}

export interface DeskActs extends Hand {
  /** The same functions in an object that stays the same. */
  readonly hand: Hand;
  readonly chosen: DeskCoding | null;
  /** The code of quick mode; null while it is off. */
  readonly quickCode: string | null;
  readonly noting: Noting | null;
  readonly attended: Attended | null;
}

/** The acts under a name each that stays the same, so that what they are handed to need not render anew. */
function steady(now: RefObject<Hand>): Hand {
  return {
    say: (words) => now.current.say(words),
    choose: (id) => now.current.choose(id),
    goTo: (coding) => now.current.goTo(coding),
    goToSpan: (span) => now.current.goToSpan(span),
    apply: (codeId, keep) => now.current.apply(codeId, keep),
    applyMany: (codeIds, on) => now.current.applyMany(codeIds, on),
    addAndApply: (name, parentId) => now.current.addAndApply(name, parentId),
    inVivo: () => now.current.inVivo(),
    remove: (coding) => now.current.remove(coding),
    recode: (coding, codeId) => now.current.recode(coding, codeId),
    moveBoundary: (coding, edge, step) => now.current.moveBoundary(coding, edge, step),
    setSpan: (coding, span) => now.current.setSpan(coding, span),
    split: (coding) => now.current.split(coding),
    mergeAdjacent: (coding) => now.current.mergeAdjacent(coding),
    star: (coding) => now.current.star(coding),
    quick: (codeId) => now.current.quick(codeId),
    note: () => now.current.note(),
    toNote: (noting) => now.current.toNote(noting),
    toRecode: () => now.current.toRecode(),
    attendedTo: () => now.current.attendedTo(),
    step: (direction) => now.current.step(direction),
  };
}

/** The acts of the desk, each with what follows on the screen: what is chosen, where the caret stands, what is said. */
export function useDeskActs(
  session: DeskSession,
  text: string,
  desk: DeskCaret,
  /** Brings the inspector to the front. */
  toInspector: () => void,
): DeskActs {
  const [chosenId, choose] = useState<string | null>(null);
  const [quickCode, setQuick] = useState<string | null>(null);
  const [noting, setNoting] = useState<Noting | null>(null);
  const [attended, setAttended] = useState<Attended | null>(null);
  const { store } = session;
  const nameOf = (codeId: string) => session.head.index.byId.get(codeId)?.name ?? "a code";
  const wordsOf = (span: Span) => heardWords(text.slice(span.start, span.end));
  const { say } = desk.voice;
  const attend = (part: Attended["part"]) => {
    toInspector();
    setAttended((before) => ({ part, n: (before?.n ?? 0) + 1 }));
  };

  const goTo = (coding: DeskCoding) => {
    choose(coding.id);
    desk.place({ anchor: coding.start, focus: coding.start });
    say(`${codePath(session.head.index, coding.codeId).join(", ")}: “${wordsOf(coding)}”`);
  };
  /** What follows when a span was coded. */
  const coded = (span: Span, caret: Caret, as: string, id: string | undefined, keep: boolean) => {
    if (id !== undefined) choose(id);
    const codes = new Set(store.touching(span).map((each) => each.codeId)).size;
    say(`Coded “${wordsOf(span)}” as ${as}; ${codes} ${codes === 1 ? "code" : "codes"} here`);
    desk.focusText();
    desk.place(keep ? caret : { anchor: span.end, focus: span.end }, { scroll: false });
  };
  const codeSpan = (codeId: string, span: Span, caret: Caret, keep: boolean) => {
    const coding = session.codings.apply(codeId, span);
    coded(span, caret, nameOf(codeId), coding.id, keep);
  };
  /** The selection as it may be coded; says why not where it may not. */
  const target = (): { span: Span; caret: Caret } | null => {
    const span = spanOf(desk.caret);
    if (session.lock) say("This document is locked for you.");
    else if (!span || !desk.caret) say("Select some words first.");
    else if (text.slice(span.start, span.end).trim() === "") say("There are no words in the selection.");
    else return { span, caret: desk.caret };
    return null;
  };
  const addAndApply = (name: string, parentId: string | null) => {
    const found = target();
    if (!found) return;
    const siblings = session.head.index.children.get(parentId) ?? [];
    const same = siblings.find((code) => code.name.toLowerCase() === name.toLowerCase());
    codeSpan((same ?? session.codes.addCode(name, parentId)).id, found.span, found.caret, false);
  };
  const at = desk.caret?.focus ?? null;
  /** The coding that a key is meant for; says why there is none. */
  const meant = (given: DeskCoding | undefined, locked = session.lock): DeskCoding | null => {
    const chosen = given ?? store.get(chosenId);
    const here = chosen || at === null ? [] : store.touching(spanOf(desk.caret) ?? { start: at, end: at });
    const coding = chosen ?? (here.length === 1 ? here[0] : undefined);
    if (locked) say("This document is locked for you.");
    else if (here.length > 1) say(`${here.length} codings lie here: choose one first by pressing its words.`);
    else if (!coding) say("Choose a coding first by pressing its words.");
    else return coding;
    return null;
  };
  /** Memos and stars are still the coder's after the document is submitted. */
  const noteLock = session.lock === "submitted" ? null : session.lock;

  const acts: Hand = {
    say,
    choose,
    goTo,
    goToSpan(span) {
      choose(null);
      desk.focusText();
      desk.place({ anchor: span.start, focus: span.end });
      say(`“${wordsOf(span)}”`);
    },
    apply(codeId, keep = false) {
      if (quickCode !== null && spanOf(desk.caret) === null) return acts.quick(codeId);
      const found = target();
      if (found) codeSpan(codeId, found.span, found.caret, keep);
    },
    applyMany(codeIds, { spans, keep = false } = {}) {
      if (spans) {
        if (session.lock) return say("This document is locked for you.");
        const made = session.codings.applyMany(spans.flatMap((span) => codeIds.map((codeId) => ({ codeId, span }))));
        const names = codeIds.map(nameOf).join(", ");
        return say(made.length === 0 ? `All of it is coded as ${names} already.` : `Coded ${made.length} as ${names}`);
      }
      const found = target();
      if (!found) return;
      const made = session.codings.applyMany(codeIds.map((codeId) => ({ codeId, span: found.span })));
      const first = made[0] ?? session.codings.coded(codeIds[0] ?? "", found.span);
      coded(found.span, found.caret, codeIds.map(nameOf).join(", "), first?.id, keep);
    },
    addAndApply,
    inVivo() {
      const found = target();
      if (!found) return;
      if (!session.mayAddCodes) say("Only the lead adds codes here.");
      else
        addAndApply(
          text.slice(found.span.start, found.span.end).replace(/\s+/g, " ").trim().slice(0, 200).trim(),
          null,
        );
    },
    remove(coding) {
      session.codings.remove(coding);
      const left = store.touching({ start: coding.start, end: coding.end })[0];
      choose(left?.id ?? null);
      say(`Removed ${nameOf(coding.codeId)} from “${wordsOf(coding)}”`);
    },
    recode(coding, codeId) {
      if (session.lock) say("This document is locked for you.");
      else if (codeId === coding.codeId || session.codings.coded(codeId, coding))
        say("These words have this code already.");
      else {
        session.codings.recode(coding, codeId);
        say(`Recoded “${wordsOf(coding)}” as ${nameOf(codeId)}`);
      }
    },
    moveBoundary(coding, edge, step) {
      const moved = moveEdge(text, coding, edge, step);
      const span = edge === "start" || step === 1 ? moved : snapToWords(text, moved);
      if (span.start === coding.start && span.end === coding.end) return say("The boundary cannot go further.");
      acts.setSpan(coding, span);
    },
    setSpan(coding, span) {
      if (session.lock) return say("This document is locked for you.");
      if (session.codings.coded(coding.codeId, span)) return say("The same code lies on exactly these words already.");
      session.codings.move(coding, span);
      say(`Now “${wordsOf(span)}”`);
    },
    split(given) {
      const coding = meant(given);
      if (!coding) return;
      const place = at === null ? null : splitPlace(text, coding, at);
      if (!place) return say("Put the caret between two words of the coding: there it is split.");
      const { codeId } = coding;
      const [first, second] = [
        { start: coding.start, end: place.firstEnd },
        { start: place.secondStart, end: coding.end },
      ];
      if (session.codings.coded(codeId, first) || session.codings.coded(codeId, second))
        return say("The same code lies on exactly one of the two parts already.");
      choose(session.codings.split(coding, place.firstEnd, place.secondStart).id);
      say(`Split ${nameOf(codeId)}: “${wordsOf(first)}” and “${wordsOf(second)}”`);
    },
    mergeAdjacent(given) {
      const coding = meant(given);
      if (!coding) return;
      const merged = session.codings.merge(mergeable(store, text, coding));
      if (!merged) return say(`No other coding as ${nameOf(coding.codeId)} overlaps this one or stands beside it.`);
      choose(merged.id);
      say(`Merged into one coding as ${nameOf(coding.codeId)}: “${wordsOf(merged)}”`);
    },
    star(given) {
      const coding = meant(given, noteLock);
      if (!coding) return;
      session.codings.star(coding, !coding.starred);
      say(`${coding.starred ? "Star taken from" : "Starred"} “${wordsOf(coding)}”`);
    },
    quick(wanted) {
      if (session.lock) return say("This document is locked for you.");
      const codeId = wanted ?? (quickCode === null ? (store.get(chosenId)?.codeId ?? session.recent[0]) : undefined);
      if (codeId === undefined && quickCode === null)
        return say("Use a code once or choose a coding; quick mode then goes on with its code.");
      setQuick(codeId ?? null);
      say(codeId === undefined ? "Quick mode is off." : `Quick mode: every selection becomes “${nameOf(codeId)}”.`);
    },
    note() {
      const span = spanOf(desk.caret);
      const chosen = store.get(chosenId);
      if (chosen && (!span || overlaps(chosen, span))) return attend("memo");
      const words = span ? snapToWords(text, span) : null;
      if (!words || words.start >= words.end) return attend("document");
      choose(null);
      setNoting({ memoId: newId(), span: words });
      attend("words");
    },
    toNote(wanted) {
      choose(null);
      desk.place({ anchor: wanted.span.start, focus: wanted.span.start });
      setNoting(wanted);
      attend("words");
    },
    toRecode() {
      const coding = meant(undefined);
      if (!coding) return;
      choose(coding.id);
      attend("recode");
    },
    attendedTo() {
      setAttended(null);
    },
    step(direction) {
      const name = session.step(direction);
      if (!name) return say(direction === "undo" ? "There is nothing to undo." : "There is nothing to redo.");
      say(`${direction === "undo" ? "Undone" : "Done again"}: ${actWords(name, session.head.index)}`);
    },
  };
  const now = useRef(acts);
  now.current = acts;
  const [same] = useState(() => steady(now));
  return { ...same, hand: same, chosen: store.get(chosenId) ?? null, quickCode, noting, attended };
}
