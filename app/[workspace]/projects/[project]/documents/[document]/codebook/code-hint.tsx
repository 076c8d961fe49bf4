"use client";

import { type CSSProperties, type RefObject, useEffect, useRef, useState } from "react";
import type { DeskCode } from "../saving/desk-session";
import styles from "./codebook-pane.module.css";

export interface CodeHintProps {
  /** What the rows stand in. */
  box: RefObject<HTMLElement | null>;
  codeOf: (id: string) => DeskCode | undefined;
  /** Whose meaning stands on the page anyway. */
  shown: string | null;
}

const PAUSE_MS = 700;
const GRACE_MS = 200;
const WIDTH = 288;

/** What a code means, beside its row, when a pointer or the focus rests on it. Escape takes it away. */
export function CodeHint({ box, codeOf, shown }: CodeHintProps) {
  const [hint, setHint] = useState<{ code: DeskCode; row: HTMLElement } | null>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ codeOf, shown });
  latest.current = { codeOf, shown };

  useEffect(() => {
    const list = box.current;
    if (!list) return;
    let at: Element | null = null;
    const rowOf = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>("[data-code]") : null;
    const soon = (row: HTMLElement | null) => {
      if (row === at) return;
      at = row;
      clearTimeout(timer.current);
      if (!row) {
        timer.current = setTimeout(() => setHint(null), GRACE_MS);
        return;
      }
      setHint(null);
      timer.current = setTimeout(() => {
        const code = latest.current.codeOf(row.dataset.code ?? "");
        const says = code && (code.definition || code.useWhen || code.useNot) !== "";
        if (code && says && code.id !== latest.current.shown && row.isConnected) setHint({ code, row });
      }, PAUSE_MS);
    };
    const away = () => {
      clearTimeout(timer.current);
      at = null;
      setHint(null);
    };
    const onOver = (event: PointerEvent) => {
      if (event.pointerType !== "touch" && event.buttons === 0) soon(rowOf(event.target));
    };
    const onLeave = () => soon(null);
    const onFocus = (event: FocusEvent) => {
      const row = rowOf(event.target);
      if (row?.matches(":focus-visible")) soon(row);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") away();
    };
    list.addEventListener("pointerover", onOver);
    list.addEventListener("pointerleave", onLeave);
    list.addEventListener("pointerdown", away);
    list.addEventListener("focusin", onFocus);
    list.addEventListener("focusout", away);
    list.addEventListener("scroll", away, { passive: true });
    list.addEventListener("dragstart", away);
    document.addEventListener("keydown", onKey);
    return () => {
      away();
      list.removeEventListener("pointerover", onOver);
      list.removeEventListener("pointerleave", onLeave);
      list.removeEventListener("pointerdown", away);
      list.removeEventListener("focusin", onFocus);
      list.removeEventListener("focusout", away);
      list.removeEventListener("scroll", away);
      list.removeEventListener("dragstart", away);
      document.removeEventListener("keydown", onKey);
    };
  }, [box]);

  useEffect(() => {
    if (!hint) return;
    const { row } = hint;
    bubble.current?.showPopover();
    row.setAttribute("aria-describedby", "code-hint");
    return () => row.removeAttribute("aria-describedby");
  }, [hint]);

  if (!hint) return null;
  const { code, row } = hint;
  return (
    // In the top layer, which no pane cuts off.
    <div
      ref={bubble}
      id="code-hint"
      role="tooltip"
      popover="manual"
      className={styles.bubble}
      style={placeBeside(row)}
      onPointerEnter={() => clearTimeout(timer.current)}
      onPointerLeave={() => setHint(null)}
    >
      {code.definition ? <p>{code.definition}</p> : null}
      {code.useWhen ? (
        <p>
          <b>Use when</b> {code.useWhen}
        </p>
      ) : null}
      {code.useNot ? (
        <p>
          <b>Not when</b> {code.useNot}
        </p>
      ) : null}
    </div>
  );
}

/** To the left of the pane, where the text's margin is; where there is no room, below the row. */
function placeBeside(row: HTMLElement): CSSProperties {
  const { left, top, bottom } = row.getBoundingClientRect();
  if (left < WIDTH + 24) return { insetInlineStart: Math.max(8, left), insetBlockStart: bottom + 2 };
  return { insetInlineStart: left - WIDTH - 4, insetBlockStart: Math.min(top, window.innerHeight - 160) };
}
