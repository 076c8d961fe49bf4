"use client";

import Link from "next/link";
import { memo } from "react";
import type { DeskHead } from "../saving/desk-session";
import type { Reading } from "./reading";
import styles from "./reading-parts.module.css";
import { TurnProgress } from "./turn-progress";

export interface EndOfDocumentProps {
  reading: Reading;
  title: string;
  documents: DeskHead["documents"];
  hrefOf: (documentId: string) => string;
}

/** After the last turn: that it was the last one, and the way on. */
export const EndOfDocument = memo(function EndOfDocument({ reading, title, documents, hrefOf }: EndOfDocumentProps) {
  const here = documents.findIndex((each) => each.id === reading.session.place.documentId);
  const next = documents[here + 1];
  return (
    <div className={styles.end}>
      <span>End of {title}</span>
      <TurnProgress reading={reading} />
      {next ? (
        <Link href={hrefOf(next.id)} prefetch={false}>
          Next document: {next.name}
        </Link>
      ) : (
        <span>The last document of the project</span>
      )}
    </div>
  );
});
