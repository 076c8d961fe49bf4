"use client";

import Link from "next/link";
import { memo, useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { classes } from "@/app/ui/classes";
import { EmptyState } from "@/app/ui/empty-state";
import { Progress } from "@/app/ui/progress";
import styles from "../panes.module.css";
import type { CodingStore } from "../saving/coding-store";
import type { DeskHead } from "../saving/desk-session";
import { useSignal } from "../use-signal";
import own from "./documents-pane.module.css";
import type { Reading } from "./reading";
import { TurnProgress } from "./turn-progress";

type DeskDocument = DeskHead["documents"][number];

export interface DocumentsPaneProps {
  documents: readonly DeskDocument[];
  current: string;
  reading: Reading;
  hrefOf: (documentId: string) => string;
}

const STATES = { open: "being coded", submitted: "submitted", frozen: "revealed" };
/** From so many on a person looks for a name sooner than they read the list. */
const MANY = 12;

/** The person's own documents: how far each is, and never what others did in it. */
export const DocumentsPane = memo(function DocumentsPane({ documents, current, reading, hrefOf }: DocumentsPaneProps) {
  const [filter, setFilter] = useState("");
  const inRounds = documents.filter((each) => each.roundId !== null);
  const done = inRounds.filter((each) => each.state !== "open").length;
  const shown = useMemo(() => {
    const words = filter.trim().toLowerCase();
    return words === "" ? documents : documents.filter((each) => each.name.toLowerCase().includes(words));
  }, [documents, filter]);
  if (documents.length === 0) return <EmptyState title="The project's documents stand here." />;
  return (
    <div className={styles.pane}>
      {inRounds.length > 0 ? (
        <div className={styles.progress}>
          <Progress label="Submitted" value={done} max={inRounds.length} words={`${done} of ${inRounds.length}`} />
        </div>
      ) : null}
      {documents.length >= MANY ? (
        <input
          type="search"
          className={own.filter}
          aria-label="Filter the documents"
          placeholder="Filter"
          autoComplete="off"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || filter === "") return;
            event.preventDefault();
            setFilter("");
          }}
        />
      ) : null}
      <nav aria-label="Documents of the project">
        <ul className={styles.documents}>
          {shown.map((each) => (
            <li key={each.id}>
              <Link
                href={hrefOf(each.id)}
                prefetch={false}
                aria-current={each.id === current ? "page" : undefined}
                className={classes(styles.document, each.id === current && styles.here)}
              >
                <span className={styles.documentName} title={each.name}>
                  {each.name}
                </span>
                <span className={styles.documentState}>
                  {each.id === current ? (
                    <StateHere document={each} store={reading.session.store} />
                  ) : (
                    stateWords(each, each.codings)
                  )}
                </span>
                {each.id === current ? (
                  <span className={styles.documentState}>
                    <TurnProgress reading={reading} />
                  </span>
                ) : null}
              </Link>
              {each.id === current ? <Bookmarks reading={reading} /> : null}
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 ? <p className={styles.nothing}>No document has “{filter}” in its name.</p> : null}
    </div>
  );
});

function stateWords(document: DeskDocument, codings: number): string {
  const state = document.state === null && codings === 0 ? "not begun" : STATES[document.state ?? "open"];
  return `${state}${codings > 0 ? ` · ${codings} ${codings === 1 ? "coding" : "codings"}` : ""}`;
}

/** The codings here as the page has them, which may be ahead of the server. */
function StateHere({ document, store }: { document: DeskDocument; store: CodingStore }) {
  const size = useCallback(() => store.size, [store]);
  return stateWords(document, useSyncExternalStore(store.subscribe, size, size));
}

function Bookmarks({ reading }: { reading: Reading }) {
  const bookmarks = useSignal(reading.bookmarks);
  if (bookmarks.length === 0) return null;
  return (
    <ul className={own.bookmarks} aria-label="Bookmarks in this document">
      {bookmarks.map((offset) => (
        <li key={offset}>
          <button type="button" className={own.bookmark} onClick={() => reading.goToBookmark(offset)}>
            <span className={styles.documentName}>{reading.placeWords(offset)}</span>
            <span className={own.words}>{reading.wordsFrom(offset)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
