"use client";

import { AcrossAxis, axisHeight } from "./chart-axis";
import { lanesOf } from "./chart-labels";
import { ChartLegend, layLegend } from "./chart-legend";
import { ChartMark, type MarkShape } from "./chart-mark";
import { ChartRowLabel } from "./chart-row-label";
import { layRows, type RowLabel } from "./chart-row-layout";
import { type Domain, linearScale } from "./chart-scale";
import { ChartSvg } from "./chart-svg";
import styles from "./chart-svg.module.css";
import { smallSize, textWidth } from "./chart-text";
import { classes } from "./classes";
import dots from "./dot-groups.module.css";

export interface DotGroup extends RowLabel {
  id: string;
}

export interface DotSeries {
  id: string;
  label: string;
  /** Tells the series apart without any colour. */
  mark: MarkShape;
}

export interface DotGroupsProps {
  groups: readonly DotGroup[];
  series: readonly DotSeries[];
  /** `values[group][series]`; null stands in a column of its own, beside the axis. */
  values: readonly (readonly (number | null)[])[];
  domain: Domain;
  axisLabel: string;
  format: (value: number) => string;
  /** Heads the marks that have no place on the axis. */
  missingLabel?: string;
  width?: number;
}

const rowHeight = 28;
const hues = [dots.first, dots.second, dots.third, dots.fourth, dots.fifth];

/** Several marks on one line for each row: how far a figure depends on a choice. */
export function DotGroups(props: DotGroupsProps) {
  const { groups, series, values, domain, axisLabel, format, missingLabel = "no value", width = 720 } = props;
  const signs = series.map(({ id, label, mark }, index) => ({
    id,
    label,
    sign: (x: number, y: number) => <SeriesMark shape={mark} index={index} x={x} y={y} />,
  }));
  const top = layLegend(signs, width).height + 14;
  const swatches = groups.some(({ colour }) => colour !== undefined);
  const { labelWidth, rows, bottom } = layRows(groups, { top, rowHeight, widest: width * 0.4, swatches });
  const left = labelWidth + 24;
  const gapped = groups.some((_, row) => series.some((_, column) => (values[row]?.[column] ?? null) === null));
  const missingRoom = gapped ? Math.max(textWidth(missingLabel, smallSize), series.length * 13) + 24 : 12;
  const right = width - missingRoom;
  const x = linearScale(domain, [left, right]);
  const description = `${groups.length} rows with up to ${series.length} marks each; ${axisLabel}, from ${format(domain[0])} to ${format(domain[1])}.`;
  return (
    <ChartSvg width={width} height={bottom + axisHeight} description={description}>
      <ChartLegend entries={signs} x={0} y={0} width={width} />
      <AcrossAxis domain={domain} left={left} right={right} top={top} bottom={bottom} label={axisLabel} />
      {gapped ? (
        <>
          <path d={`M${right + 18} ${top}V${bottom}`} className={styles.axisLine} />
          <text x={right + 24} y={bottom + 17} fontSize={smallSize} className={styles.soft}>
            {missingLabel}
          </text>
        </>
      ) : null}
      {groups.map((group, row) => {
        const place = rows[row];
        if (!place) return null;
        const middle = place.top + place.height / 2;
        const placed = placeMarks(values[row] ?? [], series.length, x);
        const known = placed.flatMap((mark) => (mark.at === null ? [] : [mark.at]));
        return (
          <g key={group.id}>
            {row > 0 ? <path d={`M0 ${place.top}H${width}`} className={styles.hairline} /> : null}
            <ChartRowLabel label={group} row={place} swatch={swatches} />
            {known.length > 1 ? (
              <path d={`M${Math.min(...known)} ${middle}H${Math.max(...known)}`} className={styles.axisLine} />
            ) : null}
            {series.map(({ id, label, mark }, index) => {
              const { at = null, shift = 0 } = placed[index] ?? {};
              const value = values[row]?.[index] ?? null;
              return (
                <SeriesMark
                  key={id}
                  shape={mark}
                  index={index}
                  x={at ?? right + 31 + index * 13}
                  y={middle + shift}
                  title={`${group.label}, ${label}: ${value === null ? missingLabel : format(value)}`}
                />
              );
            })}
          </g>
        );
      })}
    </ChartSvg>
  );
}

/** Marks that would cover each other step aside, half above and half below the line. */
export function placeMarks(values: readonly (number | null)[], count: number, x: (value: number) => number) {
  const ats = Array.from({ length: count }, (_, index) => {
    const value = values[index] ?? null;
    return value === null ? null : x(value);
  });
  const known = ats.flatMap((at, index) => (at === null ? [] : [{ at, index }]));
  const lanes = lanesOf(known.map(({ at }) => [at - 5, at + 5]));
  const laneOf = new Map(known.map(({ index }, place) => [index, lanes[place] ?? 0]));
  return ats.map((at, index) => {
    if (at === null) return { at, shift: 0 };
    const near = known.filter((other) => Math.abs(other.at - at) < 10);
    const deepest = Math.max(...near.map((other) => laneOf.get(other.index) ?? 0));
    const step = deepest > 0 ? Math.min(10, 18 / deepest) : 0;
    return { at, shift: ((laneOf.get(index) ?? 0) - deepest / 2) * step };
  });
}

interface SeriesMarkProps {
  shape: MarkShape;
  index: number;
  x: number;
  y: number;
  title?: string;
}

function SeriesMark({ shape, index, x, y, title }: SeriesMarkProps) {
  return (
    <g className={classes(dots.mark, shape === "cross" && dots.stroked, hues[index % hues.length])}>
      {title ? <title>{title}</title> : null}
      <ChartMark shape={shape} x={x} y={y} radius={4.25} />
    </g>
  );
}
