"use client";

import { type RefObject, useEffect, useState } from "react";
import { type CodeIndex, codePath } from "@/lib/codebook/tree";
import { Button } from "../../../../ui/button";
import { TextField } from "../../../../ui/text-field";
import styles from "./codebook.module.css";
import { outlineOf } from "./outline";
import type { CodebookActs } from "./use-codebook-acts";

export interface QuickAddProps {
  index: CodeIndex;
  acts: CodebookActs;
  /** Where the next code goes; null makes it a theme. */
  parentId: string | null;
  onParent: (parentId: string | null) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
}

/** A field that is never left while a tree is typed in: Enter adds, Shift+Enter goes down, Backspace goes up. */
export function QuickAdd({ index, acts, parentId, onParent, fieldRef }: QuickAddProps) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const path = parentId === null ? null : codePath(index, parentId).join(" › ");

  const add = async (goDown: boolean) => {
    const typed = name.trim();
    if (typed === "") return;
    setProblem(null);
    setName("");
    const { codeId, done } = acts.add(parentId, typed);
    if (goDown) onParent(codeId);
    const refused = await done;
    if (refused === null) return;
    setProblem(refused);
    // What was typed comes back, unless the next name is being typed already.
    setName((next) => (next === "" ? typed : next));
    if (goDown) onParent(parentId);
  };

  useEffect(() => {
    const field = fieldRef.current;
    const onPaste = (event: ClipboardEvent) => {
      const lines = outlineOf(event.clipboardData?.getData("text/plain") ?? "");
      if (lines.length < 2) return;
      event.preventDefault();
      setProblem(null);
      void acts.addOutline(parentId, lines).then(setProblem);
    };
    field?.addEventListener("paste", onPaste);
    return () => field?.removeEventListener("paste", onPaste);
  }, [fieldRef, acts, parentId]);

  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add(false);
      }}
    >
      <div className={styles.addLine}>
        <TextField
          label={path === null ? "New theme" : "New sub-theme"}
          inputRef={fieldRef}
          value={name}
          onChange={setName}
          error={problem}
          maxLength={200}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === "Enter" && event.shiftKey) {
              event.preventDefault();
              void add(true);
            } else if (event.key === "Backspace" && name === "" && parentId !== null) {
              event.preventDefault();
              onParent(index.byId.get(parentId)?.parentId ?? null);
            }
          }}
        />
        <Button type="submit" disabled={name.trim() === ""}>
          Add
        </Button>
      </div>
      <p className={styles.where}>
        {path === null ? (
          "At the top level. Shift+Enter adds it and goes on below it."
        ) : (
          <>
            Below {path}.{" "}
            <Button size="small" variant="quiet" onPress={() => onParent(null)}>
              Add a theme instead
            </Button>
          </>
        )}
      </p>
    </form>
  );
}
