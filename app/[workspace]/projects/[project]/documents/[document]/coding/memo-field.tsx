"use client";

import { type Ref, useEffect, useId, useRef, useState } from "react";
import { MemoClash } from "../saving/memo-clash";
import styles from "./memo-field.module.css";

export interface MemoFieldProps {
  words: string;
  readOnly: boolean;
  onSave: (words: string) => void;
  /** What the memo is on, where several fields stand together; else the field is called “Memo”. */
  label?: string;
  placeholder?: string;
  rows?: number;
  areaRef?: Ref<HTMLTextAreaElement>;
}

const PAUSE_MS = 1500;
const OWN_CODING = "A thought about this coding; nobody else sees it before the reveal.";

/** Saved when the hand rests or the focus leaves; what is being typed is never replaced by what comes from elsewhere. */
export function MemoField(props: MemoFieldProps) {
  const { words, readOnly, onSave, label = "Memo", placeholder = OWN_CODING, rows = 4, areaRef } = props;
  const [draft, setDraft] = useState<string | null>(null);
  /** What stood there when the typing began. */
  const [begun, setBegun] = useState(words);
  const clash = draft !== null && words !== begun && words !== draft;
  const latest = useRef({ draft, words, clash, onSave });
  latest.current = { draft, words, clash, onSave };
  const id = useId();

  const save = () => {
    const now = latest.current;
    if (now.draft === null) return;
    // Two texts and nobody who has chosen: both are kept.
    if (now.clash) now.onSave(`${now.words}\n\n${now.draft}`);
    else if (now.draft !== now.words) now.onSave(now.draft);
    latest.current = { ...now, draft: null };
    setDraft(null);
  };
  const saveLatest = useRef(save);
  saveLatest.current = save;

  useEffect(() => {
    if (draft === null || clash) return;
    const timer = setTimeout(() => saveLatest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, clash]);
  // Choosing another coding takes this field away: what stands in it is saved first.
  useEffect(() => () => saveLatest.current(), []);

  return (
    <div className={styles.memo}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={areaRef}
        id={id}
        rows={rows}
        maxLength={20_000}
        readOnly={readOnly}
        value={draft ?? words}
        placeholder={readOnly ? "No memo was written." : placeholder}
        onChange={(event) => {
          if (draft === null) setBegun(words);
          setDraft(event.target.value);
        }}
        onBlur={clash ? undefined : save}
      />
      {clash ? (
        <MemoClash
          words={words}
          onMine={() => {
            onSave(draft);
            setDraft(null);
          }}
          onOther={() => setDraft(null)}
        />
      ) : (
        <span className={styles.state}>
          {draft === null ? (words === "" ? "" : "This memo is kept.") : "Not yet saved: saved when you pause."}
        </span>
      )}
    </div>
  );
}
