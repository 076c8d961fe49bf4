import type { ReactNode } from "react";
import styles from "./spinner.module.css";

/** Never without words: what is being waited for. */
export function Spinner({ children }: { children: ReactNode }) {
  return (
    <span role="status" className={styles.spinner}>
      <span aria-hidden className={styles.ring} />
      {children}
    </span>
  );
}
