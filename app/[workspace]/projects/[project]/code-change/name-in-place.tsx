"use client";

import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from "react";
import styles from "./code-change.module.css";

export interface NameInPlaceProps {
  /** What scrolls the tree, and where this field is laid over a row. */
  box: RefObject<HTMLElement | null>;
  /** Finds the row in it, and within the row the place of the name. */
  row: string;
  label: string;
  name: string;
  /** Why this name will not do; null if it will. */
  problem: (name: string) => string | null;
  onKeep: (name: string) => void;
  onClose: () => void;
}

/** Over the tree, not in it: a tree takes letters and spaces for its own type-ahead. Enter keeps, Escape does not. */
export function NameInPlace({ box, row, label, name, problem, onKeep, onClose }: NameInPlaceProps) {
  const field = useRef<HTMLInputElement>(null);
  const back = useRef<Element | null>(null);
  const closed = useRef(false);
  const [place, setPlace] = useState<CSSProperties>({});
  const [words, setWords] = useState(name);
  const whole = words.replace(/\s+/g, " ").trim();
  const wrong = whole === "" || whole === name ? null : problem(whole);

  useLayoutEffect(() => {
    back.current ??= document.activeElement;
    const line = box.current?.querySelector<HTMLElement>(row);
    if (!box.current || !line) return onClose();
    line.scrollIntoView({ block: "nearest" });
    const outer = box.current.getBoundingClientRect();
    const inner = line.getBoundingClientRect();
    const left = (line.querySelector("[data-code-name]") ?? line).getBoundingClientRect().left - outer.left - 7;
    const top = inner.top - outer.top + box.current.scrollTop;
    setPlace({
      insetBlockStart: top,
      insetInlineStart: left,
      inlineSize: outer.width - left - 12,
      minBlockSize: inner.height,
    });
    field.current?.focus();
    field.current?.select();
  }, [box, row, onClose]);

  const close = (keep: boolean, byKey: boolean) => {
    // Giving the focus back is leaving the field: what Enter has kept is not kept twice.
    if (closed.current) return;
    closed.current = true;
    if (keep && whole !== "" && whole !== name && !wrong) onKeep(whole);
    if (byKey && back.current instanceof HTMLElement) back.current.focus();
    onClose();
  };

  return (
    <div className={styles.place} style={place}>
      <input
        ref={field}
        className={styles.name}
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? "name-in-place-problem" : undefined}
        value={words}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
        onBlur={() => close(true, false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter" && !wrong) close(true, true);
          if (event.key === "Escape") close(false, true);
        }}
      />
      {wrong ? (
        <p id="name-in-place-problem" role="alert" className={styles.wrong}>
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
