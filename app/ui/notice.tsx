import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./notice.module.css";
import { VisuallyHidden } from "./visually-hidden";

export type Tone = "info" | "good" | "warn" | "error";

/** The icon and the word of each tone, so that its colour only repeats them. */
export const tones: Record<Tone, { icon: LucideIcon; word: string }> = {
  info: { icon: Info, word: "Note" },
  good: { icon: CircleCheck, word: "Done" },
  warn: { icon: TriangleAlert, word: "Take care" },
  error: { icon: CircleAlert, word: "Problem" },
};

export interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out when it appears: for what an action of the reader brought about. */
  live?: boolean;
}

export function Notice({ tone = "info", title, children, actions, live }: NoticeProps) {
  const { icon: Icon, word } = tones[tone];
  const role = live ? (tone === "error" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={classes(styles.notice, styles[tone])}>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.body}>
        <p className={title ? styles.title : styles.text}>
          <VisuallyHidden>{word}: </VisuallyHidden>
          {title ?? children}
        </p>
        {title && children ? <div className={styles.text}>{children}</div> : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
