"use client";

import { Check } from "lucide-react";
import { classes } from "@/app/ui/classes";
import styles from "./reconcile.module.css";
import type { Answer } from "./use-reconciliation";

export interface DocumentListProps {
  documents: Answer["documents"];
  current: string;
  onChoose: (documentId: string) => void;
}

/** The documents with how much of each is settled. */
export function DocumentList({ documents, current, onChoose }: DocumentListProps) {
  return (
    <ul className={styles.documents}>
      {documents.map(({ id, name, settled, total }) => {
        const words = total === 0 ? "No disagreement" : `${settled} of ${total} settled`;
        return (
          <li key={id}>
            <button
              type="button"
              className={classes(styles.document, id === current && styles.here)}
              aria-current={id === current ? "true" : undefined}
              onClick={() => onChoose(id)}
            >
              <span className={styles.documentName}>{name}</span>
              <span className={styles.documentState}>
                {settled >= total ? <Check aria-hidden /> : null}
                {words}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
