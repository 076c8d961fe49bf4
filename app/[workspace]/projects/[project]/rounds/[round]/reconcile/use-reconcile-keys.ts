"use client";

import { useEffect, useRef } from "react";

export interface ReconcileKeys {
  /** 0 for the first coder's side, and so on. */
  readonly side: (index: number) => void;
  readonly both: () => void;
  readonly neither: () => void;
  readonly reason: () => void;
  readonly step: (step: 1 | -1) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly help: () => void;
}

/** Where single keys mean letters, or the widget's own moves. */
const TYPING = "input, textarea, select, [contenteditable], [role='dialog'], [role='alertdialog'], [role='listbox']";

export function useReconcileKeys(keys: ReconcileKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      const done = handle(latest.current, event);
      if (done) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function handle(keys: ReconcileKeys, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key !== "z" && key !== "y") return false;
    if (key === "y" || event.shiftKey) keys.redo();
    else keys.undo();
    return true;
  }
  if (/^[1-9]$/.test(key)) keys.side(Number(key) - 1);
  else if (key === "b") keys.both();
  else if (key === "n") keys.neither();
  else if (key === "r") keys.reason();
  else if (key === "j") keys.step(1);
  else if (key === "k") keys.step(-1);
  else if (key === "u" && event.shiftKey) keys.redo();
  else if (key === "u") keys.undo();
  else if (key === "?") keys.help();
  else return false;
  return true;
}
