import { markPath } from "./chart-mark";
import { colourAttributes } from "./chart-row-label";
import type { RowLabel } from "./chart-row-layout";
import { clipInterval, type Domain, linearScale } from "./chart-scale";
import styles from "./chart-svg.module.css";

export interface IntervalRow extends RowLabel {
  id: string;
  value: number | null;
  interval: readonly [number, number] | null;
  /** Why a value or an interval is not there; stands in its place. */
  note?: string;
}

export interface IntervalRowMarkProps {
  row: IntervalRow;
  domain: Domain;
  left: number;
  right: number;
  middle: number;
}

/** The point and its whiskers. */
export function IntervalRowMark({ row, domain, left, right, middle }: IntervalRowMarkProps) {
  const { value, interval, strong } = row;
  const x = linearScale(domain, [left, right]);
  if (value === null) return null;
  const at = x(value);
  return (
    <g {...colourAttributes(row.colour)}>
      {interval ? <path d={whiskerPath(interval, domain, x, middle, strong)} className={styles.whisker} /> : null}
      {value < domain[0] || value > domain[1] ? (
        <path d={arrowHead(at, middle, value < domain[0] ? -1 : 1, 6)} className={styles.whisker} />
      ) : (
        <path d={markPath(strong ? "diamond" : "circle", at, middle, strong ? 5 : 4)} className={styles.mark} />
      )}
    </g>
  );
}

function whiskerPath(
  interval: readonly [number, number],
  domain: Domain,
  x: (value: number) => number,
  middle: number,
  strong: boolean | undefined,
): string {
  const clipped = clipInterval(interval, domain);
  const [from, to] = [x(clipped.low), x(clipped.high)];
  const cap = strong ? 5 : 4;
  const end = (at: number, cut: boolean, way: -1 | 1) =>
    cut ? arrowHead(at, middle, way, cap) : `M${at} ${middle - cap}v${2 * cap}`;
  return `M${from} ${middle}H${to}${end(from, clipped.cutLow, -1)}${end(to, clipped.cutHigh, 1)}`;
}

/** Points the way in which something goes on beyond the domain. */
function arrowHead(at: number, middle: number, way: -1 | 1, size: number): string {
  return `M${at - way * size} ${middle - size}L${at} ${middle}L${at - way * size} ${middle + size}`;
}
