import type { ReactNode } from "react";
import styles from "./chart-svg.module.css";
import { smallSize, textWidth } from "./chart-text";

export interface LegendEntry {
  id: string;
  label: string;
  /** Drawn in a square of 12 around this middle. */
  sign: (x: number, y: number) => ReactNode;
}

const lineHeight = 20;
const signRoom = 18;
const gap = 18;

/** Entries beside each other, in as many lines as the width asks for. */
export function layLegend(entries: readonly LegendEntry[], width: number) {
  let [x, y] = [0, 0];
  const placed = entries.map((entry) => {
    const wide = signRoom + textWidth(entry.label, smallSize);
    if (x > 0 && x + wide > width) [x, y] = [0, y + lineHeight];
    const place = { entry, x, y };
    x += wide + gap;
    return place;
  });
  return { placed, height: entries.length > 0 ? y + lineHeight : 0 };
}

export interface ChartLegendProps {
  entries: readonly LegendEntry[];
  x: number;
  y: number;
  width: number;
}

export function ChartLegend({ entries, x, y, width }: ChartLegendProps) {
  return (
    <g aria-hidden>
      {layLegend(entries, width).placed.map(({ entry, x: dx, y: dy }) => (
        <g key={entry.id}>
          {entry.sign(x + dx + 6, y + dy + 8)}
          <text x={x + dx + signRoom} y={y + dy + 8 + smallSize * 0.35} fontSize={smallSize} className={styles.soft}>
            {entry.label}
          </text>
        </g>
      ))}
    </g>
  );
}
