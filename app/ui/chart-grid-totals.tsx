import { type GridLayout, totalWord } from "./chart-grid-layout";
import ink from "./chart-svg.module.css";
import { labelSize, smallSize } from "./chart-text";

/** The name of the row of sums. */
export function ChartSumLabel({ x, y }: { x: number; y: number }) {
  return (
    <text x={x} y={y + labelSize * 0.35} fontSize={labelSize} className={ink.soft}>
      {totalWord}
    </text>
  );
}

export interface GridTotals {
  rows: readonly number[];
  columns: readonly number[];
  all: number;
}

interface ChartGridTotalsProps {
  totals: GridTotals;
  layout: GridLayout;
  format: (value: number) => string;
}

/** The sums stand on no tint: they are another kind of number. */
export function ChartGridTotals({ totals, layout, format }: ChartGridTotalsProps) {
  const lastRow = layout.rows.at(-1);
  const lastColumn = layout.columns.at(-1);
  if (!lastRow || !lastColumn) return null;
  const sum = (key: string, x: number, row: { top: number; height: number }, value: number) => (
    <text
      key={key}
      x={x + layout.cell / 2}
      y={row.top + row.height / 2 + smallSize * 0.35}
      textAnchor="middle"
      fontSize={smallSize}
      className={ink.soft}
    >
      {format(value)}
    </text>
  );
  return (
    <g>
      {totals.rows.map((value, index) => {
        const row = layout.rows[index];
        return row ? sum(`row ${index}`, lastColumn.x, row, value) : null;
      })}
      {totals.columns.map((value, index) => {
        const column = layout.columns[index];
        return column ? sum(`column ${index}`, column.x, lastRow, value) : null;
      })}
      {sum("all", lastColumn.x, lastRow, totals.all)}
    </g>
  );
}
