import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./tabs.module.css";

export interface NavTabItem {
  href: string;
  label: ReactNode;
  count?: number | string;
  current?: boolean;
}

export interface NavTabsProps {
  label: string;
  items: readonly NavTabItem[];
  /** Follows an address in place of the browser: for what the page already holds. */
  onFollow?: (href: string) => void;
}

/** Tabs that are pages: each has its address. */
export function NavTabs({ label, items, onFollow }: NavTabsProps) {
  return (
    <nav aria-label={label} className={styles.list}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          prefetch={false}
          onNavigate={
            onFollow &&
            ((event) => {
              event.preventDefault();
              onFollow(item.href);
            })
          }
          aria-current={item.current ? "page" : undefined}
          className={styles.tab}
        >
          {item.label}
          {item.count === undefined ? null : <span className={styles.count}>{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
