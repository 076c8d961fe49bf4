"use client";

import { CircleHelp, Redo2, Undo2 } from "lucide-react";
import { memo, useSyncExternalStore } from "react";
import { Button } from "@/app/ui/button";
import { SaveState } from "@/app/ui/save-state";
import type { ActQueue } from "./act-queue";
import styles from "./desk-screen.module.css";
import { queueWords, stepWords } from "./desk-sentences";
import type { DeskHead as Head } from "./desk-session";

export interface DeskHeadProps {
  title: string;
  head: Head;
  queue: ActQueue;
  /** Codings, or memos at least, can be changed here: then it says whether they are saved. */
  canSave: boolean;
  canUndo: boolean;
  canSubmit: boolean;
  onStep: (direction: "undo" | "redo") => void;
  onKeys: () => void;
  onSubmit: () => void;
}

/** Above the panes: which document, whether it is saved, the way back, and the end of the work. */
export const DeskHead = memo(function DeskHead({
  title,
  head,
  queue,
  canSave,
  canUndo,
  canSubmit,
  onStep,
  onKeys,
  onSubmit,
}: DeskHeadProps) {
  const state = useSyncExternalStore(queue.subscribe, queue.getState, queue.getState);
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
      </div>
      {canSave || state.kind !== "saved" ? (
        <SaveState
          state={state.kind}
          words={queueWords(state)}
          action={
            state.kind === "waiting" ? (
              <Button size="small" onPress={queue.tryNow}>
                Try now
              </Button>
            ) : null
          }
        />
      ) : null}
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
      <Button size="small" variant="quiet" icon={<CircleHelp aria-hidden />} aria-label="Keys" onPress={onKeys} />
      {canSubmit ? (
        <Button size="small" variant="primary" onPress={onSubmit}>
          Submit this document
        </Button>
      ) : null}
    </header>
  );
});
