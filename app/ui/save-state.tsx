import { Check, CircleAlert, CloudOff, Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./save-state.module.css";

export interface SaveStateProps {
  state: "saved" | "saving" | "waiting" | "failed";
  /** "Saved", "Saving…", "Offline: 3 changes wait on this computer", "Not saved: …". */
  words: string;
  /** For example a button that tries again. */
  action?: ReactNode;
  /** Not said aloud with each change, where somebody else says what matters. */
  quiet?: boolean;
}

const icons = { saved: Check, saving: Ellipsis, waiting: CloudOff, failed: CircleAlert };

export function SaveState({ state, words, action, quiet = false }: SaveStateProps) {
  const Icon = icons[state];
  return (
    <span className={classes(styles.state, styles[state])}>
      <Icon className={styles.icon} aria-hidden />
      {quiet ? (
        <span>{words}</span>
      ) : (
        <span role="status" aria-live="polite">
          {words}
        </span>
      )}
      {action}
    </span>
  );
}
