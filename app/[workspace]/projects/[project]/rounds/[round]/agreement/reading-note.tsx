import styles from "./agreement.module.css";

/** What a reader of a figure should know, in one line. */
export function ReadingNote({ parts }: { parts: readonly (string | null)[] }) {
  return <span className={styles.note}>{parts.filter((part) => part !== null).join(" · ")}</span>;
}
