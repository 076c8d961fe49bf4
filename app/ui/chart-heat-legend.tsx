import type { CSSProperties } from "react";
import styles from "./chart-grid.module.css";
import { type Heat, hatching } from "./chart-heat";
import { type Domain, linearScale } from "./chart-scale";
import ink from "./chart-svg.module.css";
import { smallSize, textWidth } from "./chart-text";

export interface ChartHeatLegendProps {
  label: string;
  domain: Domain;
  format: (value: number) => string;
  heatOf: (value: number) => Heat;
  /** What a hatched cell means; absent where there is none. */
  missing?: string;
  x: number;
  y: number;
}

const steps = 32;
const stripWidth = 160;
const stripHeight = 12;

export const heatLegendHeight = 50;

/** The tints from the lowest value to the highest, with their numbers. */
export function ChartHeatLegend({ label, domain, format, heatOf, missing, x, y }: ChartHeatLegendProps) {
  // The strip begins where the first number has its middle.
  const start = x + Math.ceil(textWidth(format(domain[0]), smallSize) / 2);
  const at = linearScale(domain, [start, start + stripWidth]);
  const valueAt = (share: number) => domain[0] + share * (domain[1] - domain[0]);
  const halfway = valueAt(0.5);
  const marked =
    domain[0] < 0 && domain[1] > 0
      ? [domain[0], 0, domain[1]]
      : format(halfway) === format(domain[0]) || format(halfway) === format(domain[1])
        ? [...domain]
        : [domain[0], halfway, domain[1]];
  const words = (value: number) => (value === 0 && domain[0] < 0 ? "0" : format(value));
  const half = (value: number) => textWidth(words(value), smallSize) / 2;
  // A number that would meet one of the ends gives way to it.
  const numbers = marked.filter((value, index) => {
    if (index === 0 || index === marked.length - 1) return true;
    const apart = (end: number) => Math.abs(at(value) - at(end)) >= half(value) + half(end) + 5;
    return apart(domain[0]) && apart(domain[1]);
  });
  const missingAt = start + stripWidth + 40;
  return (
    <g aria-hidden>
      <text x={x} y={y + 10} fontSize={smallSize} className={ink.soft}>
        {label}
      </text>
      <g className={styles.strip}>
        {Array.from({ length: steps }, (_, step) => {
          const { depth, below } = heatOf(valueAt((step + 0.5) / steps));
          const style: CSSProperties & { "--depth": number } = { "--depth": depth };
          return (
            <rect
              key={valueAt(step / steps)}
              x={start + (step * stripWidth) / steps}
              y={y + 18}
              width={stripWidth / steps + (step < steps - 1 ? 0.5 : 0)}
              height={stripHeight}
              style={style}
              className={below ? styles.below : styles.above}
              fill="var(--tint-of-cell)"
            />
          );
        })}
        <rect x={start} y={y + 18} width={stripWidth} height={stripHeight} className={ink.axisLine} />
        {numbers.map((value) => (
          <text
            key={value}
            x={at(value)}
            y={y + 18 + stripHeight + 15}
            textAnchor="middle"
            fontSize={smallSize}
            className={ink.soft}
          >
            {words(value)}
          </text>
        ))}
      </g>
      {missing ? (
        <>
          <rect x={missingAt} y={y + 17} width={24} height={14} className={styles.none} />
          <path d={hatching(missingAt, y + 17, 24, 14)} className={styles.hatch} />
          <text x={missingAt + 31} y={y + 24 + smallSize * 0.35} fontSize={smallSize} className={ink.soft}>
            {missing}
          </text>
        </>
      ) : null}
    </g>
  );
}
