"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useEffect } from "react";
import { Button } from "../../../../ui/button";
import { SaveState } from "../../../../ui/save-state";
import styles from "./attributes.module.css";
import type { GridEdits } from "./use-grid-edits";

/** What was done on this visit, taken back and done again; what was done elsewhere is undone there. */
export function GridTools({ edits }: { edits: GridEdits }) {
  const { steps, saving, problem, undo, redo } = edits;
  const state = saving ? "saving" : problem ? "failed" : "saved";
  const words = { saving: "Saving…", failed: `Not saved: ${problem ?? ""}`, saved: "Saved" }[state];
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [role=dialog]");
      if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const letter = event.key.toLowerCase();
      const again = letter === "y" || (letter === "z" && event.shiftKey);
      if (letter !== "z" && letter !== "y") return;
      event.preventDefault();
      if (again ? steps.undone > 0 : steps.done > 0) void (again ? redo() : undo());
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [steps, undo, redo]);
  return (
    <div className={styles.tools}>
      <Button
        size="small"
        icon={<Undo2 aria-hidden />}
        disabled={steps.done === 0 || saving}
        onPress={() => void undo()}
      >
        Undo
      </Button>
      <Button
        size="small"
        icon={<Redo2 aria-hidden />}
        disabled={steps.undone === 0 || saving}
        onPress={() => void redo()}
      >
        Redo
      </Button>
      <SaveState state={state} words={words} />
    </div>
  );
}
