"use client";

import { type FocusEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/ui/button";
import { Kbd } from "@/app/ui/kbd";
import { Select } from "@/app/ui/select";
import { TextField } from "@/app/ui/text-field";
import styles from "./correct.module.css";

/** A label that no speaker has, for turns without one. */
const NOBODY = "\u0000";

export interface TurnFieldProps {
  number: number;
  words: string;
  label: string | null;
  /** The document's speakers as it labels them. */
  labels: readonly (string | null)[];
  nameOf: (label: string | null) => string;
  original: { readonly words: string; readonly label: string | null };
  /** What was typed is kept; `close` says whether the person is done with this turn. */
  /** What is typed, a moment later: the field stays open. */
  onDraft: (words: string, label: string | null) => void;
  onKeep: (words: string, label: string | null, close: boolean) => void;
}

const DRAFT_MS = 300;

/** One turn as a field. Whatever is typed is kept when the field is left, however it is left. */
export function TurnField({ number, words, label, labels, nameOf, original, onDraft, onKeep }: TurnFieldProps) {
  const [draft, setDraft] = useState(words);
  const [speaker, setSpeaker] = useState(label);
  const field = useRef<HTMLDivElement>(null);
  const tell = useRef(onDraft);
  tell.current = onDraft;
  useEffect(() => {
    const timer = setTimeout(() => tell.current(draft, speaker), DRAFT_MS);
    return () => clearTimeout(timer);
  }, [draft, speaker]);
  const lines = draft.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 68)), 0);
  const leave = (event: FocusEvent) => {
    // A list that floats above belongs to the field, but stands elsewhere on the page.
    if (field.current?.contains(event.relatedTarget) || event.relatedTarget === null) return;
    onKeep(draft, speaker, false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what its fields report.
    <div
      ref={field}
      className={styles.field}
      onBlur={leave}
      onKeyDown={(event) => {
        const done = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
        if (!done || event.defaultPrevented) return;
        event.preventDefault();
        onKeep(draft, speaker, true);
      }}
    >
      {labels.length > 1 ? (
        <div className={styles.who}>
          <Select
            label={`Speaker of turn ${number}`}
            size="small"
            options={labels.map((each) => ({ id: each ?? NOBODY, label: nameOf(each) }))}
            value={speaker ?? NOBODY}
            onChange={(id) => setSpeaker(id === NOBODY ? null : id)}
          />
        </div>
      ) : null}
      <TextField
        label={`Words of turn ${number}`}
        hideLabel
        multiline
        autoFocus
        rows={Math.min(24, lines + 1)}
        value={draft}
        onChange={setDraft}
        hint="Without any words the turn is taken out."
      />
      <div className={styles.fieldActions}>
        <Button size="small" variant="primary" onPress={() => onKeep(draft, speaker, true)}>
          Done
        </Button>
        <Button
          size="small"
          disabled={draft === original.words && speaker === original.label}
          onPress={() => {
            setDraft(original.words);
            setSpeaker(original.label);
          }}
        >
          Put back as it was
        </Button>
        <span className={styles.soft}>
          <Kbd keys="Ctrl+Enter" /> or <Kbd keys="Escape" /> keeps it and closes
        </span>
      </div>
    </div>
  );
}
