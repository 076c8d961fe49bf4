"use client";

import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
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

export function Tabs({ label, tabs, selected, defaultSelected, onSelect, fill }: TabsProps) {
  return (
    <AriaTabs
      className={classes(styles.tabs, fill && styles.fill)}
      selectedKey={selected}
      defaultSelectedKey={defaultSelected}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className={styles.list ?? ""}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} isDisabled={tab.disabled} className={styles.tab ?? ""}>
            {tab.label}
            {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} shouldForceMount={tab.keep} className={styles.panel ?? ""}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
