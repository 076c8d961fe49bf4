import { lanesOf } from "./chart-labels";
import { type Domain, linearScale, tickLabels, ticksOf } from "./chart-scale";
import styles from "./chart-svg.module.css";
import { smallSize, textWidth } from "./chart-text";

export interface ChartReference {
  value: number;
  label: string;
}

export interface AcrossAxisProps {
  domain: Domain;
  /** Where the domain begins and ends. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  label: string;
  /** The numbers stand above, too: for long charts. */
  both?: boolean;
}

/** The height that the axis takes below the rows. */
export const axisHeight = 44;

/** Values from left to right: hairlines through the rows, numbers and a name below. */
export function AcrossAxis({ domain, left, right, top, bottom, label, both }: AcrossAxisProps) {
  const x = linearScale(domain, [left, right]);
  const ticks = ticksOf(domain);
  const labels = tickLabels(ticks);
  const middle = (left + right) / 2;
  const half = textWidth(label, smallSize) / 2;
  // A long name under a narrow axis begins further left rather than outside the drawing.
  const nameAt = Math.max(Math.min(middle, right + 8 - half), half);
  return (
    <g aria-hidden>
      {ticks.map((tick, index) => (
        <g key={tick}>
          <path
            d={`M${x(tick)} ${top}V${bottom}`}
            className={tick === 0 && domain[0] < 0 ? styles.axisLine : styles.hairline}
          />
          <path d={`M${x(tick)} ${bottom}v4`} className={styles.axisLine} />
          {[bottom + 17, ...(both ? [top - 6] : [])].map((y) => (
            <text key={y} x={x(tick)} y={y} textAnchor="middle" fontSize={smallSize} className={styles.soft}>
              {labels[index]}
            </text>
          ))}
        </g>
      ))}
      <path d={`M${left} ${bottom}H${right}`} className={styles.axisLine} />
      <text x={nameAt} y={bottom + 36} textAnchor="middle" fontSize={smallSize} className={styles.soft}>
        {label}
      </text>
    </g>
  );
}

export interface AcrossReferencesProps {
  references: readonly ChartReference[];
  domain: Domain;
  left: number;
  right: number;
  /** Their names stand above this, their lines run from here to the bottom. */
  top: number;
  bottom: number;
}

const laneHeight = 15;

/** Where each reference's name stands: over its line, in a further lane where it would meet another. */
export function placeReferences(references: readonly ChartReference[], domain: Domain, left: number, right: number) {
  const x = linearScale(domain, [left, right]);
  const shown = references.filter(({ value }) => value >= domain[0] && value <= domain[1]);
  const places = shown.map(({ value, label }) => {
    const half = textWidth(label, smallSize) / 2;
    return { value, label, x: x(value), middle: Math.min(Math.max(x(value), half), right + 8 - half), half };
  });
  const lanes = lanesOf(
    places.map(({ middle, half }) => [middle - half, middle + half]),
    10,
  );
  const placed = places.map((place, index) => ({ ...place, lane: lanes[index] ?? 0 }));
  return { placed, height: (Math.max(-1, ...lanes) + 1) * laneHeight };
}

export function AcrossReferences({ references, domain, left, right, top, bottom }: AcrossReferencesProps) {
  const { placed } = placeReferences(references, domain, left, right);
  return (
    <g aria-hidden>
      {placed.map(({ value, label, x, lane }) => (
        <path key={`${value} ${label}`} d={`M${x} ${top - lane * laneHeight}V${bottom}`} className={styles.reference} />
      ))}
      {placed.map(({ value, label, middle, half, lane }) => (
        <g key={`${value} ${label}`}>
          <rect
            x={middle - half - 2}
            y={top - 15 - lane * laneHeight}
            width={2 * half + 4}
            height={laneHeight}
            className={styles.ground}
          />
          <text
            x={middle}
            y={top - 4 - lane * laneHeight}
            textAnchor="middle"
            fontSize={smallSize}
            className={styles.soft}
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
