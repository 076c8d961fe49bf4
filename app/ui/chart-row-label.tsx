import type { CSSProperties } from "react";
import { firstBaseline, type PlacedRow, type RowLabel, rowLineHeight, swatchRoom } from "./chart-row-layout";
import styles from "./chart-svg.module.css";
import { labelSize } from "./chart-text";
import { classes } from "./classes";

/** Gives its element a person's colour as `--mark`. */
export function colourAttributes(colour: string | undefined) {
  const style: (CSSProperties & { "--colour": string }) | undefined = colour ? { "--colour": colour } : undefined;
  return style ? { "data-colour": "", style } : {};
}

export interface ChartRowLabelProps {
  label: RowLabel;
  row: PlacedRow;
  x?: number;
  swatch?: boolean;
}

export function ChartRowLabel({ label, row, x = 0, swatch }: ChartRowLabelProps) {
  return (
    <>
      {swatch && label.colour ? (
        <rect
          {...colourAttributes(label.colour)}
          x={x + row.indent - swatchRoom}
          y={row.top + row.height / 2 - 5}
          width={10}
          height={10}
          rx={2}
          className={styles.mark}
        />
      ) : null}
      {row.lines.map((line, index) => {
        const y = firstBaseline(row) + index * rowLineHeight;
        return (
          <text
            key={y}
            x={x + row.indent}
            y={y}
            fontSize={labelSize}
            className={classes(styles.ink, label.strong && styles.strong)}
          >
            {index < row.lines.length - 1 ? `${line} ` : line}
          </text>
        );
      })}
      {row.cut ? <title>{label.label}</title> : null}
    </>
  );
}
