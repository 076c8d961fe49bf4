"use client";

import { type Ref, useEffect, useId, useRef, useState } from "react";
import styles from "./panes.module.css";

export interface MemoFieldProps {
  words: string;
  readOnly: boolean;
  onSave: (words: string) => void;
  areaRef: Ref<HTMLTextAreaElement>;
}

const PAUSE_MS = 1500;

/** Saved when the hand rests or the focus leaves; what is being typed is never replaced by what comes from elsewhere. */
export function MemoField({ words, readOnly, onSave, areaRef }: MemoFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, words, onSave });
  latest.current = { draft, words, onSave };
  const id = useId();

  const save = () => {
    const now = latest.current;
    if (now.draft === null) return;
    if (now.draft !== now.words) now.onSave(now.draft);
    latest.current = { ...now, draft: null };
    setDraft(null);
  };
  const saveLatest = useRef(save);
  saveLatest.current = save;

  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => saveLatest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  // Choosing another coding takes this field away: what stands in it is saved first.
  useEffect(() => () => saveLatest.current(), []);

  return (
    <div className={styles.memo}>
      <label htmlFor={id}>Memo</label>
      <textarea
        ref={areaRef}
        id={id}
        rows={4}
        maxLength={20_000}
        readOnly={readOnly}
        value={draft ?? words}
        placeholder={
          readOnly ? "No memo was written." : "A thought about this coding; nobody else sees it before the reveal."
        }
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
      />
      <span className={styles.hint}>
        {draft === null ? (words === "" ? "" : "This memo is kept.") : "Not yet saved: saved when you pause."}
      </span>
    </div>
  );
}
