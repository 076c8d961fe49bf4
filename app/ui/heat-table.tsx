import { type CSSProperties, type ReactNode, useId } from "react";
import { classes } from "./classes";
import styles from "./heat-table.module.css";
import { VisuallyHidden } from "./visually-hidden";

export interface HeatLabel {
  id: string;
  label: string;
  /** Stands before the label, for example a swatch. */
  mark?: ReactNode;
}

export interface HeatTableProps {
  caption: string;
  showCaption?: boolean;
  /** What the rows and the columns are. */
  rowHeading: string;
  columnHeading: string;
  rows: readonly HeatLabel[];
  columns: readonly HeatLabel[];
  /** `values[row][column]`; null where there is nothing to say. */
  values: readonly (readonly (number | null)[])[];
  format?: (value: number) => string;
  /** In place of a null. */
  emptyWord?: string;
  /** The value of the deepest tint; by default the greatest. */
  max?: number;
  /** Frames the cells whose row and column have the same id. */
  diagonal?: boolean;
  totals?: boolean;
  /** Names set upright over their columns, for many columns. */
  turned?: boolean;
  /** Cells become buttons. */
  onCell?: (rowId: string, columnId: string) => void;
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Numbers with a tint behind them: the tint repeats the number. */
export function HeatTable(props: HeatTableProps) {
  const { caption, showCaption, rowHeading, columnHeading, rows, columns, values, diagonal, totals, turned } = props;
  const { format = String, emptyWord = "–", onCell } = props;
  const captionId = useId();
  const max = props.max ?? Math.max(0, ...values.flat().map((value) => value ?? 0));
  const sums = columns.map((_, index) => sum(values.map((row) => row[index] ?? null)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-labelledby={captionId} tabIndex={0} className={styles.scroll}>
      <table className={styles.table}>
        <caption id={captionId} className={classes(styles.caption, showCaption && styles.shown)}>
          {showCaption ? caption : <VisuallyHidden>{caption}</VisuallyHidden>}
        </caption>
        <thead>
          <tr>
            <td className={styles.axis}>
              {rowHeading} ↓ / {columnHeading} →
            </td>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {turned ? <span className={styles.turned}>{column.label}</span> : <Name label={column} />}
              </th>
            ))}
            {totals ? (
              <th scope="col" className={styles.axis}>
                Sum
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.id}>
              <th scope="row">
                <Name label={row} />
              </th>
              {columns.map((column, columnIndex) => {
                const value = values[rowIndex]?.[columnIndex] ?? null;
                const words = value === null ? emptyWord : format(value);
                const heat = value === null || max <= 0 ? 0 : Math.min(Math.max(value / max, 0), 1);
                const style: CSSProperties & { "--heat": number } = { "--heat": heat };
                return (
                  <td
                    key={column.id}
                    style={style}
                    className={classes(
                      styles.cell,
                      diagonal && row.id === column.id && styles.agree,
                      value === null && styles.none,
                    )}
                  >
                    {onCell && value !== null ? (
                      <button
                        type="button"
                        className={classes(styles.value, styles.press)}
                        aria-label={`${rowHeading} ${row.label}, ${columnHeading} ${column.label}: ${words}`}
                        onClick={() => onCell(row.id, column.id)}
                      >
                        {words}
                      </button>
                    ) : (
                      <span className={styles.value}>{words}</span>
                    )}
                  </td>
                );
              })}
              {totals ? <Total>{format(sum(values[rowIndex] ?? []))}</Total> : null}
            </tr>
          ))}
          {totals ? (
            <tr>
              <th scope="row" className={styles.axis}>
                Sum
              </th>
              {columns.map((column, index) => (
                <Total key={column.id}>{format(sums[index] ?? 0)}</Total>
              ))}
              <Total>{format(sum(sums))}</Total>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}

function Name({ label }: { label: HeatLabel }) {
  return (
    <>
      {label.mark} {label.label}
    </>
  );
}

function Total({ children }: { children: ReactNode }) {
  return (
    <td className={classes(styles.cell, styles.total)}>
      <span className={styles.value}>{children}</span>
    </td>
  );
}
