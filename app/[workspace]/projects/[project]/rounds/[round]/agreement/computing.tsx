import styles from "./views.module.css";

/** Said where figures are on their way; those before stay in sight meanwhile. */
export function Computing({ waiting }: { waiting: boolean }) {
  return (
    <span role="status" className={styles.status}>
      {waiting ? "Computing…" : ""}
    </span>
  );
}
