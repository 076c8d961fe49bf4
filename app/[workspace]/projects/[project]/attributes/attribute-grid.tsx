"use client";

import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { readAttributeValue, shownValue } from "@/lib/attributes/attribute-value";
import { misfitWords } from "../../../../ui/sentences/attributes";
import styles from "./attributes.module.css";
import { type Cell, movedCell } from "./grid-keys";
import { type Editing, GridRow, type RowHands } from "./grid-row";
import { pastedCells } from "./pasted-cells";
import type { Grid, GridColumn } from "./table-scope";
import { cellKey, type GridEdits } from "./use-grid-edits";

export interface AttributeGridProps {
  label: string;
  grid: Grid;
  /** The place of the first row in the whole table. */
  from: number;
  leads: boolean;
  edits: GridEdits;
  onColumn: (column: GridColumn) => void;
}

/** Row 0 is the headings', column 0 the names'. One cell is in the order of the Tab key, the arrows go to the others. */
export function AttributeGrid({ label, grid, from, leads, edits, onColumn }: AttributeGridProps) {
  const { columns, rows } = grid;
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Cell>({ row: 1, column: columns.length > 0 ? 1 : 0 });
  const [editing, setEditing] = useState<(Editing & { readonly row: number }) | null>(null);
  const wanted = useRef(false);
  const facts = grid.rows.some((row) => row.words !== null) ? 2 : 0;
  const size = { rows: rows.length + 1, columns: columns.length + 1 + facts };
  const here: Cell = { row: Math.min(active.row, rows.length), column: Math.min(active.column, size.columns - 1) };

  const go = useCallback((cell: Cell) => {
    wanted.current = true;
    setActive(cell);
  }, []);
  useEffect(() => {
    if (!wanted.current || editing) return;
    wanted.current = false;
    table.current?.querySelector<HTMLElement>(`[data-cell="${active.row},${active.column}"]`)?.focus();
  });

  const begin = (cell: Cell, typed: string | null) => {
    const [row, column] = [rows[cell.row - 1], columns[cell.column - 1]];
    if (!leads || !row || !column) return;
    const key = cellKey(row.id, column.id);
    const value = (edits.ahead.has(key) ? edits.ahead.get(key) : row.values[cell.column - 1]) ?? "";
    const draft = typed === null ? value : column.kind === "choice" ? choiceBeginning(column, typed) : typed;
    setEditing({ row: cell.row, column: cell.column, draft, problem: null });
  };
  /** Returns whether the draft was taken. */
  const finish = (cell: Cell, draft: string, leaving: boolean): boolean => {
    const [row, column] = [rows[cell.row - 1], columns[cell.column - 1]];
    if (!row || !column) return true;
    const before = row.values[cell.column - 1] ?? null;
    // What is there already is not looked at again.
    const read = draft === before ? { value: before } : readAttributeValue(column, draft);
    const misfit = "misfit" in read ? read.misfit : column.id === "kind" && read.value === null ? "not-a-choice" : null;
    if ("misfit" in read || misfit) {
      const wrong = draft.trim() === "" ? "is missing" : misfitWords(misfit);
      const problem = draft.trim() === "" ? "A document has a kind." : `This ${wrong}.`;
      // Whoever went elsewhere is not called back, but told.
      setEditing(leaving ? null : { row: cell.row, column: cell.column, draft, problem });
      if (leaving) edits.tell(`The value for “${row.name}” in “${column.name}” ${wrong}.`);
      return false;
    }
    setEditing(null);
    if (read.value !== before) {
      void edits.write([{ ownerId: row.id, columnId: column.id, value: read.value }]);
    }
    return true;
  };
  const hands: RowHands = {
    onEdit: (cell) => begin(cell, null),
    onDraft: (draft) => setEditing((now) => now && { ...now, draft, problem: null }),
    onFinish(cell, draft, then) {
      if (!finish(cell, draft, then === "stay") || then === "stay") return;
      const next = then === "down" ? movedCell(cell, "ArrowDown", size) : movedCell(cell, then, size);
      go(next ?? cell);
    },
    onCancel(cell) {
      setEditing(null);
      go(cell);
    },
  };
  // The rows keep the same hands from one rendering to the next, so that only the row that changes is drawn again.
  const newest = useRef(hands);
  newest.current = hands;
  const [steady] = useState<RowHands>(() => ({
    onEdit: (cell) => newest.current.onEdit(cell),
    onDraft: (draft) => newest.current.onDraft(draft),
    onFinish: (cell, draft, then) => newest.current.onFinish(cell, draft, then),
    onCancel: (cell) => newest.current.onCancel(cell),
  }));

  const clear = () => {
    const [row, column] = [rows[here.row - 1], columns[here.column - 1]];
    if (!leads || !row || !column || row.values[here.column - 1] === null) return;
    if (column.id === "kind") return edits.tell("A document has a kind.");
    void edits.write([{ ownerId: row.id, columnId: column.id, value: null }]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (editing || event.target === event.currentTarget) return;
    const command = event.ctrlKey || event.metaKey;
    const next = movedCell(here, event.key, size, { command, shift: event.shiftKey });
    if (next) {
      event.preventDefault();
      go(next);
    } else if (event.key === "Enter" || event.key === "F2") {
      const column = columns[here.column - 1];
      event.preventDefault();
      if (here.row === 0 && column && column.version > 0 && leads) onColumn(column);
      else begin(here, null);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      clear();
    } else if (event.key.length === 1 && event.key !== " " && !command && !event.altKey) {
      event.preventDefault();
      begin(here, event.key);
    }
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const [row, column] = (event.target.closest<HTMLElement>("[data-cell]")?.dataset.cell ?? "").split(",").map(Number);
    if (row === undefined || column === undefined || Number.isNaN(column)) return;
    if (row !== active.row || column !== active.column) setActive({ row, column });
  };
  const onCopy = (event: ClipboardEvent) => {
    const [row, column] = [rows[here.row - 1], columns[here.column - 1]];
    if (editing || !row || window.getSelection()?.toString()) return;
    const words = column ? shownValue(column, row.values[here.column - 1] ?? null) : here.column === 0 ? row.name : "";
    event.preventDefault();
    event.clipboardData.setData("text/plain", words);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editing || !leads) return;
    event.preventDefault();
    const pasted = pastedCells(grid, here, event.clipboardData.getData("text/plain"));
    if (typeof pasted === "string") edits.tell(pasted);
    else if (pasted.length > 0) void edits.write(pasted);
  };

  const focusable = (row: number, column: number) => (here.row === row && here.column === column ? 0 : -1);
  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that the arrows go through is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={grid.total + 1}
        aria-colcount={size.columns}
        aria-readonly={!leads}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.corner} data-cell="0,0" tabIndex={focusable(0, 0)}>
              Name
            </th>
            {columns.map((column, i) => (
              <th
                key={column.id}
                scope="col"
                data-cell={`0,${i + 1}`}
                tabIndex={focusable(0, i + 1)}
                className={column.kind === "number" ? styles.end : undefined}
                onDoubleClick={() => {
                  if (leads && column.version > 0) onColumn(column);
                }}
              >
                <span className={styles.heading}>
                  <span>{column.name}</span>
                  {leads && column.version > 0 ? (
                    <button
                      type="button"
                      tabIndex={-1}
                      className={styles.change}
                      aria-label={`Change the column ${column.name}`}
                      onClick={() => onColumn(column)}
                    >
                      ⋯
                    </button>
                  ) : null}
                </span>
              </th>
            ))}
            {facts > 0
              ? ["Words", "Speakers"].map((name, i) => (
                  <th
                    key={name}
                    scope="col"
                    className={styles.end}
                    data-cell={`0,${columns.length + 1 + i}`}
                    tabIndex={focusable(0, columns.length + 1 + i)}
                  >
                    {name}
                  </th>
                ))
              : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <GridRow
              key={row.id}
              row={row}
              at={i + 1}
              index={from + i + 2}
              columns={columns}
              leads={leads}
              active={here.row === i + 1 ? here.column : null}
              editing={editing?.row === i + 1 ? editing : null}
              ahead={aheadOf(edits.ahead, row.id)}
              hands={steady}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A letter typed on a cell chooses the first choice that begins with it. */
function choiceBeginning({ choices }: GridColumn, typed: string): string {
  const folded = typed.toLowerCase();
  return choices?.find(({ label }) => label.toLowerCase().startsWith(folded))?.value ?? "";
}

const NOTHING_AHEAD: ReadonlyMap<string, string | null> = new Map();

/** The same empty map for every row that has nothing ahead. */
function aheadOf(ahead: ReadonlyMap<string, string | null>, ownerId: string): ReadonlyMap<string, string | null> {
  if (ahead.size === 0) return NOTHING_AHEAD;
  const own = [...ahead].filter(([key]) => key.startsWith(`${ownerId} `));
  return own.length === 0 ? NOTHING_AHEAD : new Map(own);
}
