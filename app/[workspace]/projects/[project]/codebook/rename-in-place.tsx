"use client";

import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { BookCode } from "./code-changes";
import styles from "./codebook.module.css";
import type { CodebookActs } from "./use-codebook-acts";

export interface RenameInPlaceProps {
  /** What the tree stands in; the field is laid over the row in it. */
  box: RefObject<HTMLElement | null>;
  code: BookCode | null;
  acts: CodebookActs;
  onClose: () => void;
}

/** Over the tree, not in it: a tree takes letters and spaces for its own type-ahead. */
export function RenameInPlace({ box, code, acts, onClose }: RenameInPlaceProps) {
  const field = useRef<HTMLInputElement>(null);
  const back = useRef<Element | null>(null);
  const closed = useRef(false);
  const [place, setPlace] = useState<CSSProperties>({});
  const [name, setName] = useState(code?.name ?? "");

  useLayoutEffect(() => {
    back.current = document.activeElement;
    const row = box.current?.querySelector(`[data-key="${code?.id ?? ""}"]`);
    const words = row?.querySelector("[data-code-name]");
    if (!box.current || !row || !words) return onClose();
    const outer = box.current.getBoundingClientRect();
    const inner = row.getBoundingClientRect();
    const left = words.getBoundingClientRect().left - outer.left - 7;
    setPlace({ top: inner.top - outer.top, left, width: outer.width - left - 12, height: inner.height });
    field.current?.focus();
    field.current?.select();
  }, [box, code?.id, onClose]);

  const close = (keep: boolean) => {
    // Giving the focus back is leaving the field: what Enter has kept is not kept twice.
    if (closed.current) return;
    closed.current = true;
    const typed = name.trim();
    if (keep && code && typed !== "" && typed !== code.name) void acts.reword(code.id, { name: typed }, code.version);
    if (back.current instanceof HTMLElement) back.current.focus();
    onClose();
  };

  return (
    <input
      ref={field}
      className={styles.rename}
      style={place}
      aria-label={`New name of ${code?.name ?? "the code"}`}
      value={name}
      maxLength={200}
      autoComplete="off"
      onChange={(event) => setName(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        if (event.key === "Enter") close(true);
        if (event.key === "Escape") close(false);
      }}
    />
  );
}
