"use client";

import { useId } from "react";
import { Checkbox } from "@/app/ui/checkbox";
import styles from "./new-round.module.css";

export interface ChooseListProps {
  title: string;
  items: readonly { id: string; label: string; detail: string }[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
  /** What is still to be chosen, in words. */
  lacking: string | null;
}

/** Several of a list, with one box for all of them. */
export function ChooseList({ title, items, chosen, onChange, lacking }: ChooseListProps) {
  const titleId = useId();
  const count = items.filter((item) => chosen.has(item.id)).length;
  return (
    <section aria-labelledby={titleId} className={styles.choose}>
      <div className={styles.chooseHead}>
        <h2 id={titleId}>{title}</h2>
        <span className={styles.sum}>
          {count} of {items.length}
        </span>
      </div>
      <div className={styles.all}>
        <Checkbox
          checked={count === items.length}
          mixed={count > 0 && count < items.length}
          onChange={(all) => onChange(new Set(all ? items.map((item) => item.id) : []))}
        >
          All {title.toLowerCase()}
        </Checkbox>
      </div>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              checked={chosen.has(item.id)}
              onChange={(on) => {
                const next = new Set(chosen);
                if (on) next.add(item.id);
                else next.delete(item.id);
                onChange(next);
              }}
            >
              {item.label} <span className={styles.sum}>{item.detail}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.lacking}>
        {lacking}
      </p>
    </section>
  );
}
