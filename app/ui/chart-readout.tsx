"use client";

import { type FocusEvent, type MouseEvent, type ReactNode, useState } from "react";
import styles from "./chart-grid.module.css";
import { placeOf } from "./chart-roving";
import { classes } from "./classes";

export interface ChartReadoutProps {
  /** What the place in this row and column says, in words. */
  nameOf: (row: number, column: number) => string;
  /** Stands there while nothing is pointed at. */
  resting: string;
  children: ReactNode;
}

/** Below a drawing the words for the place that the pointer or the focus is at. Its state is its own, so that
    pointing draws one line anew and not a thousand cells. */
export function ChartReadout({ nameOf, resting, children }: ChartReadoutProps) {
  const [read, setRead] = useState<string | null>(null);
  const point = (event: MouseEvent | FocusEvent) => {
    const place = placeOf(event.target);
    setRead(place ? nameOf(place.row, place.column) : null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it repeats for the eye what each place is named
    <div className={styles.grid} onMouseOver={point} onMouseLeave={() => setRead(null)} onFocus={point}>
      {children}
      <p aria-hidden className={classes(styles.readout, read !== null && styles.reading)}>
        {read ?? resting}
      </p>
    </div>
  );
}
