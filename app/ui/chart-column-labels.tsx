import { columnLineHeight, type GridLabel, type GridLayout, type Turn, totalWord } from "./chart-grid-layout";
import { colourAttributes } from "./chart-row-label";
import styles from "./chart-svg.module.css";
import { smallSize } from "./chart-text";

export interface ChartColumnLabelsProps {
  columns: readonly GridLabel[];
  layout: GridLayout;
}

/** The names over the columns of a grid, level or turned, each with its colour between it and the cells. */
export function ChartColumnLabels({ columns, layout }: ChartColumnLabelsProps) {
  const { cell, turn, top, signRoom } = layout;
  const foot = top - signRoom - 6;
  return (
    <g aria-hidden>
      {layout.columns.map((place, index) => {
        const column = columns[index];
        const middle = place.x + cell / 2;
        return (
          <g key={column?.id ?? totalWord}>
            {column?.colour ? (
              <rect
                {...colourAttributes(column.colour)}
                x={middle - 5}
                y={top - 15}
                width={10}
                height={10}
                rx={2}
                className={styles.mark}
              />
            ) : null}
            {place.lines.map((line, number) => {
              const at = lineAttributes(turn, middle, foot, number, place.lines.length);
              return (
                <text
                  key={at.transform ?? at.y}
                  {...at}
                  fontSize={smallSize}
                  className={column ? styles.ink : styles.soft}
                >
                  {line}
                </text>
              );
            })}
            {place.cut && column ? <title>{column.label}</title> : null}
          </g>
        );
      })}
    </g>
  );
}

interface LinePlace {
  x?: number;
  y?: number;
  textAnchor?: "middle";
  transform?: string;
}

function lineAttributes(turn: Turn, middle: number, foot: number, number: number, count: number): LinePlace {
  if (turn === 0) {
    return { x: middle, y: foot - 1 - (count - 1 - number) * columnLineHeight, textAnchor: "middle" };
  }
  // A turned line's baseline stands to the right of its middle by a third of its size.
  const across = smallSize * 0.35 + (number - (count - 1) / 2) * columnLineHeight;
  return turn === 90
    ? { transform: `translate(${middle + across} ${foot + 2}) rotate(-90)` }
    : { transform: `translate(${middle + across * Math.SQRT1_2} ${foot + 2}) rotate(-45)` };
}
