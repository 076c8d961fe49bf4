"use client";

import { type Ref, useEffect, useRef, useState } from "react";
import { TextField } from "../../../../ui/text-field";

export interface SavedFieldProps {
  label: string;
  hint?: string;
  value: string;
  version: number;
  /** Resolves with null, or with the sentence that says why it was not saved. */
  onSave: (value: string, seen: number) => Promise<string | null>;
  multiline?: boolean;
  rows?: number;
  required?: boolean;
  maxLength: number;
  inputRef?: Ref<HTMLInputElement>;
}

interface Draft {
  readonly value: string;
  /** The version on the screen when it was begun. */
  readonly seen: number;
}

const PAUSE_MS = 900;

/** Saves after a pause and when it is left. What was refused stays in the field, beside the reason. */
export function SavedField({ value, version, onSave, required, hint, ...rest }: SavedFieldProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef({ draft, value, onSave });
  latest.current = { draft, value, onSave };

  const save = useRef(async () => {
    const { draft: now, value: saved, onSave: send } = latest.current;
    if (!now) return;
    const refusedEmpty = required && now.value.trim() === "";
    if (refusedEmpty) return setDraft(null);
    if (now.value === saved) return setDraft(null);
    latest.current.draft = null;
    setDraft(null);
    const refused = await send(now.value, now.seen);
    setProblem(refused);
    if (refused !== null) setDraft((next) => next ?? now);
  }).current;

  useEffect(() => {
    if (!draft || problem !== null) return;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, problem, save]);

  // Another code may be chosen, or the page left, before the pause is over.
  useEffect(() => () => void save(), [save]);

  return (
    <TextField
      {...rest}
      hint={problem ? `It now reads: “${value}”. Go on typing to replace it, or press Escape to keep it.` : hint}
      error={problem}
      required={required}
      value={draft?.value ?? value}
      onChange={(next) => {
        // After a refusal the writer knows what is there now: the next save is meant for it.
        setDraft((before) => ({ value: next, seen: problem === null ? (before?.seen ?? version) : version }));
        setProblem(null);
      }}
      onBlur={() => {
        if (problem === null) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !rest.multiline) {
          event.preventDefault();
          void save();
        } else if (event.key === "Escape") {
          setDraft(null);
          setProblem(null);
        }
      }}
    />
  );
}
