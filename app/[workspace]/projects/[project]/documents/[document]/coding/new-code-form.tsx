"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/ui/button";
import { type CodeIndex, treeOrder } from "@/lib/codebook/tree";
import styles from "./coding-bar.module.css";

export interface NewCodeFormProps {
  name: string;
  index: CodeIndex;
  kind: "codebook" | "proposal";
  onAdd: (name: string, parentId: string | null) => void;
  onCancel: () => void;
}

const NOTES = {
  proposal: "Your proposal: nobody else sees this code until the round is revealed.",
  codebook: "It goes into the codebook of the project.",
};

export function NewCodeForm({ name, index, kind, onAdd, onCancel }: NewCodeFormProps) {
  const [words, setWords] = useState(name);
  const [parentId, setParentId] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const whole = words.replace(/\s+/g, " ").trim();
  const taken = (index.children.get(parentId || null) ?? []).some(
    (code) => code.name.toLowerCase() === whole.toLowerCase(),
  );
  return (
    <form
      className={styles.form}
      aria-label="New code"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole !== "" && !taken) onAdd(whole, parentId || null);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label>
        Name of the new code
        <input ref={field} value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} />
      </label>
      <label>
        Below
        <select value={parentId} onChange={(event) => setParentId(event.target.value)}>
          <option value="">nothing: a theme of its own</option>
          {treeOrder(index)
            .filter(({ code }) => !code.retired)
            .map(({ code, depth }) => (
              <option key={code.id} value={code.id}>
                {" ".repeat(depth)}
                {code.name}
              </option>
            ))}
        </select>
      </label>
      <p className={styles.note}>{taken ? "There is a code with this name here already." : NOTES[kind]}</p>
      <div className={styles.buttons}>
        <Button size="small" onPress={onCancel}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" disabled={whole === "" || taken}>
          Add and apply
        </Button>
      </div>
    </form>
  );
}
