import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./page-frame.module.css";

export interface PageFrameProps {
  title: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  width?: "narrow" | "normal" | "wide" | "full";
}

/** The frame of a screen: the one `main` and the one `h1`. */
export function PageFrame({ title, intro, actions, children, width = "normal" }: PageFrameProps) {
  return (
    <main id="main" tabIndex={-1} className={classes(styles.page, width !== "normal" && styles[width])}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {intro ? <div className={styles.intro}>{intro}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </main>
  );
}
