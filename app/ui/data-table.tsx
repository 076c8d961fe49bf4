import { ArrowDown, ArrowUp } from "lucide-react";
import { type CSSProperties, type ReactNode, useId } from "react";
import { classes } from "./classes";
import styles from "./data-table.module.css";
import { VisuallyHidden } from "./visually-hidden";

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** "end" for figures: they stand right-aligned in tabular digits. */
  align?: "start" | "end" | "centre";
  /** The cell names its row. */
  rowHeader?: boolean;
  width?: string;
  hideHeader?: boolean;
  /** Its head is a button that calls `onSort`. */
  sortable?: boolean;
}

export interface TableSort {
  column: string;
  direction: "ascending" | "descending";
}

export interface DataTableProps<Row> {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  /** In the order they are to be shown: the table sorts nothing itself. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  chosen?: (row: Row) => boolean;
  sort?: TableSort;
  onSort?: (sort: TableSort) => void;
  /** Shown in place of the rows. */
  empty?: ReactNode;
  /** Rows of the foot: `<tr>` elements. */
  foot?: ReactNode;
  /** Scrolls inside itself: past this height, or sideways where there are many columns. A wide one with many rows
      takes no more than the window's height, or its head would be gone after the first of them. */
  maxHeight?: string;
  wide?: boolean;
}

const MANY_ROWS = 24;
const WINDOW = "calc(100dvh - var(--top-bar) - var(--space-8))";

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, chosen, empty, foot, maxHeight, wide } = props;
  const captionId = useId();
  const table = (
    <table className={styles.table}>
      <caption id={captionId} className={classes(styles.caption, showCaption && styles.shown)}>
        {showCaption ? caption : <VisuallyHidden>{caption}</VisuallyHidden>}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={chosen?.(row) ? styles.chosen : undefined}>
            {columns.map((column) => {
              const Cell = column.rowHeader ? "th" : "td";
              return (
                <Cell key={column.id} scope={column.rowHeader ? "row" : undefined} className={alignment(column)}>
                  {column.cell(row)}
                </Cell>
              );
            })}
          </tr>
        ))}
        {rows.length === 0 && empty ? (
          <tr>
            <td colSpan={columns.length} className={styles.none}>
              {empty}
            </td>
          </tr>
        ) : null}
      </tbody>
      {foot ? <tfoot>{foot}</tfoot> : null}
    </table>
  );
  if (maxHeight === undefined && !wide) return table;
  const most = maxHeight ?? (rows.length > MANY_ROWS ? WINDOW : undefined);
  const style: CSSProperties & { "--most"?: string } = most === undefined ? {} : { "--most": most };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-labelledby={captionId} tabIndex={0} className={styles.scroll} style={style}>
      {table}
    </section>
  );
}

function alignment<Row>(column: Column<Row>) {
  return column.align === "end" ? styles.end : column.align === "centre" ? styles.centre : undefined;
}

interface HeadProps<Row> {
  column: Column<Row>;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const sorted = sort?.column === column.id ? sort.direction : undefined;
  const Arrow = sorted === "descending" ? ArrowDown : ArrowUp;
  const style: CSSProperties = { inlineSize: column.width };
  return (
    <th scope="col" aria-sort={sorted} className={alignment(column)} style={style}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className={classes(styles.sort, !sorted && styles.unsorted)}
          onClick={() => onSort({ column: column.id, direction: sorted === "ascending" ? "descending" : "ascending" })}
        >
          {column.header}
          <Arrow aria-hidden />
        </button>
      ) : column.hideHeader ? (
        <VisuallyHidden>{column.header}</VisuallyHidden>
      ) : (
        column.header
      )}
    </th>
  );
}
