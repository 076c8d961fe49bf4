"use client";

import Link from "next/link";
import { useWorkspace } from "@/app/client/workspace-context";
import { MarkedWords, type SideMark } from "../marked-words";
import styles from "./agreement.module.css";
import { excerptAround } from "./excerpt-around";

export interface PlaceItemProps {
  projectId: string;
  roundId: string;
  documentId: string;
  document: string;
  turn: number | null;
  speaker: string | null;
  start: number;
  words: string;
  marks: readonly SideMark[];
}

/** One place in the text: where it is, who says it, the words with each coder's marks, and the way to settle it. */
export function PlaceItem(props: PlaceItemProps) {
  const { projectId, roundId, documentId, document, turn, speaker, start, words, marks } = props;
  const { name: workspace } = useWorkspace();
  const shown = excerptAround(words, start, marks);
  const href = `/${workspace}/projects/${projectId}/rounds/${roundId}/reconcile?document=${documentId}&at=${marks[0]?.start ?? start}`;
  return (
    <li className={styles.place}>
      <p className={styles.where}>
        <span>
          {document}
          {turn === null ? null : `, turn ${turn}`}
          {speaker === null ? null : `, ${speaker}`}
        </span>
        <Link href={href} prefetch={false}>
          In the text
        </Link>
      </p>
      <p className={styles.words} dir="auto">
        {shown.before ? "… " : null}
        <MarkedWords words={shown.words} start={shown.start} marks={marks} />
        {shown.after ? " …" : null}
      </p>
    </li>
  );
}
