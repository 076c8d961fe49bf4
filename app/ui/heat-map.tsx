"use client";

import { ChartGrid } from "./chart-grid";
import type { GridLabel } from "./chart-grid-layout";
import { heatOf } from "./chart-heat";
import type { Domain } from "./chart-scale";

export type { GridLabel } from "./chart-grid-layout";

export interface HeatMapProps {
  rows: readonly GridLabel[];
  columns: readonly GridLabel[];
  /** `values[row][column]`; null where there is no value. */
  values: readonly (readonly (number | null)[])[];
  /** Words for single cells, for example why there is no value. */
  notes?: readonly (readonly (string | null)[])[];
  /** The values of the palest and the deepest tint; below 0 a second hue deepens the other way. */
  domain: Domain;
  format: (value: number) => string;
  legendLabel: string;
  /** What a hatched cell means. */
  missingLabel?: string;
  onCell?: (rowId: string, columnId: string) => void;
  /** Which cells a press opens; by default those with a value. */
  canOpen?: (rowId: string, columnId: string) => boolean;
  width?: number;
}

/** Values by row and column: the tint repeats the number that stands in the cell. */
export function HeatMap({ missingLabel = "no value", width = 720, canOpen, ...rest }: HeatMapProps) {
  const { rows, columns, values, domain } = rest;
  const opens = (row: number, column: number) => {
    const [rowId, columnId] = [rows[row]?.id, columns[column]?.id];
    if (rowId === undefined || columnId === undefined) return false;
    return canOpen ? canOpen(rowId, columnId) : (values[row]?.[column] ?? null) !== null;
  };
  return (
    <ChartGrid
      {...rest}
      missingLabel={missingLabel}
      width={width}
      opens={opens}
      heat={(value) => heatOf(value, domain)}
    />
  );
}
