"use client";

import { Button } from "../../../../ui/button";
import { EmptyState } from "../../../../ui/empty-state";
import { Kbd } from "../../../../ui/kbd";
import styles from "./codebook.module.css";

export function SeveralChosen({ count, onMove }: { count: number; onMove: (() => void) | null }) {
  return (
    <div className={styles.nothing}>
      <EmptyState
        title={`${count} codes are chosen`}
        actions={onMove ? <Button onPress={onMove}>Move them to…</Button> : undefined}
      >
        {onMove ? (
          <p>
            Drag them onto a theme or between two codes, or move them with Alt and the arrows: one act, undone as one.
          </p>
        ) : null}
      </EmptyState>
    </div>
  );
}

export function NothingChosen({ leads, empty }: { leads: boolean; empty: boolean }) {
  if (!leads) {
    return (
      <div className={styles.nothing}>
        <EmptyState title={empty ? "The codebook is empty" : "Choose a code"}>
          <p>{empty ? "The lead writes the themes; they then stand here." : "What it means then stands here."}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.nothing}>
      <EmptyState title={empty ? "Write the first theme" : "Choose a code"}>
        {empty ? (
          <p>
            Type its name on the left and press <Kbd keys="Enter" />. <Kbd keys="Shift+Enter" /> goes on with its
            sub-themes, <Kbd keys="Backspace" /> in the empty field goes back up. A whole indented list can be pasted.
          </p>
        ) : (
          <dl className={styles.keys}>
            <dt>
              <Kbd keys="Enter" />
            </dt>
            <dd>goes to what the chosen code means</dd>
            <dt>
              <Kbd keys="F2" />
            </dt>
            <dd>renames it in its place</dd>
            <dt>
              <Kbd keys="Plus" />
            </dt>
            <dd>adds a sub-theme below it</dd>
            <dt>
              <Kbd keys="Alt+↑" /> <Kbd keys="Alt+↓" />
            </dt>
            <dd>moves it up or down among its siblings</dd>
            <dt>
              <Kbd keys="Alt+→" /> <Kbd keys="Alt+←" />
            </dt>
            <dd>moves it below the one before it, or out again</dd>
            <dt>
              <Kbd keys="Delete" />
            </dt>
            <dd>removes it, if it has not been used</dd>
          </dl>
        )}
      </EmptyState>
    </div>
  );
}
