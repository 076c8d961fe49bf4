"use client";

import { memo } from "react";
import { classes } from "@/app/ui/classes";
import { wordChanges } from "@/lib/text/word-changes";
import styles from "./correct.module.css";
import { type CorrectedTurn, markedPieces, type TurnEdit } from "./corrections";
import { MarkedWords } from "./marked-words";
import { TurnField } from "./turn-field";

export interface TurnRowProps {
  index: number;
  turn: CorrectedTurn;
  words: string;
  edit: TurnEdit | undefined;
  open: boolean;
  /** The one that Tab comes to. */
  current: boolean;
  labels: readonly (string | null)[];
  nameOf: (label: string | null) => string;
  onOpen: (index: number) => void;
  onEdit: (index: number, words: string, label: string | null) => void;
  onKeep: (index: number, words: string, label: string | null, close: boolean) => void;
}

/** One turn: its words as a button that opens them; what was corrected is marked in place. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { index, turn, words, edit, open, current, labels, nameOf, onOpen, onEdit, onKeep } = props;
  const now = edit?.words ?? words;
  const label = edit?.label === undefined ? turn.label : edit.label;
  return (
    <li className={classes(styles.turn, edit && styles.corrected)}>
      <span className={styles.margin}>
        {label === turn.label ? null : <del className={styles.out}>{nameOf(turn.label)}</del>}
        <span className={classes(styles.speaker, label !== turn.label && styles.in)}>{nameOf(label)}</span>
        <span>{index + 1}</span>
        {edit ? <span className={styles.badge}>corrected</span> : null}
      </span>
      {open ? (
        <TurnField
          number={index + 1}
          words={now}
          label={label}
          labels={labels}
          nameOf={nameOf}
          original={{ words, label: turn.label }}
          onDraft={(draft, draftLabel) => onEdit(index, draft, draftLabel)}
          onKeep={(kept, keptLabel, close) => onKeep(index, kept, keptLabel, close)}
        />
      ) : (
        <button
          type="button"
          className={styles.words}
          data-turn={index}
          tabIndex={current ? 0 : -1}
          onClick={() => onOpen(index)}
        >
          {edit?.words === undefined ? words : <Marked before={words} after={edit.words} />}
        </button>
      )}
    </li>
  );
});

function Marked({ before, after }: { before: string; after: string }) {
  const changes = wordChanges(before, after) ?? [{ from: 0, to: before.length, insert: after }];
  return <MarkedWords pieces={markedPieces(before, changes)} />;
}
