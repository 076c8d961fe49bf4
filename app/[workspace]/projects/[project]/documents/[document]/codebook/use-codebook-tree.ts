"use client";

import { type KeyboardEvent, type MouseEvent, type RefObject, useMemo, useRef, useState } from "react";
import type { CodeIndex } from "@/lib/codebook/tree";
import { topmostCodes } from "../../../code-change/code-changes";
import type { CodebookRow } from "./codebook-rows";
import { type TreeKey, treeKey } from "./tree-keys";

export interface TreeGround {
  readonly box: RefObject<HTMLElement | null>;
  readonly index: CodeIndex;
  readonly rows: readonly CodebookRow[];
  /** Enter or a plain press on a code. */
  readonly onAct: (id: string) => void;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onMenu: (id: string) => void;
  /** What changes the codes: moving, renaming, adding, removing. */
  readonly onChangeKey: (key: TreeKey, id: string) => void;
  readonly onSay: (words: string) => void;
}

const NOTHING: ReadonlySet<string> = new Set();
const TYPED_WITHIN_MS = 700;

/** Which rows are chosen and which one the focus is at, and the keys and presses that change it. */
export function useCodebookTree(ground: TreeGround) {
  const { box, index, rows, onAct, onToggle, onMenu, onChangeKey, onSay } = ground;
  const [selected, setSelected] = useState(NOTHING);
  const [at, setAt] = useState<string | null>(null);
  const anchor = useRef<string | null>(null);
  const typed = useRef({ letters: "", when: 0 });
  const places = useMemo(() => new Map(rows.map((row, i) => [row.code.id, i])), [rows]);
  const current = at !== null && places.has(at) ? at : (rows[0]?.code.id ?? null);

  const focus = (id: string) => {
    setAt(id);
    box.current?.querySelector<HTMLElement>(`[data-code="${id}"]`)?.focus();
  };
  const choose = (id: string) => {
    anchor.current = id;
    setSelected(new Set([id]));
  };
  const toggle = (id: string) => {
    anchor.current = id;
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
    onSay(`${next.size} chosen`);
  };
  const chooseTo = (id: string) => {
    const from = places.get(anchor.current ?? current ?? id) ?? 0;
    const to = places.get(id) ?? from;
    anchor.current = rows[from]?.code.id ?? id;
    const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    setSelected(new Set(between.map((row) => row.code.id)));
    onSay(`${between.length} chosen`);
  };
  /** What an act on this row is about: all that is chosen, if the row is among it. */
  const meant = (id: string): string[] =>
    selected.size > 1 && selected.has(id) ? topmostCodes(index, selected) : [id];

  const find = (letter: string, from: number) => {
    const state = typed.current;
    const now = performance.now();
    state.letters = (now - state.when < TYPED_WITHIN_MS ? state.letters : "") + letter.toLowerCase();
    state.when = now;
    // A first letter goes on to the next; further ones may stay where they are.
    const first = from + (state.letters.length === 1 ? 1 : 0);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[(first + i) % rows.length];
      if (row?.code.name.toLowerCase().startsWith(state.letters)) return focus(row.code.id);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== "treeitem" || current === null) return;
    const key = treeKey(event);
    if (!key) return;
    const place = places.get(current) ?? 0;
    const row = rows[place];
    if (!row) return;
    // Escape with nothing to let go of belongs to whatever the desk does with it.
    if (key.kind === "let-go" && selected.size < 2) return;
    event.preventDefault();
    event.stopPropagation();
    switch (key.kind) {
      case "go": {
        const { step } = key;
        const to = step === "first" ? 0 : step === "last" ? rows.length - 1 : place + step;
        const id = rows[Math.max(0, Math.min(to, rows.length - 1))]?.code.id;
        if (!id) return;
        if (key.extend) chooseTo(id);
        return focus(id);
      }
      case "in":
        if (row.expanded === false) return onToggle(current, true);
        if (row.expanded) focus(rows[place + 1]?.code.id ?? current);
        return;
      case "out":
        if (row.expanded) return onToggle(current, false);
        if (row.code.parentId !== null && places.has(row.code.parentId)) focus(row.code.parentId);
        return;
      case "act":
        choose(current);
        return onAct(current);
      case "choose":
        return choose(current);
      case "toggle":
        return toggle(current);
      case "let-go":
        setSelected(NOTHING);
        return onSay("Nothing chosen");
      case "menu":
        return onMenu(current);
      case "letter":
        return find(key.letter, place);
      default:
        return onChangeKey(key, current);
    }
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>("[data-code]")?.dataset.code;
    if (!target || !id) return;
    setAt(id);
    if (target.closest("[data-more]")) return onMenu(id);
    if (target.closest("[data-chevron]")) return onToggle(id, rows[places.get(id) ?? -1]?.expanded === false);
    if (event.shiftKey) return chooseTo(id);
    if (event.ctrlKey || event.metaKey) return toggle(id);
    choose(id);
    onAct(id);
  };

  return {
    selected,
    current,
    focus,
    choose,
    meant,
    handlers: {
      onKeyDown,
      onClick,
      onFocus(event: { target: EventTarget }) {
        const id = event.target instanceof HTMLElement ? event.target.dataset.code : undefined;
        if (id) setAt(id);
      },
      onContextMenu(event: MouseEvent) {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-code]") : null;
        if (!row?.dataset.code) return;
        event.preventDefault();
        setAt(row.dataset.code);
        onMenu(row.dataset.code);
      },
    },
  };
}
