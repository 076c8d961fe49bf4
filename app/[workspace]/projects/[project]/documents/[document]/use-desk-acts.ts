"use client";

import { type RefObject, useRef, useState } from "react";
import { codePath } from "@/lib/codebook/tree";
import { moveEdge } from "@/lib/text/move-edge";
import type { Span } from "@/lib/text/span";
import { snapToWords } from "@/lib/text/words";
import { type Caret, spanOf } from "./caret";
import type { DeskCoding } from "./coding-store";
import { actWords, heardWords } from "./desk-sentences";
import type { DeskSession } from "./desk-session";
import type { DeskCaret } from "./use-caret";

interface Acts {
  readonly say: (words: string) => void;
  readonly choose: (id: string | null) => void;
  readonly goTo: (coding: DeskCoding) => void;
  readonly apply: (codeId: string, keep?: boolean) => void;
  readonly addAndApply: (name: string, parentId: string | null) => void;
  readonly inVivo: () => void;
  readonly remove: (coding: DeskCoding) => void;
  readonly recode: (coding: DeskCoding, codeId: string) => void;
  readonly moveBoundary: (coding: DeskCoding, edge: "start" | "end", step: 1 | -1) => void;
  readonly step: (direction: "undo" | "redo") => void;
}

export interface DeskActs extends Acts {
  readonly chosen: DeskCoding | null;
  /** What was just done, for those who listen. */
  readonly said: string;
}

/** The acts under a name each that stays the same, so that what they are handed to need not render anew. */
function steady(now: RefObject<Acts>): Acts {
  return {
    say: (words) => now.current.say(words),
    choose: (id) => now.current.choose(id),
    goTo: (coding) => now.current.goTo(coding),
    apply: (codeId, keep) => now.current.apply(codeId, keep),
    addAndApply: (name, parentId) => now.current.addAndApply(name, parentId),
    inVivo: () => now.current.inVivo(),
    remove: (coding) => now.current.remove(coding),
    recode: (coding, codeId) => now.current.recode(coding, codeId),
    moveBoundary: (coding, edge, step) => now.current.moveBoundary(coding, edge, step),
    step: (direction) => now.current.step(direction),
  };
}

/** The acts of the desk, each with what follows on the screen: what is chosen, where the caret stands, what is said. */
export function useDeskActs(session: DeskSession, text: string, desk: DeskCaret): DeskActs {
  const [chosenId, choose] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const { store } = session;
  const nameOf = (codeId: string) => session.head.index.byId.get(codeId)?.name ?? "a code";
  const wordsOf = (span: Span) => heardWords(text.slice(span.start, span.end));
  // Said twice in a row, the same words would not be read again.
  const say = (words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words));

  const goTo = (coding: DeskCoding) => {
    choose(coding.id);
    desk.place({ anchor: coding.start, focus: coding.start });
    say(`${codePath(session.head.index, coding.codeId).join(", ")}: “${wordsOf(coding)}”`);
  };
  const codeSpan = (codeId: string, span: Span, caret: Caret, keep: boolean) => {
    const coding = session.codings.apply(codeId, span);
    choose(coding.id);
    const codes = new Set(store.touching(span).map((each) => each.codeId)).size;
    say(`Coded “${wordsOf(span)}” as ${nameOf(codeId)}; ${codes} ${codes === 1 ? "code" : "codes"} here`);
    desk.focusText();
    desk.place(keep ? caret : { anchor: span.end, focus: span.end }, { scroll: false });
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

  const acts: Acts = {
    say,
    choose,
    goTo,
    apply(codeId, keep = false) {
      const found = target();
      if (found) codeSpan(codeId, found.span, found.caret, keep);
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
      if (codeId === coding.codeId || session.codings.coded(codeId, coding)) say("These words have this code already.");
      else {
        session.codings.recode(coding, codeId);
        say(`Recoded “${wordsOf(coding)}” as ${nameOf(codeId)}`);
      }
    },
    moveBoundary(coding, edge, step) {
      const moved = moveEdge(text, coding, edge, step);
      const span = edge === "start" || step === 1 ? moved : snapToWords(text, moved);
      if (span.start === coding.start && span.end === coding.end) return say("The boundary cannot go further.");
      if (session.codings.coded(coding.codeId, span)) return say("The same code lies on exactly these words already.");
      session.codings.move(coding, span);
      say(`Now “${wordsOf(span)}”`);
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
  return { ...same, chosen: store.get(chosenId) ?? null, said };
}
