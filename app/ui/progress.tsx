import type { CSSProperties, ReactNode } from "react";
import { classes } from "./classes";
import styles from "./progress.module.css";

export interface ProgressProps {
  /** What is being done. */
  label: string;
  hideLabel?: boolean;
  /** Left out while nobody knows how far it is. */
  value?: number;
  max?: number;
  /** How far it is, in words: "12 of 51". */
  words: string;
  /** For example a button that stops it. */
  action?: ReactNode;
}

export function Progress({ label, hideLabel, value, max = 100, words, action }: ProgressProps) {
  const share = value === undefined || max <= 0 ? 0 : Math.min(Math.max(value / max, 0), 1);
  const style: CSSProperties & { "--share": string } = { "--share": `${share * 100}%` };
  return (
    <div className={styles.progress}>
      <div className={styles.head}>
        {hideLabel ? null : <span>{label}</span>}
        <span className={styles.words}>{words}</span>
        {action}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={words}
        className={styles.track}
      >
        <div className={classes(styles.bar, value === undefined && styles.unknown)} style={style} />
      </div>
    </div>
  );
}
