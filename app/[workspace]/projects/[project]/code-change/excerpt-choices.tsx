"use client";

import { memo } from "react";
import styles from "./code-change.module.css";
import type { OwnExcerpt } from "./use-own-excerpts";

export interface ExcerptChoicesProps {
  excerpts: readonly OwnExcerpt[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** A person's excerpts, each in its context with a box to tick. */
export const ExcerptChoices = memo(function ExcerptChoices({ excerpts, chosen, onChoose }: ExcerptChoicesProps) {
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <ul className={styles.choices} aria-label="Excerpts to move">
      {excerpts.map((each) => (
        <li key={each.codingId}>
          <label className={styles.excerpt}>
            <input
              type="checkbox"
              checked={chosen.has(each.codingId)}
              onChange={(event) => toggle(each.codingId, event.target.checked)}
            />
            <span>
              <span className={styles.source}>
                {each.documentName}
                {each.speaker ? `, ${each.speaker}` : ""}
              </span>
              <span className={styles.words}>
                <span className={styles.around}>{each.before}</span>
                {each.words}
                <span className={styles.around}>{each.after}</span>
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
});
