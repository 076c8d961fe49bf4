import { type CSSProperties, memo } from "react";
import styles from "./chart-grid.module.css";
import { hatching } from "./chart-heat";
import ink from "./chart-svg.module.css";
import { smallSize } from "./chart-text";
import { classes } from "./classes";

export interface ChartGridCellProps {
  row: number;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What is printed; null is hatched, with a dash. */
  text: string | null;
  depth: number;
  below: boolean;
  diagonal: boolean;
  /** Something stands behind it that a press opens. */
  opens: boolean;
  /** Not given: the cell is no place of its own for keyboard and listener. */
  tabIndex?: number;
  name: string;
}

/** One cell; memoised, as moving through a thousand of them must redraw two. */
export const ChartGridCell = memo(function ChartGridCell(props: ChartGridCellProps) {
  const { row, column, x, y, width, height, text, depth, below, diagonal, opens, tabIndex, name } = props;
  const style: CSSProperties & { "--depth": number } = { "--depth": depth };
  const [middle, baseline] = [x + width / 2, y + height / 2 + smallSize * 0.35];
  const inset = { x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3 };
  const place = tabIndex === undefined ? {} : { role: opens ? "button" : "img", tabIndex, "aria-label": name };
  return (
    <g {...place} data-row={row} data-column={column} className={classes(ink.still, opens && styles.open)}>
      {text === null ? (
        <>
          <rect x={x} y={y} width={width} height={height} className={styles.none} />
          <path d={hatching(x, y, width, height)} className={styles.hatch} />
          <rect x={middle - 7} y={y + height / 2 - 7} width={14} height={14} className={styles.patch} />
        </>
      ) : (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          style={style}
          className={classes(styles.cell, below ? styles.below : styles.above)}
        />
      )}
      {diagonal ? <rect {...inset} className={styles.diagonal} /> : null}
      <text
        x={middle}
        y={baseline}
        textAnchor="middle"
        fontSize={smallSize}
        className={text === null ? ink.soft : ink.ink}
      >
        {text ?? "–"}
      </text>
      {opens ? <rect {...inset} data-screen-only="" className={styles.over} /> : null}
      {tabIndex === undefined ? null : <rect {...inset} rx={2} data-screen-only="" className={ink.ring} />}
    </g>
  );
});
