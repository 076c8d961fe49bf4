"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { useRead } from "@/app/client/use-read";
import type { Span } from "@/lib/text/span";
import styles from "./find-bar.module.css";
import type { Reading } from "./reading";

export interface ProjectHitsProps {
  reading: Reading;
  words: string;
  matchCase: boolean;
  wholeWords: boolean;
  hrefOf: (documentId: string) => string;
  onGo: (span: Span) => void;
}

/** How long the hand rests before the server is asked. */
const RESTED_MS = 250;

/** What all documents of the project hold of the words, by document; each hit leads to its place. */
export function ProjectHits({ reading, words, matchCase, wholeWords, hrefOf, onGo }: ProjectHitsProps) {
  const { projectId, documentId } = reading.session.place;
  const [wanted, setWanted] = useState(words.trim());
  useEffect(() => {
    const timer = setTimeout(() => setWanted(words.trim()), RESTED_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const { data, error } = useRead(
    "find-words",
    { projectId, words: wanted, matchCase, wholeWords },
    { enabled: wanted !== "" },
  );
  const settled = wanted === words.trim();
  const summary = error
    ? sentenceOfError(error)
    : wanted === ""
      ? "Type some words: they are looked for in every document of the project."
      : !data || !settled
        ? "Looking…"
        : data.total === 0
          ? `No document says “${wanted}”.`
          : `${data.total.toLocaleString()} ${data.total === 1 ? "hit" : "hits"} in ${data.documents.length} ${data.documents.length === 1 ? "document" : "documents"}`;
  return (
    <div className={styles.list}>
      <p className={styles.note} role="status">
        {summary}
      </p>
      {data && data.documents.length > 0 && wanted !== "" ? (
        <ul className={styles.hits} aria-label="Hits by document">
          {data.documents.map((each) => (
            <li key={each.documentId}>
              <div className={styles.document}>
                {each.name} · {(each.hits.length + each.more).toLocaleString()}
              </div>
              <ul aria-label={`Hits in ${each.name}`}>
                {each.hits.map(({ start, end, before, words: found, after }) => (
                  <li key={start} className={styles.hit}>
                    <Link
                      href={`${hrefOf(each.documentId)}?at=${start}-${end}`}
                      prefetch={false}
                      className={styles.quote}
                      onClick={(event) => {
                        if (each.documentId !== documentId || event.ctrlKey || event.metaKey || event.shiftKey) return;
                        event.preventDefault();
                        onGo({ start, end });
                      }}
                    >
                      {before}
                      <mark>{found}</mark>
                      {after}
                    </Link>
                  </li>
                ))}
              </ul>
              {each.more > 0 ? <p className={styles.note}>and {each.more.toLocaleString()} more in it</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
