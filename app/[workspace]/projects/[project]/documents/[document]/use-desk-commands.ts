"use client";

import type { KeyboardEvent, RefObject } from "react";
import { spanOf } from "./caret";
import type { DeskCoding } from "./coding-store";
import { commandOf, type DeskCommand } from "./desk-keys";
import type { DeskSession } from "./desk-session";
import type { DeskCaret } from "./use-caret";
import type { DeskActs } from "./use-desk-acts";

export interface CommandGround {
  readonly session: DeskSession;
  readonly acts: DeskActs;
  readonly caret: DeskCaret;
  readonly text: string;
  /** The codings at the caret or the selection, in document order. */
  readonly here: readonly DeskCoding[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly toField: () => void;
  readonly toMemo: () => void;
  readonly toKeys: () => void;
}

/** What the keys of the text do: each is a command, and each command is one line here. */
export function useDeskCommands(ground: CommandGround) {
  const { session, acts, caret, text, here, scroller, toField, toMemo, toKeys } = ground;
  const { lock, head, store } = session;
  const { chosen } = acts;
  const span = spanOf(caret.caret);
  const at = caret.caret?.focus ?? null;

  const perform = (command: DeskCommand) => {
    switch (command.kind) {
      case "caret":
        caret.move(command.unit, command.step, command.extend);
        if (!command.extend) acts.choose(null);
        return;
      case "all":
        return caret.place({ anchor: 0, focus: text.length }, { scroll: false });
      case "field":
        if (span) toField();
        else acts.say("Select some words first.");
        return;
      case "recent":
      case "again": {
        const codeId = session.recent[command.kind === "again" ? 0 : command.place];
        if (codeId) acts.apply(codeId);
        else acts.say("No code has been used there yet. Press / to search the codes.");
        return;
      }
      case "in-vivo":
        return acts.inVivo();
      case "coding": {
        const next = store.beside(chosen ?? at ?? 0, command.step);
        if (next) acts.goTo(next);
        else acts.say(command.step === 1 ? "There is no coding further on." : "There is no coding before this one.");
        return;
      }
      case "cycle": {
        const next = here[(here.findIndex((each) => each.id === chosen?.id) + 1) % Math.max(here.length, 1)];
        if (!next) return acts.say("Nothing is coded here.");
        acts.choose(next.id);
        return acts.say(`${head.index.byId.get(next.codeId)?.name ?? "A code"}; ${here.length} here`);
      }
      case "undo":
      case "redo":
        return acts.step(command.kind);
      case "keys":
        return toKeys();
      case "let-go":
        if (at !== null) caret.place({ anchor: at, focus: at }, { scroll: false });
        return acts.choose(null);
    }
    if (!chosen) return acts.say("Choose a coding first: with n, or by pressing its words.");
    if (command.kind === "memo") toMemo();
    else if (lock) acts.say("This document is locked for you.");
    else if (command.kind === "remove") acts.remove(chosen);
    else acts.moveBoundary(chosen, command.edge, command.step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What floats over the text lies within it on the page but has keys of its own.
    if (event.target !== scroller.current) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const command = commandOf({
      key,
      ctrlKey,
      metaKey,
      altKey,
      shiftKey,
      altGraph: event.getModifierState("AltGraph"),
    });
    if (!command) return;
    event.preventDefault();
    perform(command);
  };

  return { perform, onKeyDown };
}
