"use client";

import { Redo2, Undo2 } from "lucide-react";
import { memo, type ReactNode } from "react";
import { Button } from "@/app/ui/button";
import type { Span } from "@/lib/text/span";
import styles from "./desk-screen.module.css";
import { stepWords } from "./keys/desk-sentences";
import type { DeskSession, DeskHead as Head } from "./saving/desk-session";
import { SaveStatus } from "./saving/save-status";

export interface DeskHeadProps {
  title: string;
  head: Head;
  session: DeskSession;
  /** Codings, or memos at least, can be changed here: then it says whether they are saved. */
  canSave: boolean;
  canUndo: boolean;
  canSubmit: boolean;
  onStep: (direction: "undo" | "redo") => void;
  onShow: (span: Span) => void;
  onSubmit: () => void;
  /** How much of the document is coded. */
  progress: ReactNode;
  /** How the text looks. */
  view: ReactNode;
}

/** Above the panes: which document, whether it is saved, the way back, and the end of the work. */
export const DeskHead = memo(function DeskHead({
  title,
  head,
  session,
  canSave,
  canUndo,
  canSubmit,
  onStep,
  onShow,
  onSubmit,
  progress,
  view,
}: DeskHeadProps) {
  const { round, undo, redo, index } = head;
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>{title}</h1>
        {round ? (
          <span className={styles.round}>
            {round.name}
            {round.openCodebook ? " · open codebook, not blind" : ""}
          </span>
        ) : null}
        <span className={styles.round}>{progress}</span>
      </div>
      <SaveStatus session={session} canSave={canSave} onShow={onShow} />
      {canUndo ? (
        <div className={styles.steps}>
          <Button
            size="small"
            variant="quiet"
            icon={<Undo2 aria-hidden />}
            disabled={undo === null}
            onPress={() => onStep("undo")}
          >
            <span className={styles.step}>{stepWords("Undo", undo, index)}</span>
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={<Redo2 aria-hidden />}
            aria-label={stepWords("Redo", redo, index)}
            disabled={redo === null}
            onPress={() => onStep("redo")}
          />
        </div>
      ) : null}
      {view}
      {canSubmit ? (
        <Button size="small" variant="primary" onPress={onSubmit}>
          Submit this document
        </Button>
      ) : null}
    </header>
  );
});
