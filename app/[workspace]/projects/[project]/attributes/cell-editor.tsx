"use client";

import { type KeyboardEvent, useId, useRef } from "react";
import styles from "./attributes.module.css";
import type { Cell } from "./grid-keys";
import type { Editing, RowHands } from "./grid-row";
import type { GridColumn } from "./table-scope";

export interface CellEditorProps {
  cell: Cell;
  label: string;
  column: GridColumn;
  editing: Editing;
  hands: RowHands;
}

const PLACEHOLDERS: Readonly<Record<string, string>> = { date: "YYYY-MM-DD", number: "a number" };

export function CellEditor({ cell, label, column, editing, hands }: CellEditorProps) {
  const problemId = useId();
  const { draft, problem } = editing;
  // What Enter, Tab and Escape did is not done again by the focus that leaves.
  const left = useRef(false);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation();
    const then = { Enter: "down", Tab: event.shiftKey ? "ArrowLeft" : "ArrowRight" } as const;
    if (event.key === "Escape") {
      event.preventDefault();
      left.current = true;
      hands.onCancel(cell);
    } else if ((event.key === "Enter" || event.key === "Tab") && !event.nativeEvent.isComposing) {
      event.preventDefault();
      hands.onFinish(cell, draft, then[event.key]);
    }
  };
  const shared = {
    "aria-label": label,
    "aria-invalid": problem !== null,
    "aria-describedby": problem ? problemId : undefined,
    className: styles.editor,
    value: draft,
    onKeyDown,
    onBlur: () => {
      if (!left.current) hands.onFinish(cell, draft, "stay");
    },
  };
  return (
    <>
      {column.kind === "choice" ? (
        <select {...shared} ref={focusAtOnce} onChange={(event) => hands.onDraft(event.target.value)}>
          {column.id === "kind" ? null : <option value="">Nothing</option>}
          {column.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          ref={focusAtOnce}
          type="text"
          placeholder={PLACEHOLDERS[column.kind]}
          autoComplete="off"
          spellCheck={column.kind === "text"}
          onChange={(event) => hands.onDraft(event.target.value)}
        />
      )}
      {problem ? (
        <span id={problemId} role="alert" className={styles.problem}>
          {problem}
        </span>
      ) : null}
    </>
  );
}

/** The caret stands behind what was typed on the cell, or behind what was there. */
function focusAtOnce(field: HTMLInputElement | HTMLSelectElement | null): void {
  field?.focus();
  if (field instanceof HTMLInputElement) field.setSelectionRange(field.value.length, field.value.length);
}
