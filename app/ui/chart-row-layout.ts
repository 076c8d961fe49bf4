import { labelSize, textWidth, wrapText } from "./chart-text";

export interface RowLabel {
  label: string;
  /** Steps of indentation, as in a tree. */
  depth?: number;
  strong?: boolean;
  /** `#rrggbb`. */
  colour?: string;
}

export interface PlacedRow {
  lines: string[];
  /** Not all of the label could be shown. */
  cut: boolean;
  indent: number;
  top: number;
  height: number;
}

export const indentStep = 14;
export const swatchRoom = 16;
const lineHeight = 15;
const mostLines = 3;

export interface RowLayoutOptions {
  top: number;
  rowHeight: number;
  /** The widest that the labels may become, before their rows get further lines. */
  widest: number;
  swatches?: boolean;
  /** Heights that single rows need for what else stands in them. */
  least?: readonly number[];
}

/** Rows from top to bottom beside a column of labels that is as wide as the longest needs. */
export function layRows(labels: readonly RowLabel[], { top, rowHeight, widest, swatches, least }: RowLayoutOptions) {
  const indents = labels.map(({ depth = 0 }) => depth * indentStep + (swatches ? swatchRoom : 0));
  const longest = labels.map(({ label, strong }, index) => (indents[index] ?? 0) + textWidth(label, labelSize, strong));
  const allowed = Math.min(widest, Math.max(0, ...longest));
  const wrapped = labels.map(({ label, strong }, index) =>
    wrapText(label, Math.max(allowed - (indents[index] ?? 0), 40), mostLines, labelSize, strong),
  );
  const widths = wrapped.flatMap((lines, index) =>
    lines.map((line) => (indents[index] ?? 0) + textWidth(line, labelSize, labels[index]?.strong)),
  );
  const labelWidth = Math.ceil(Math.max(0, ...widths));
  let bottom = top;
  const rows = labels.map(({ label }, index): PlacedRow => {
    const indent = indents[index] ?? 0;
    const lines = wrapped[index] ?? [];
    const height = Math.max(rowHeight + (Math.max(lines.length, 1) - 1) * lineHeight, least?.[index] ?? 0);
    bottom += height;
    return {
      lines,
      cut: lines.at(-1)?.endsWith("…") === true && !label.endsWith("…"),
      indent,
      top: bottom - height,
      height,
    };
  });
  return { labelWidth, rows, bottom };
}

/** The first line's baseline, so that all lines together stand in the middle of the row. */
export function firstBaseline(row: PlacedRow): number {
  return row.top + row.height / 2 + labelSize * 0.35 - ((row.lines.length - 1) * lineHeight) / 2;
}

export { lineHeight as rowLineHeight };
