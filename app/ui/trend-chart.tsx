"use client";

import { spreadLabels } from "./chart-labels";
import { ChartMark, markShapes } from "./chart-mark";
import { colourAttributes } from "./chart-row-label";
import { clipInterval, type Domain, linearScale, tickLabels, ticksOf } from "./chart-scale";
import { ChartSvg } from "./chart-svg";
import styles from "./chart-svg.module.css";
import { cutText, smallSize, textWidth, wrapText } from "./chart-text";
import { classes } from "./classes";
import trend from "./trend-chart.module.css";

export interface TrendPoint {
  id: string;
  label: string;
}

export interface TrendValue {
  value: number;
  interval: readonly [number, number] | null;
}

export interface TrendSeries {
  id: string;
  label: string;
  /** `#rrggbb`. */
  colour?: string;
  /** One for each point; null leaves a gap in the line. */
  values: readonly (TrendValue | null)[];
}

export interface TrendChartProps {
  /** From left to right. */
  points: readonly TrendPoint[];
  series: readonly TrendSeries[];
  domain: Domain;
  axisLabel: string;
  /** The id of the series that stands out; the others step back. */
  highlighted?: string;
  width?: number;
}

const top = 30;
const labelGap = 16;

/** Values in their order from left to right, each line named at its end. */
export function TrendChart({ points, series, domain, axisLabel, highlighted, width = 720 }: TrendChartProps) {
  const drawn = series.filter((one) => one.values.some((value) => value !== null));
  const without = series.filter((one) => !drawn.includes(one)).map((one) => one.label);
  const bottom = Math.max(300, top + drawn.length * labelGap);
  const ticks = ticksOf(domain);
  const numbers = tickLabels(ticks);
  const left = Math.ceil(Math.max(...numbers.map((number) => textWidth(number, smallSize)))) + 12;
  const namesWidth = Math.min(
    Math.max(0, ...drawn.map(({ label }) => textWidth(label, smallSize, true))),
    width * 0.34,
  );
  const right = width - namesWidth - 34;
  const slot = (right - left) / Math.max(points.length, 1);
  const xOf = (index: number) => left + (index + 0.5) * slot;
  const y = linearScale(domain, [bottom, top]);
  // Whiskers of the same point stand beside each other.
  const aside = Math.min(7, (slot * 0.5) / Math.max(drawn.length, 1));
  const shiftOf = (index: number) => (index - (drawn.length - 1) / 2) * aside;

  const ends = drawn.map((one, index) => {
    const last = one.values.findLastIndex((value) => value !== null);
    return { x: xOf(last) + shiftOf(index), y: y(one.values[last]?.value ?? domain[0]) };
  });
  const labelYs = spreadLabels(
    ends.map((end) => end.y),
    labelGap,
    [top, bottom],
  );
  // What stands out is drawn last, over the others.
  const isBack = (index: number) => drawn[index]?.id !== highlighted;
  const order = [...drawn.keys()].sort((a, b) => Number(isBack(b)) - Number(isBack(a)));
  const pointLines = points.map(({ label }) => wrapText(label, slot - 8, 3, smallSize));
  const withoutLines = without.length > 0 ? wrapText(`No values: ${without.join(", ")}`, width - 8, 3, smallSize) : [];
  const below = bottom + 18 + Math.max(1, ...pointLines.map((lines) => lines.length)) * 15;
  return (
    <ChartSvg
      width={width}
      height={below + withoutLines.length * 15}
      description={`${series.length} lines over ${points.length} points; ${axisLabel}, from ${numbers[0]} to ${numbers.at(-1)}.`}
    >
      <text x={0} y={12} fontSize={smallSize} className={styles.soft}>
        {axisLabel}
      </text>
      {ticks.map((tick, index) => (
        <g key={tick}>
          <path
            d={`M${left} ${y(tick)}H${right}`}
            className={tick === 0 && domain[0] < 0 ? styles.axisLine : styles.hairline}
          />
          <text
            x={left - 8}
            y={y(tick) + smallSize * 0.35}
            textAnchor="end"
            fontSize={smallSize}
            className={styles.soft}
          >
            {numbers[index]}
          </text>
        </g>
      ))}
      <path d={`M${left} ${bottom}H${right}`} className={styles.axisLine} />
      {points.map((point, index) => (
        <g key={point.id}>
          <path d={`M${xOf(index)} ${bottom}v4`} className={styles.axisLine} />
          {pointLines[index]?.map((line, number) => {
            const lineY = bottom + 19 + number * 15;
            return (
              <text
                key={lineY}
                x={xOf(index)}
                y={lineY}
                textAnchor="middle"
                fontSize={smallSize}
                className={styles.soft}
              >
                {line}
              </text>
            );
          })}
        </g>
      ))}
      {order.map((index) => {
        const one = drawn[index];
        const end = ends[index];
        const labelY = labelYs[index] ?? 0;
        if (!one || !end) return null;
        const stands = one.id === highlighted;
        const shown = cutText(one.label, namesWidth, smallSize, true);
        return (
          <g
            key={one.id}
            {...colourAttributes(one.colour)}
            className={classes(trend.series, stands && trend.stands, highlighted && !stands && trend.back)}
          >
            <SeriesLine series={one} shape={index} domain={domain} x={(at) => xOf(at) + shiftOf(index)} y={y} />
            <path d={`M${end.x + 8} ${end.y}L${right + 2} ${end.y}L${right + 14} ${labelY}`} className={trend.leader} />
            <ChartMark
              shape={markShapes[index % markShapes.length] ?? "circle"}
              x={right + 21}
              y={labelY}
              radius={3.5}
              className={markClass(index)}
            />
            <text
              x={right + 30}
              y={labelY + smallSize * 0.35}
              fontSize={smallSize}
              className={classes(highlighted && !stands ? styles.soft : styles.ink, stands && styles.strong)}
            >
              {shown === one.label ? null : <title>{one.label}</title>}
              {shown}
            </text>
          </g>
        );
      })}
      {withoutLines.map((line, index) => (
        <text key={line} x={0} y={below + 11 + index * 15} fontSize={smallSize} className={styles.soft}>
          {line}
        </text>
      ))}
    </ChartSvg>
  );
}

