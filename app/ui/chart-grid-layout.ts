import { layRows, type RowLabel, swatchRoom } from "./chart-row-layout";
import { smallSize, textWidth, wrapText } from "./chart-text";

export interface GridLabel {
  id: string;
  label: string;
  /** `#rrggbb`. */
  colour?: string;
}

export interface GridLayoutOptions {
  rows: readonly GridLabel[];
  columns: readonly GridLabel[];
  /** All that is printed in cells, to make room for the longest. */
  texts: readonly string[];
  /** The width that the grid may have before its cells are as narrow as they can be. */
  width: number;
  /** A last row and column of sums. */
  totals: boolean;
  /** Words over the columns and over the rows. */
  headings: boolean;
  rowHeading?: string;
}

export interface PlacedColumn {
  x: number;
  lines: string[];
  cut: boolean;
}

export type Turn = 0 | 45 | 90;

const cellHeight = 26;
const narrowest = 36;
const broadest = 72;
const slope = Math.SQRT1_2;
const levelLines = 3;
const lineHeight = 14;

/** Where everything in a grid of cells stands. Names over the columns are level where they fit, else turned. */
export function layGrid(options: GridLayoutOptions) {
  const { rows, columns, texts, width, totals, headings, rowHeading = "" } = options;
  const swatches = [...rows, ...columns].some(({ colour }) => colour !== undefined);
  const labels: RowLabel[] = totals ? [...rows, { label: totalWord }] : [...rows];
  const sizing = layRows(labels, { top: 0, rowHeight: cellHeight, widest: 260, swatches });
  const left = Math.max(sizing.labelWidth, Math.ceil(textWidth(rowHeading, smallSize))) + 12;

  const count = columns.length + (totals ? 1 : 0);
  const needed = Math.max(narrowest, ...texts.map((text) => Math.ceil(textWidth(text, smallSize)) + 12));
  const cell = Math.floor(
    Math.min(Math.max((width - left - 2) / Math.max(count, 1), needed), Math.max(broadest, needed)),
  );

  const names = [...columns.map(({ label }) => label), ...(totals ? [totalWord] : [])];
  const level = names.map((name) => wrapText(name, cell - 6, levelLines, smallSize));
  const longest = Math.max(0, ...names.map((name) => textWidth(name, smallSize)));
  const turn: Turn = level.every((lines) => !isCut(lines)) ? 0 : longest <= 150 ? 45 : 90;

  const turnedLines = Math.min(3, Math.floor((cell - 2) / lineHeight));
  const lines = names.map((name, index) => {
    if (turn === 0) return level[index] ?? [];
    return turn === 45 ? [name] : wrapText(name, 190, turnedLines, smallSize);
  });
  const long = Math.max(0, ...lines.flat().map((line) => textWidth(line, smallSize)));
  const signRoom = swatches ? swatchRoom - 2 : 0;
  const namesHeight =
    turn === 0
      ? Math.max(1, ...lines.map((one) => one.length)) * lineHeight + 7
      : Math.ceil(turn === 45 ? long * slope + 12 : long + 8);
  const top = (headings ? 20 : 0) + namesHeight + signRoom;

  const placedRows = layRows(labels, { top, rowHeight: cellHeight, widest: 260, swatches });
  const placedColumns = names.map(
    (_, index): PlacedColumn => ({ x: left + index * cell, lines: lines[index] ?? [], cut: isCut(lines[index] ?? []) }),
  );
  const gridRight = left + count * cell;
  // Slanted names lean out over the right edge.
  const reach =
    turn === 45
      ? placedColumns.map(({ x, lines: one }) => x + cell / 2 + textWidth(one[0] ?? "", smallSize) * slope + 8)
      : [];
  return {
    left,
    top,
    cell,
    turn,
    swatches,
    signRoom,
    rows: placedRows.rows,
    columns: placedColumns,
    right: gridRight,
    bottom: placedRows.bottom,
    width: Math.ceil(Math.max(gridRight + 2, ...reach)),
  };
}

export type GridLayout = ReturnType<typeof layGrid>;

export const totalWord = "Sum";
export { lineHeight as columnLineHeight };

const isCut = (lines: readonly string[]) => lines.some((line) => line.endsWith("…"));
