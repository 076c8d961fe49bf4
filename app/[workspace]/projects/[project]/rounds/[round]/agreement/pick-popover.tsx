"use client";

import { ChevronDown } from "lucide-react";
import { type CSSProperties, useState } from "react";
import { Button } from "@/app/ui/button";
import { Checkbox } from "@/app/ui/checkbox";
import { Popover } from "@/app/ui/popover";
import { Swatch } from "@/app/ui/swatch";
import styles from "./choice-bar.module.css";
import { countWords } from "./figure-words";
import { branchState, type PickItem, pickedIds, withBranch } from "./pick-list";

export interface PickPopoverProps {
  label: string;
  items: readonly PickItem[];
  /** All without it. */
  chosen: readonly string[] | undefined;
  onChange: (ids: string[] | undefined) => void;
}

/** Some of a list or a tree, or all of it. An empty choice waits until it holds something. */
export function PickPopover({ label, items, chosen, onChange }: PickPopoverProps) {
  const kept = new Set(chosen ?? items.map(({ id }) => id));
  // While the panel is open: what is ticked, also when it is nothing, or quicker than the address follows.
  const [draft, setDraft] = useState<ReadonlySet<string> | null>(null);
  const picked = draft ?? kept;
  const choose = (next: ReadonlySet<string>) => {
    const ids = pickedIds(items, next);
    setDraft(next);
    if (ids?.length !== 0) onChange(ids);
  };
  const count = items.filter(({ id }) => kept.has(id)).length;
  const words =
    count === items.length ? `All ${countWords(count)}` : `${countWords(count)} of ${countWords(items.length)}`;
  const themes = items.filter(({ depth }) => depth === 0);
  return (
    <div className={styles.field}>
      <span aria-hidden className={styles.label}>
        {label}
      </span>
      <Popover
        label={label}
        onOpenChange={() => setDraft(null)}
        trigger={
          <Button aria-label={`${label}: ${words.toLowerCase()}`}>
            {words}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <div className={styles.pick}>
          <div className={styles.pickHead}>
            <Checkbox
              checked={picked.size === items.length}
              mixed={picked.size > 0 && picked.size < items.length}
              onChange={(on) => choose(new Set(on ? items.map(({ id }) => id) : []))}
            >
              All
            </Checkbox>
            {themes.length < items.length ? (
              <Button size="small" variant="quiet" onPress={() => choose(new Set(themes.map(({ id }) => id)))}>
                Themes only
              </Button>
            ) : null}
          </div>
          <ul className={styles.pickList}>
            {items.map((item) => {
              const state = branchState(items, picked, item.id);
              const style: CSSProperties & { "--depth": number } = { "--depth": item.depth };
              return (
                <li key={item.id} style={style}>
                  <Checkbox
                    checked={state === "all"}
                    mixed={state === "some"}
                    onChange={(on) => choose(withBranch(items, picked, item.id, on))}
                  >
                    <span className={styles.pickItem}>
                      {item.colour ? <Swatch colour={item.colour} /> : null}
                      <span>{item.label}</span>
                    </span>
                  </Checkbox>
                </li>
              );
            })}
          </ul>
          <p role="status" className={styles.pickNote}>
            {picked.size === 0 ? "Choose at least one; until then the figures stay as they are." : ""}
          </p>
        </div>
      </Popover>
    </div>
  );
}
