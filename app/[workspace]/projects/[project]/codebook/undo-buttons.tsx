"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useEffect } from "react";
import { Button } from "../../../../ui/button";
import { SaveState } from "../../../../ui/save-state";
import { Tooltip } from "../../../../ui/tooltip";
import styles from "./codebook.module.css";
import { undoWords } from "./undo-words";
import type { Codebook } from "./use-codebook";
import type { CodebookActs } from "./use-codebook-acts";

export interface UndoButtonsProps {
  codebook: Codebook;
  acts: CodebookActs;
}

export function UndoButtons({ codebook, acts }: UndoButtonsProps) {
  const { book, index, saving, problem } = codebook;
  const nameOf = (codeId: string) => index.byId.get(codeId)?.name;
  const undo = undoWords(book.undo, nameOf);
  const redo = undoWords(book.redo, nameOf);
  const state = saving ? "saving" : problem ? "failed" : "saved";
  const words = { saving: "Saving…", failed: `Not saved: ${problem ?? ""}`, saved: "Saved" }[state];

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea");
      if (typing || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      if (event.shiftKey ? redo : undo) void (event.shiftKey ? acts.redo() : acts.undo());
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo, redo, acts]);

  return (
    <div className={styles.tools}>
      <SaveState state={state} words={words} />
      <Tooltip text={undo ? `Undo ${undo}` : "Nothing to undo here"} keys="Ctrl+Z" placement="bottom">
        <Button
          size="small"
          icon={<Undo2 aria-hidden />}
          aria-label={undo ? `Undo ${undo}` : "Undo"}
          disabled={!undo || saving}
          onPress={() => void acts.undo()}
        >
          Undo
        </Button>
      </Tooltip>
      <Tooltip text={redo ? `Redo: ${redo}` : "Nothing to redo here"} keys="Ctrl+Shift+Z" placement="bottom">
        <Button
          size="small"
          icon={<Redo2 aria-hidden />}
          aria-label={redo ? `Redo ${redo}` : "Redo"}
          disabled={!redo || saving}
          onPress={() => void acts.redo()}
        >
          Redo
        </Button>
      </Tooltip>
    </div>
  );
}
