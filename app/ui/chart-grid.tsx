"use client";

import { useRef } from "react";
import { ChartColumnLabels } from "./chart-column-labels";
import { ChartGridCell } from "./chart-grid-cell";
import { type GridLabel, layGrid } from "./chart-grid-layout";
import { ChartGridTotals, ChartSumLabel, type GridTotals } from "./chart-grid-totals";
import type { Heat } from "./chart-heat";
import { ChartHeatLegend, heatLegendHeight } from "./chart-heat-legend";
import { ChartReadout } from "./chart-readout";
import { useRoving } from "./chart-roving";
import { ChartRowLabel } from "./chart-row-label";
import type { Domain } from "./chart-scale";
import { ChartScroll } from "./chart-scroll";
import { ChartSvg } from "./chart-svg";
import ink from "./chart-svg.module.css";
import { smallSize } from "./chart-text";

export interface ChartGridProps {
  rows: readonly GridLabel[];
  columns: readonly GridLabel[];
  values: readonly (readonly (number | null)[])[];
  notes?: readonly (readonly (string | null)[])[];
  domain: Domain;
  heat: (value: number) => Heat;
  format: (value: number) => string;
  legendLabel: string;
  missingLabel: string;
  /** Cells become buttons. */
  onCell?: (rowId: string, columnId: string) => void;
  opens: (row: number, column: number) => boolean;
  width: number;
  /** What the two sides are. */
  headings?: { row: string; column: string };
  diagonal?: boolean;
  totals?: GridTotals;
}

/** Tinted cells with their numbers in them: what heat maps and matrices have in common. */
export function ChartGrid(props: ChartGridProps) {
  const { rows, columns, values, notes, domain, heat, format, onCell, opens, headings, diagonal, totals } = props;
  const following = useRef<SVGGElement>(null);

  const valueAt = (row: number, column: number) => values[row]?.[column] ?? null;
  const cells = rows.map((_, row) => columns.map((_, column) => valueAt(row, column)));
  const texts = cells.flat().flatMap((value) => (value === null ? [] : [format(value)]));
  const layout = layGrid({
    rows,
    columns,
    texts: [...texts, ...(totals ? [...totals.rows, ...totals.columns, totals.all].map(format) : [])],
    width: props.width,
    totals: totals !== undefined,
    headings: headings !== undefined,
    rowHeading: headings && `${headings.row} ↓`,
  });
  const wide = layout.width > props.width;
  const nameOf = (row: number, column: number) => {
    const value = valueAt(row, column);
    const note = notes?.[row]?.[column];
    const sides = headings ? [`${headings.row} `, `${headings.column} `] : ["", ""];
    const said = value === null ? props.missingLabel : format(value);
    return `${sides[0]}${rows[row]?.label}, ${sides[1]}${columns[column]?.label}: ${said}${note ? `, ${note}` : ""}`;
  };

  const { handlers, tabIndexOf } = useRoving({
    rows: rows.length,
    columns: columns.length,
    onPress: (row, column) => {
      const [rowId, columnId] = [rows[row]?.id, columns[column]?.id];
      if (rowId !== undefined && columnId !== undefined && opens(row, column)) onCell?.(rowId, columnId);
    },
  });
  const keys = onCell && "Arrow keys move between cells, Enter opens one.";
  const shape = `${rows.length} rows, ${columns.length} columns; ${props.legendLabel}.`;

  const drawing = (
    <ChartSvg
      width={layout.width}
      height={layout.bottom + 18 + heatLegendHeight}
      description={shape}
      help={keys}
      wide={wide}
      {...handlers}
    >
      {headings ? (
        <text aria-hidden x={layout.left} y={12} fontSize={smallSize} className={ink.soft}>
          {headings.column} →
        </text>
      ) : null}
      <ChartColumnLabels columns={columns} layout={layout} />
      {cells.map((line, row) =>
        line.map((value, column) => {
          const { depth, below } = value === null ? { depth: 0, below: false } : heat(value);
          return (
            <ChartGridCell
              key={`${rows[row]?.id} ${columns[column]?.id}`}
              row={row}
              column={column}
              x={layout.columns[column]?.x ?? 0}
              y={layout.rows[row]?.top ?? 0}
              width={layout.cell}
              height={layout.rows[row]?.height ?? 0}
              text={value === null ? null : format(value)}
              depth={depth}
              below={below}
              diagonal={diagonal === true && rows[row]?.id === columns[column]?.id}
              opens={onCell !== undefined && opens(row, column)}
              tabIndex={onCell ? tabIndexOf(row, column) : undefined}
              name={nameOf(row, column)}
            />
          );
        }),
      )}
      {totals ? <ChartGridTotals totals={totals} layout={layout} format={format} /> : null}
      <g aria-hidden ref={following} data-follow="">
        {wide ? (
          <rect data-screen-only="" width={layout.left} height={layout.bottom + 1} className={ink.ground} />
        ) : null}
        {headings ? (
          <text x={0} y={layout.top - 7} fontSize={smallSize} className={ink.soft}>
            {headings.row} ↓
          </text>
        ) : null}
        {layout.rows.map((row, index) => {
          const label = rows[index];
          return (
            <g key={label?.id ?? "sum"}>
              {label ? (
                <ChartRowLabel label={label} row={row} swatch={layout.swatches} />
              ) : (
                <ChartSumLabel x={row.indent} y={row.top + row.height / 2} />
              )}
            </g>
          );
        })}
        <ChartHeatLegend
          label={props.legendLabel}
          domain={domain}
          format={format}
          heatOf={heat}
          missing={cells.flat().includes(null) ? props.missingLabel : undefined}
          x={0}
          y={layout.bottom + 18}
        />
      </g>
    </ChartSvg>
  );
  return (
    <ChartReadout nameOf={nameOf} resting={keys ?? "Point at a cell to read it here."}>
      {wide ? (
        <ChartScroll left={layout.left} following={following}>
          {drawing}
        </ChartScroll>
      ) : (
        drawing
      )}
    </ChartReadout>
  );
}
