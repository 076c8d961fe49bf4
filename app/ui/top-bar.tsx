import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./top-bar.module.css";

export interface Crumb {
  label: string;
  /** The last one, where the reader is, has none. */
  href?: string;
}

export interface TopBarProps {
  crumbs?: readonly Crumb[];
  homeHref?: string;
  /** Between the crumbs and the right side, for example the links of a project. */
  children?: ReactNode;
  right?: ReactNode;
}

export function TopBar({ crumbs = [], homeHref = "/", children, right }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      <Link href={homeHref} prefetch={false} className={styles.brand}>
        Tandem
      </Link>
      {crumbs.length > 0 ? (
        <nav aria-label="Where you are" className={styles.crumbs}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.href ?? crumb.label}>
                {crumb.href ? (
                  <Link href={crumb.href} prefetch={false} className={styles.crumb}>
                    {crumb.label}
                  </Link>
                ) : (
                  <span aria-current="page" className={classes(styles.crumb, styles.here)}>
                    {crumb.label}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={styles.middle}>{children}</div>
      {right ? <div className={styles.right}>{right}</div> : null}
    </header>
  );
}