interface SeriesLineProps {
  series: TrendSeries;
  /** Which of the shapes marks its points. */
  shape: number;
  domain: Domain;
  x: (index: number) => number;
  y: (value: number) => number;
}

function SeriesLine({ series, shape, domain, x, y }: SeriesLineProps) {
  const { values } = series;
  const line = values.flatMap((value, index) => {
    if (!value) return [];
    return [`${values[index - 1] ? "L" : "M"}${x(index)} ${y(value.value)}`];
  });
  return (
    <>
      {values.map((value, index) => {
        if (!value?.interval) return null;
        const { low, high, cutLow, cutHigh } = clipInterval(value.interval, domain);
        const [at, from, to] = [x(index), y(low), y(high)];
        const foot = cutLow ? `M${at - 3} ${from - 4}L${at} ${from}L${at + 3} ${from - 4}` : `M${at - 3} ${from}h6`;
        const head = cutHigh ? `M${at - 3} ${to + 4}L${at} ${to}L${at + 3} ${to + 4}` : `M${at - 3} ${to}h6`;
        return <path key={at} d={`M${at} ${from}V${to}${foot}${head}`} className={trend.whisker} />;
      })}
      <path d={line.join("")} className={trend.line} />
      {values.map((value, index) =>
        value ? (
          <ChartMark
            key={x(index)}
            shape={markShapes[shape % markShapes.length] ?? "circle"}
            x={x(index)}
            y={y(value.value)}
            radius={4}
            className={markClass(shape)}
          />
        ) : null,
      )}
    </>
  );
}

/** A cross has no inside: it is drawn, not filled. */
function markClass(index: number) {
  return markShapes[index % markShapes.length] === "cross" ? trend.cross : trend.mark;
}
