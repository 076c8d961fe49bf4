"use client";

import { memo, useCallback, useSyncExternalStore } from "react";
import { classes } from "@/app/ui/classes";
import { Swatch } from "@/app/ui/swatch";
import type { CodingStore } from "../saving/coding-store";
import styles from "./codebook-pane.module.css";

export interface CodeRowProps {
  id: string;
  name: string;
  colour: string;
  retired: boolean;
  proposal: boolean;
  level: number;
  place: number;
  siblings: number;
  expanded: boolean | null;
  aside: boolean;
  selected: boolean;
  /** The one row that Tab comes to. */
  reachable: boolean;
  /** Whether there is anything to be done with codes here. */
  menu: boolean;
  draggable: boolean;
  store: CodingStore;
}

/** One code in the tree. Presses, keys and drags are the tree's; of the codings only this code's number is followed. */
export const CodeRow = memo(function CodeRow(props: CodeRowProps) {
  const { id, name, colour, retired, proposal, level, expanded, aside, selected, reachable, store } = props;
  const count = useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribeToCount(id, listener), [store, id]),
    () => store.countOf(id),
    () => store.countOf(id),
  );
  const mark = proposal ? "only you" : retired ? "retired" : null;
  const words = [name, mark, count > 0 ? `${count} ${count === 1 ? "coding" : "codings"} of yours here` : null];
  return (
    <div
      role="treeitem"
      data-code={id}
      aria-label={words.filter((each) => each !== null).join(", ")}
      aria-level={level}
      aria-posinset={props.place}
      aria-setsize={props.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={selected}
      tabIndex={reachable ? 0 : -1}
      draggable={props.draggable}
      className={classes(styles.row, selected && styles.selected, (aside || retired) && styles.aside)}
      style={{ paddingInlineStart: `calc(var(--space-1) + ${level - 1} * var(--space-4))` }}
    >
      {expanded === null ? (
        <span className={styles.gap} />
      ) : (
        <span data-chevron aria-hidden className={styles.chevron} />
      )}
      <Swatch colour={colour} />
      <span data-code-name className={styles.name}>
        {name}
      </span>
      {/* With spaces between them, as the row's name has them. */}
      {mark ? <span className={styles.mark}> {mark}</span> : null}
      <span className={styles.count}>{count > 0 ? ` ${count}` : ""}</span>
      {props.menu ? (
        <button type="button" tabIndex={-1} data-more className={styles.more} aria-label={`More about ${name}`}>
          ⋯
        </button>
      ) : null}
    </div>
  );
});
