"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { classes } from "./classes";
import styles from "./tabs.module.css";

export interface TabItem {
  id: string;
  label: ReactNode;
  count?: number | string;
  content: ReactNode;
  disabled?: boolean;
  /** Keeps the content in the page while another tab is shown, with its state and scroll position. */
  keep?: boolean;
}

export interface TabsProps {
  label: string;
  tabs: readonly TabItem[];
  selected?: string;
  defaultSelected?: string;
  onSelect?: (id: string) => void;
  /** Takes the height it is given; each panel scrolls by itself. */
  fill?: boolean;
}

/** The arrows go from tab to tab and show each at once; Tab leads on into the panel. */
export function Tabs({ label, tabs, selected, defaultSelected, onSelect, fill }: TabsProps) {
  const [own, setOwn] = useState(defaultSelected);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const open = tabs.filter((tab) => !tab.disabled);
  const current = tabs.find((tab) => tab.id === (selected ?? own)) ?? open[0];
  const select = (tab: TabItem) => {
    if (tab.id === current?.id) return;
    setOwn(tab.id);
    onSelect?.(tab.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = open.findIndex((tab) => tab.id === current?.id);
    const on = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: from + on,
      ArrowLeft: from - on,
      Home: 0,
      End: open.length - 1,
    };
    const step = steps[event.key];
    const next = step === undefined ? undefined : open.at(step === open.length ? 0 : step);
    if (!next) return;
    event.preventDefault();
    select(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div className={classes(styles.tabs, fill && styles.fill)}>
      <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => {
          const isCurrent = tab.id === current?.id;
          return (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${id}-tab-${tab.id}`}
              data-tab={tab.id}
              data-selected={isCurrent || undefined}
              data-disabled={tab.disabled || undefined}
              aria-selected={isCurrent}
              aria-controls={isCurrent || tab.keep ? `${id}-panel-${tab.id}` : undefined}
              aria-disabled={tab.disabled || undefined}
              tabIndex={isCurrent ? 0 : -1}
              className={styles.tab}
              onClick={() => {
                if (!tab.disabled) select(tab);
              }}
            >
              {tab.label}
              {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
            </button>
          );
        })}
      </div>
      {tabs.map((tab) =>
        tab.id === current?.id || tab.keep ? (
          <div
            key={tab.id}
            role="tabpanel"
            id={`${id}-panel-${tab.id}`}
            aria-labelledby={`${id}-tab-${tab.id}`}
            inert={tab.id !== current?.id}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
            tabIndex={0}
            className={styles.panel}
          >
            {tab.content}
          </div>
        ) : null,
      )}
    </div>
  );
}
