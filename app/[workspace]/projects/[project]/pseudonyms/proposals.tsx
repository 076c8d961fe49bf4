"use client";

import { useLayoutEffect, useRef } from "react";
import type { NameCandidate } from "@/lib/pseudonyms/candidates";
import { Button } from "../../../../ui/button";
import { EmptyState } from "../../../../ui/empty-state";
import { Spinner } from "../../../../ui/spinner";
import styles from "./pseudonyms.module.css";

export interface ProposalsProps {
  looking: boolean;
  proposals: readonly NameCandidate[];
  dismissed: number;
  onAdd: (name: string) => void;
  onDismiss: (name: string) => void;
  onProposeAgain: () => void;
}

const SHOWN = 150;

const SOURCE_WORDS: Readonly<Record<NameCandidate["source"], string>> = {
  label: "a speaker’s label",
  participant: "a participant",
  document: "in a document’s name",
  text: "in the words",
};

function foundWords({ count, documents, source }: NameCandidate): string {
  const times = count === 0 ? "not in the words" : `${count} ${count === 1 ? "place" : "places"}`;
  const where = count === 0 ? "" : ` in ${documents} ${documents === 1 ? "document" : "documents"}`;
  return source === "text" ? `${times}${where}` : `${SOURCE_WORDS[source]}, ${times}${where}`;
}

export function Proposals({ looking, proposals, dismissed, onAdd, onDismiss, onProposeAgain }: ProposalsProps) {
  const list = useRef<HTMLUListElement>(null);
  // What was decided leaves the list: the hand stays at the same place of it.
  const next = useRef<{ at: number; act: string } | null>(null);
  useLayoutEffect(() => {
    if (!next.current) return;
    const { at, act } = next.current;
    next.current = null;
    const rows = list.current?.children;
    const row = rows?.[Math.min(at, rows.length - 1)];
    row?.querySelector<HTMLElement>(`[data-act="${act}"] button`)?.focus();
  });
  const again =
    dismissed > 0 ? (
      <Button size="small" variant="quiet" onPress={onProposeAgain}>
        {dismissed === 1 ? "Propose the dismissed word again" : `Propose the ${dismissed} dismissed words again`}
      </Button>
    ) : null;
  if (looking) return <Spinner>Looking for names in all documents…</Spinner>;
  if (proposals.length === 0) {
    return (
      <EmptyState title="No proposals left" actions={again}>
        <p>No other word looks like a name. Names in small letters or in scripts without capitals have to be typed.</p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      <p className={styles.soft}>
        Capitalised words, speakers’ labels and names of documents. A guess: it misses names, and finds words that are
        none. Read on in the documents before you rely on it.
      </p>
      <ul ref={list} className={styles.proposals} aria-label="Proposed names">
        {proposals.slice(0, SHOWN).map((each, at) => (
          <li key={each.name} className={styles.proposal}>
            <strong className={styles.proposed}>{each.name}</strong>
            <span className={styles.soft}>{foundWords(each)}</span>
            <span className={styles.buttons}>
              <span data-act="add">
                <Button
                  size="small"
                  aria-label={`Add ${each.name}`}
                  onPress={() => {
                    next.current = { at, act: "add" };
                    onAdd(each.name);
                  }}
                >
                  Add
                </Button>
              </span>
              <span data-act="dismiss">
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`${each.name} is not a name`}
                  onPress={() => {
                    next.current = { at, act: "dismiss" };
                    onDismiss(each.name);
                  }}
                >
                  Not a name
                </Button>
              </span>
            </span>
          </li>
        ))}
      </ul>
      {proposals.length > SHOWN ? (
        <p className={styles.soft}>{proposals.length - SHOWN} more follow when these are decided.</p>
      ) : null}
      <div>{again}</div>
    </div>
  );
}
