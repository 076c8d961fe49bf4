"use client";

import { memo } from "react";
import { useSignal } from "../use-signal";
import type { Reading } from "./reading";
import styles from "./reading-parts.module.css";

/** How much of the document holds codings; it follows every act and renders alone. */
export const TurnProgress = memo(function TurnProgress({ reading, words }: { reading: Reading; words?: number }) {
  const progress = useSignal(reading.coded.progress);
  return (
    <span className={styles.progress}>
      {progress ? `${progress.coded} of ${progress.of} turns coded` : ""}
      {progress && words ? ` · ${words.toLocaleString("en")} words` : ""}
    </span>
  );
});
