"use client";

import { type CSSProperties, createContext, type ReactNode, type SVGAttributes, useContext, useId } from "react";
import styles from "./chart-svg.module.css";
import { classes } from "./classes";

/** The title of the figure around a chart, which names the drawing too. */
export const ChartTitle = createContext("Chart");

export interface ChartSvgProps extends Pick<SVGAttributes<SVGSVGElement>, "onKeyDown" | "onFocus" | "onClick"> {
  width: number;
  height: number;
  /** What the drawing shows, in a sentence or two. */
  description: string;
  /** There is something in it to press: how that is done. */
  help?: string;
  /** Keeps its size; what is around it scrolls. */
  wide?: boolean;
  children: ReactNode;
}

/** The drawing: as wide as it says where there is room, smaller as a whole where there is not. */
export function ChartSvg({ width, height, description, help, wide, children, ...handlers }: ChartSvgProps) {
  const title = useContext(ChartTitle);
  const describedBy = useId();
  const helpId = useId();
  // In rem, so that a person's larger letters make the whole drawing larger and no label outgrows its place.
  const style: CSSProperties = { inlineSize: `${width / 16}rem` };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={help ? "group" : "img"}
      aria-label={title}
      aria-describedby={help ? `${describedBy} ${helpId}` : describedBy}
      data-chart=""
      className={classes(styles.chart, wide && styles.wide)}
      style={style}
      {...(help ? handlers : {})}
    >
      <desc id={describedBy}>{description}</desc>
      {help ? (
        <desc id={helpId} data-screen-only="">
          {help}
        </desc>
      ) : null}
      {children}
    </svg>
  );
}
