"use client";

import { type CSSProperties, type ReactNode, type RefObject, useContext } from "react";
import styles from "./chart-grid.module.css";
import { ChartTitle } from "./chart-svg";

export interface ChartScrollProps {
  /** The width of the names that stay in sight. */
  left: number;
  following: RefObject<SVGGElement | null>;
  children: ReactNode;
}

/** A drawing wider than the page scrolls by itself, and its rows keep their names. */
export function ChartScroll({ left, following, children }: ChartScrollProps) {
  const title = useContext(ChartTitle);
  const style: CSSProperties = { scrollPaddingInlineStart: `${left / 16}rem` };
  return (
    <section
      aria-label={`${title}: scrolls sideways`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={styles.scroll}
      style={style}
      onScroll={({ currentTarget }) => {
        const svg = currentTarget.querySelector("svg");
        const scale = svg ? svg.viewBox.baseVal.width / svg.clientWidth : 1;
        following.current?.setAttribute("transform", `translate(${currentTarget.scrollLeft * scale} 0)`);
      }}
    >
      {children}
    </section>
  );
}
