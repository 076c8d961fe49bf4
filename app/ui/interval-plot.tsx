"use client";

import { AcrossAxis, AcrossReferences, axisHeight, type ChartReference, placeReferences } from "./chart-axis";
import { type IntervalRow, IntervalRowMark } from "./chart-interval-mark";
import { IntervalNote, noteHeight, placeNote } from "./chart-interval-note";
import { useRoving } from "./chart-roving";
import { ChartRowLabel } from "./chart-row-label";
import { layRows } from "./chart-row-layout";
import { chartNumber, type Domain, domainOf } from "./chart-scale";
import { ChartSvg } from "./chart-svg";
import styles from "./chart-svg.module.css";
import { smallSize, textWidth } from "./chart-text";

export type { ChartReference } from "./chart-axis";
export type { IntervalRow } from "./chart-interval-mark";

export interface IntervalPlotProps {
  /** In the order in which they are shown. */
  rows: readonly IntervalRow[];
  /** By default from 0 to 1, wider where a value needs it; an interval that leaves it ends in an arrow head. */
  domain?: Domain;
  /** Thin dashed lines through all rows. */
  reference?: readonly ChartReference[];
  axisLabel: string;
  /** Heads the figures at the right. */
  figuresLabel?: string;
  format?: (value: number) => string;
  /** Rows become buttons. */
  onRow?: (id: string) => void;
  width?: number;
}

const rowHeight = 26;

/** A point and its interval for each row, with the figures beside them. */
export function IntervalPlot(props: IntervalPlotProps) {
  const { rows, reference = [], axisLabel, figuresLabel = "value [interval]", format = chartNumber, onRow } = props;
  const { width = 720 } = props;
  const domain = props.domain ?? domainOf(rows.map((row) => row.value));
  const both = rows.length > 16;

  const figures = rows.map(({ value, interval }) => ({
    value: value === null ? "–" : format(value),
    interval: value === null || interval === null ? "" : `[${format(interval[0])}, ${format(interval[1])}]`,
  }));
  const widthOf = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, smallSize)));
  const valueWidth = widthOf(figures.map((figure) => figure.value));
  const intervalWidth = widthOf(figures.map((figure) => figure.interval));
  const figuresWidth = Math.max(valueWidth + 6 + intervalWidth, textWidth(figuresLabel, smallSize));
  const figuresAt = width - figuresWidth - 6;
  const right = figuresAt - 20;

  // The labels' width decides where the plot begins, and that where the names of the references stand.
  const widest = Math.max(width * 0.4, 120);
  const { labelWidth } = layRows(rows, { top: 0, rowHeight, widest });
  const left = labelWidth + 28;
  const head = placeReferences(reference, domain, left, right).height;
  const top = (both ? head + 18 : Math.max(head, 16)) + 6;
  const notes = rows.map((row) => placeNote(row, domain, left, right));
  const { rows: placed, bottom } = layRows(rows, { top, rowHeight, widest, least: notes.map(noteHeight) });

  const { handlers, tabIndexOf } = useRoving({
    rows: rows.length,
    onPress: (index) => {
      const row = rows[index];
      if (row) onRow?.(row.id);
    },
  });
  const description = `${rows.length} rows; ${axisLabel}, from ${format(domain[0])} to ${format(domain[1])}.`;
  return (
    <ChartSvg
      width={width}
      height={bottom + axisHeight}
      description={description}
      help={onRow && "Arrow keys move between rows, Enter opens one."}
      {...handlers}
    >
      {rows.map((row, index) =>
        row.depth === undefined || row.depth > 0 || index === 0 ? null : (
          <path key={row.id} d={`M0 ${placed[index]?.top}H${width}`} className={styles.hairline} />
        ),
      )}
      <AcrossAxis domain={domain} left={left} right={right} top={top} bottom={bottom} label={axisLabel} both={both} />
      <AcrossReferences
        references={reference}
        domain={domain}
        left={left}
        right={right}
        top={top - (both ? 20 : 2)}
        bottom={bottom}
      />
      <text aria-hidden x={figuresAt} y={top - 6} fontSize={smallSize} className={styles.soft}>
        {figuresLabel}
      </text>
      {rows.map((row, index) => {
        const place = placed[index];
        const figure = figures[index];
        const note = notes[index];
        if (!place || !figure) return null;
        const middle = place.top + place.height / 2;
        const name = <ChartRowLabel label={row} row={place} x={4} />;
        const box = { x: 1, y: place.top + 1, width: width - 2, height: place.height - 2, rx: 3 };
        return (
          <g key={row.id}>
            {onRow ? (
              // biome-ignore lint/a11y/useSemanticElements: a drawing has no button element
              <g
                role="button"
                tabIndex={tabIndexOf(index)}
                aria-label={rowName(row, format)}
                data-row={index}
                data-column={0}
                className={styles.press}
              >
                <rect {...box} data-screen-only="" className={styles.hit} />
                {name}
                <rect {...box} data-screen-only="" className={styles.ring} />
              </g>
            ) : (
              name
            )}
            {/* Beside the button, not in it: its name says the figures in words, not as they are printed. */}
            <g aria-hidden className={styles.beside}>
              <IntervalRowMark row={row} domain={domain} left={left} right={right} middle={middle} />
              {note ? <IntervalNote note={note} middle={middle} /> : null}
              <text
                x={figuresAt + valueWidth}
                y={middle + smallSize * 0.35}
                textAnchor="end"
                fontSize={smallSize}
                className={styles.ink}
              >
                {figure.value}
              </text>
              {figure.interval ? (
                <text
                  x={figuresAt + valueWidth + 6}
                  y={middle + smallSize * 0.35}
                  fontSize={smallSize}
                  className={styles.soft}
                >
                  {figure.interval}
                </text>
              ) : null}
            </g>
          </g>
        );
      })}
    </ChartSvg>
  );
}

/** What a row says, in words. */
export function rowName({ label, value, interval, note }: IntervalRow, format: (value: number) => string): string {
  const said = value === null ? "no value" : format(value);
  const range =
    value === null ? "" : interval ? `, interval ${format(interval[0])} to ${format(interval[1])}` : ", no interval";
  return `${label}: ${said}${range}${note ? `, ${note}` : ""}`;
}
