"use client";

import { memo } from "react";
import { shownValue } from "@/lib/attributes/attribute-value";
import { classes } from "../../../../ui/classes";
import { speakerRoleWords } from "../people/speaker-role-words";
import styles from "./attributes.module.css";
import { CellEditor } from "./cell-editor";
import type { Cell } from "./grid-keys";
import type { GridColumn, GridRowData } from "./table-scope";
import { cellKey } from "./use-grid-edits";

export interface Editing {
  readonly column: number;
  readonly draft: string;
  readonly problem: string | null;
}

export interface RowHands {
  readonly onEdit: (cell: Cell) => void;
  readonly onDraft: (draft: string) => void;
  /** `then` says where to go from there: a key that moves, or nowhere. */
  readonly onFinish: (cell: Cell, draft: string, then: "down" | "ArrowRight" | "ArrowLeft" | "stay") => void;
  readonly onCancel: (cell: Cell) => void;
}

export interface GridRowProps {
  row: GridRowData;
  /** Its place on this page, from 1; `index` is its place in the whole table. */
  at: number;
  index: number;
  columns: readonly GridColumn[];
  leads: boolean;
  active: number | null;
  editing: Editing | null;
  ahead: ReadonlyMap<string, string | null>;
  hands: RowHands;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, at, index, columns, leads, active, editing, ahead, hands } = props;
  const role = row.role !== null && row.role !== "participant" ? speakerRoleWords(row.role) : null;
  const tab = (column: number) => (active === column ? 0 : -1);
  return (
    <tr aria-rowindex={index}>
      <th scope="row" data-cell={`${at},0`} tabIndex={tab(0)} className={styles.name}>
        <span className={styles.words} title={row.name}>
          {row.name}
          {role ? <span className={styles.role}> {role}</span> : null}
        </span>
      </th>
      {columns.map((column, i) => {
        const cell = { row: at, column: i + 1 };
        const key = cellKey(row.id, column.id);
        const value = ahead.has(key) ? (ahead.get(key) ?? null) : (row.values[i] ?? null);
        const open = editing?.column === i + 1 ? editing : null;
        const shown = shownValue(column, value);
        return (
          <td
            key={column.id}
            data-cell={`${at},${i + 1}`}
            tabIndex={tab(i + 1)}
            className={classes(column.kind === "number" && styles.end, open && styles.open)}
            onDoubleClick={leads && !open ? () => hands.onEdit(cell) : undefined}
          >
            {open ? (
              <CellEditor
                cell={cell}
                label={`${column.name} of ${row.name}`}
                column={column}
                editing={open}
                hands={hands}
              />
            ) : (
              <span className={styles.words} title={shown.length > 24 ? shown : undefined}>
                {shown}
              </span>
            )}
          </td>
        );
      })}
      {row.words === null
        ? null
        : [row.words, row.speakers ?? 0].map((count, i) => {
            const column = columns.length + 1 + i;
            return (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the cells of a grid have it
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: always the same two
                key={i}
                aria-readonly
                data-cell={`${at},${column}`}
                tabIndex={tab(column)}
                className={classes(styles.end, styles.fact)}
              >
                {count.toLocaleString("en-GB")}
              </td>
            );
          })}
    </tr>
  );
});
