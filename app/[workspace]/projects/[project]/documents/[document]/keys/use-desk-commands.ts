"use client";

import { type KeyboardEvent, type RefObject, useMemo } from "react";
import type { DeskActs } from "../coding/use-desk-acts";
import type { DeskCoding } from "../saving/coding-store";
import type { DeskSession } from "../saving/desk-session";
import type { DeskTurn } from "../text/desk-turns";
import { spanOf } from "./caret";
import type { CommandName } from "./desk-commands";
import { commandOf, type DeskCommand, type KeySettings, keyMap, strokeOf } from "./desk-keys";
import { lockWords } from "./desk-sentences";
import { hereWords } from "./here-words";
import type { DeskCaret } from "./use-caret";

/** What other parts of the desk do when their command comes; a sentence that comes back is said. */
export type MoreCommands = Partial<Record<CommandName, () => unknown>>;

export interface CommandGround {
  readonly session: DeskSession;
  readonly acts: DeskActs;
  readonly caret: DeskCaret;
  readonly text: string;
  readonly turns: readonly DeskTurn[];
  /** The codings at the caret or the selection, in document order. */
  readonly here: readonly DeskCoding[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keys: KeySettings;
  readonly more: MoreCommands;
}

/** Those that say themselves what is lacking are not here. */
const NEEDS_CHOSEN: ReadonlySet<CommandName> = new Set([
  "remove",
  "excerpts",
  "end-earlier",
  "end-later",
  "start-earlier",
  "start-later",
]);
const CHANGES: ReadonlySet<CommandName> = new Set([
  "remove",
  "end-earlier",
  "end-later",
  "start-earlier",
  "start-later",
  "field",
  "again",
  "in-vivo",
  "quick",
]);

/** What the keys of the text do: each is a command, and a command that cannot be done says why. */
export function useDeskCommands(ground: CommandGround) {
  const { session, acts, caret, text, turns, here, scroller, keys, more } = ground;
  const { lock, head, store } = session;
  const { chosen } = acts;
  const span = spanOf(caret.caret);
  const at = caret.caret?.focus ?? null;
  const map = useMemo(() => keyMap(keys), [keys]);

  const applyRecent = (place: number) => {
    if (lock) return lockWords(lock);
    const codeId = session.recent[place];
    if (!codeId) return "No code has been used there yet. Search the codes first.";
    acts.apply(codeId);
  };
  // Where only one coding lies it is the one that is meant.
  const meant = chosen ?? (here.length === 1 ? here[0] : undefined);
  const toBoundary = (edge: "start" | "end", step: 1 | -1) => () => {
    if (meant) acts.moveBoundary(meant, edge, step);
  };
  const own: MoreCommands = {
    "next-turn": () => caret.move("turn", 1, false),
    "previous-turn": () => caret.move("turn", -1, false),
    "next-coding": () => beside(1),
    "previous-coding": () => beside(-1),
    cycle: () => {
      const next = here[(here.findIndex((each) => each.id === chosen?.id) + 1) % Math.max(here.length, 1)];
      if (!next) return "Nothing is coded here.";
      acts.choose(next.id);
      return `${head.index.byId.get(next.codeId)?.name ?? "A code"}; ${here.length} here`;
    },
    here: () => {
      const told = more.here?.();
      if (typeof told === "string") return told;
      return hereWords(text, turns, head.index, span?.start ?? at ?? 0, here, chosen);
    },
    again: () => applyRecent(0),
    "in-vivo": () => acts.inVivo(),
    remove: () => (chosen ? acts.remove(chosen) : undefined),
    "end-earlier": toBoundary("end", -1),
    "end-later": toBoundary("end", 1),
    "start-earlier": toBoundary("start", -1),
    "start-later": toBoundary("start", 1),
    undo: () => acts.step("undo"),
    redo: () => acts.step("redo"),
  };
  const beside = (step: 1 | -1) => {
    const next = store.beside(chosen ?? at ?? 0, step);
    if (!next) return step === 1 ? "There is no coding further on." : "There is no coding before this one.";
    acts.goTo(next);
  };

  const whyNot = (name: CommandName): string | null => {
    if (lock && CHANGES.has(name)) return lockWords(lock);
    if (NEEDS_CHOSEN.has(name) && !(name === "remove" ? chosen : meant)) {
      return here.length > 0
        ? "Choose a coding first: o goes through those at the caret."
        : "Choose a coding first: n goes to the next one.";
    }
    return name === "field" && !span ? "Select some words first: hold Shift and move the caret." : null;
  };
  const performNamed = (name: CommandName): void => {
    const reason = whyNot(name);
    if (reason) {
      acts.say(reason);
      return;
    }
    const answer = (own[name] ?? more[name])?.();
    if (typeof answer === "string") acts.say(answer);
  };
  const perform = (command: DeskCommand): void => {
    switch (command.kind) {
      case "caret":
      case "arrow":
        if (command.kind === "caret") caret.move(command.unit, command.step, command.extend);
        else caret.arrow(command.unit, command.side, command.extend);
        if (!command.extend) acts.choose(null);
        return;
      case "all":
        caret.place({ anchor: 0, focus: text.length }, { scroll: false });
        acts.say("The whole document is selected.");
        return;
      case "recent": {
        const reason = applyRecent(command.place);
        if (reason) acts.say(reason);
        return;
      }
      case "let-go":
        if (at !== null) caret.place({ anchor: at, focus: at }, { scroll: false });
        acts.choose(null);
        return;
      case "named":
        performNamed(command.name);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What floats over the text lies within it on the page but has keys of its own.
    if (event.target !== scroller.current || event.nativeEvent.isComposing) return;
    const command = commandOf(strokeOf(event), map, keys.singleKeys);
    if (!command || (command.kind === "named" && !own[command.name] && !more[command.name])) return;
    event.preventDefault();
    perform(command);
  };

  return { perform, onKeyDown };
}
