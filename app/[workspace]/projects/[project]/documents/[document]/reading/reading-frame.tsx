"use client";

import type { ReactNode } from "react";
import { EmptyState } from "@/app/ui/empty-state";
import { DensityMap } from "../painting/density-map";
import { BookmarkMarks } from "./bookmark-marks";
import type { Reading } from "./reading";
import { ReadingDock } from "./reading-dock";
import styles from "./reading-parts.module.css";

export interface ReadingFrameProps {
  reading: Reading;
  standing: boolean;
  hrefOf: (documentId: string) => string;
  /** The text. */
  children: ReactNode;
}

/** Around the text: the map of the whole document beside it, the search under it. */
export function ReadingFrame({ reading, standing, hrefOf, children }: ReadingFrameProps) {
  if (reading.turns.length === 0) {
    return (
      <EmptyState title="This document has no text.">
        <p>There is nothing to read or to code in it. A lead can remove it from the project and import it again.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.text}>
        {children}
        <DensityMap reading={reading} standing={standing} />
      </div>
      <BookmarkMarks reading={reading} standing={standing} />
      <ReadingDock reading={reading} hrefOf={hrefOf} />
    </>
  );
}
