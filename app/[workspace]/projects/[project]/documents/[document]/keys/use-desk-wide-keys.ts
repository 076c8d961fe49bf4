"use client";

import { type RefObject, useEffect } from "react";

/** What undo must leave alone: there Ctrl+Z takes back what was typed. */
const TYPING = "input, textarea, select, [contenteditable]";
const OVERLAY = "[role=dialog], [role=alertdialog], [role=menu]";
const REACHABLE = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';

interface WideKeys {
  readonly step: (direction: "undo" | "redo") => void;
  readonly focusText: () => void;
}

/** The head, the panes in their order, and the line below: each a stop of F6. */
function stopsOf(desk: HTMLElement): HTMLElement[] {
  return [...desk.querySelectorAll<HTMLElement>(":scope > header, section[aria-label], [data-stop]")].filter(
    (each) => each.parentElement?.closest("section[aria-label]") === null && each.getClientRects().length > 0,
  );
}

/**
 * Keys of the whole desk: undo and redo, and F6 from pane to pane, where each pane keeps the place the focus had in it.
 * The focus is never lost: when what had it leaves the page, the text has it.
 */
export function useDeskWideKeys(desk: RefObject<HTMLElement | null>, { step, focusText }: WideKeys): void {
  useEffect(() => {
    const places = new WeakMap<HTMLElement, HTMLElement>();
    let last: Element | null = null;
    const stopAt = (element: Element | null) =>
      stopsOf(desk.current ?? document.body).find((stop) => stop.contains(element));

    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      const stop = stopAt(target);
      if (stop) places.set(stop, target);
    };
    const toStop = (by: 1 | -1) => {
      if (!desk.current) return;
      const stops = stopsOf(desk.current);
      const from = stops.findIndex((stop) => stop.contains(document.activeElement));
      for (let i = 1; i <= stops.length; i++) {
        const stop = stops[(Math.max(from, by === 1 ? -1 : 0) + by * i + stops.length * 2) % stops.length];
        const known = stop && places.get(stop);
        const target = known?.isConnected ? known : stop?.querySelector<HTMLElement>(REACHABLE);
        if (!target) continue;
        target.focus({ preventScroll: true });
        if (document.activeElement === target) return;
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const { target } = event;
      if (target instanceof Element && target.closest(OVERLAY)) return;
      if (event.key === "F6" && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        toStop(event.shiftKey ? -1 : 1);
      }
      if (!(event.ctrlKey || event.metaKey) || (target instanceof Element && target.closest(TYPING))) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      step(key === "y" || event.shiftKey ? "redo" : "undo");
    };
    let frame = 0;
    const onActed = () => {
      cancelAnimationFrame(frame);
      // After what the act renders: a frame for it to begin, one for it to stand.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          const { activeElement } = document;
          const lost = last !== null && (!last.isConnected || last.matches(":disabled"));
          if (lost && (activeElement === null || activeElement === document.body || activeElement === last))
            focusText();
        });
      });
    };

    document.addEventListener("focusin", onFocusIn);
    window.addEventListener("keydown", onKey);
    window.addEventListener("keyup", onActed);
    window.addEventListener("click", onActed);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("focusin", onFocusIn);
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("keyup", onActed);
      window.removeEventListener("click", onActed);
    };
  }, [desk, step, focusText]);
}
