import type { CSSProperties } from "react";
import { classes } from "./classes";
import styles from "./swatch.module.css";
import { VisuallyHidden } from "./visually-hidden";

export interface SwatchProps {
  /** `#rrggbb`. */
  colour: string;
  /** The name it stands for: a colour alone says nothing. Leave it out only where the name stands beside it. */
  label?: string;
  hideLabel?: boolean;
  shape?: "dot" | "square" | "bar";
}

export function Swatch({ colour, label, hideLabel, shape = "dot" }: SwatchProps) {
  const style: CSSProperties & { "--colour": string } = { "--colour": colour };
  return (
    <span className={styles.swatch}>
      <span
        aria-hidden
        data-colour
        className={classes(styles.mark, shape === "square" && styles.square, shape === "bar" && styles.bar)}
        style={style}
      />
      {label === undefined ? null : hideLabel ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        <span className={styles.label}>{label}</span>
      )}
    </span>
  );
}
