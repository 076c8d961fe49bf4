import styles from "./kbd.module.css";

/** Keys pressed together, `Ctrl+Shift+Z`; the plus key itself is `Plus`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split("+").map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
