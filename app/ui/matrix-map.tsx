"use client";

import { ChartGrid } from "./chart-grid";
import type { GridLabel } from "./chart-grid-layout";
import { type HeatScale, heatOf } from "./chart-heat";

export interface MatrixMapProps {
  /** The categories, the same on both sides and in the same order. */
  labels: readonly GridLabel[];
  /** `counts[row][column]`; the framed diagonal is where both sides say the same. */
  counts: readonly (readonly number[])[];
  /** What the two sides are. */
  rowHeading: string;
  columnHeading: string;
  legendLabel?: string;
  format?: (value: number) => string;
  /** "root", the default: the few beside the many keep a tint that can be seen. */
  scale?: HeatScale;
  onCell?: (rowId: string, columnId: string) => void;
  /** Which cells a press opens; by default those that count something. */
  canOpen?: (rowId: string, columnId: string) => boolean;
  width?: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Counts of two sides' choices against each other, with their sums. */
export function MatrixMap(props: MatrixMapProps) {
  const { labels, counts, rowHeading, columnHeading, legendLabel = "Count", format = String, canOpen } = props;
  const { scale = "root", onCell, width = 720 } = props;
  const most = Math.max(1, ...counts.flat());
  const rows = labels.map((_, row) => sum(labels.map((_, column) => counts[row]?.[column] ?? 0)));
  const columns = labels.map((_, column) => sum(labels.map((_, row) => counts[row]?.[column] ?? 0)));
  const opens = (row: number, column: number) => {
    const [rowId, columnId] = [labels[row]?.id, labels[column]?.id];
    if (rowId === undefined || columnId === undefined) return false;
    return canOpen ? canOpen(rowId, columnId) : (counts[row]?.[column] ?? 0) > 0;
  };
  return (
    <ChartGrid
      rows={labels}
      columns={labels}
      values={labels.map((_, row) => labels.map((_, column) => counts[row]?.[column] ?? 0))}
      domain={[0, most]}
      heat={(value) => heatOf(value, [0, most], scale)}
      format={format}
      legendLabel={legendLabel}
      missingLabel="no value"
      onCell={onCell}
      opens={opens}
      width={width}
      headings={{ row: rowHeading, column: columnHeading }}
      diagonal
      totals={{ rows, columns, all: sum(rows) }}
    />
  );
}
