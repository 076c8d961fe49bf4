import { Fragment } from "react";
import styles from "./kbd.module.css";

/** Keys pressed together, `Ctrl+Shift+Z`; the plus key itself is `Plus`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split("+").map((key, at) => (
        <Fragment key={key}>
          {at > 0 ? <span className={styles.plus}>+</span> : null}
          <kbd className={styles.key}>{key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
