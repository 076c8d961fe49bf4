"use client";

import { useState } from "react";
import type { ReadResult } from "@/db/reads";
import { useRead } from "../../../../client/use-read";
import { Button } from "../../../../ui/button";
import { type Column, DataTable } from "../../../../ui/data-table";
import { EmptyState } from "../../../../ui/empty-state";
import { PageFrame } from "../../../../ui/page-frame";
import { actWords } from "./act-words";
import { type EntryGroup, groupedEntries } from "./grouped-entries";
import styles from "./journal.module.css";

const MOST = 1000;
const STEP = 200;

/** In UTC, the same on the server and in the browser. */
const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

const columns: Column<EntryGroup>[] = [
  {
    id: "at",
    header: "When (UTC)",
    width: "15rem",
    cell: ({ entry, since }) => (
      <>
        <time dateTime={since}>{MOMENT.format(new Date(since))}</time>
        {since.slice(11, 16) === entry.at.slice(11, 16) ? null : <> to {entry.at.slice(11, 16)}</>}
      </>
    ),
  },
  { id: "who", header: "Who", width: "14rem", rowHeader: true, cell: ({ entry }) => entry.who ?? "Command line" },
  {
    id: "what",
    header: "What",
    cell: ({ entry, count }) => (
      <>
        {actWords(entry.act)}
        {count > 1 ? `, ${count} times` : ""}
        {entry.subject ? `: ${entry.subject}` : ""}
        {entry.undo ? <span className={styles.soft}> (by undo or redo)</span> : null}
        {entry.undone ? <span className={styles.soft}> (taken back later)</span> : null}
      </>
    ),
  },
];

export function JournalScreen({ projectId, initial }: { projectId: string; initial: ReadResult<"project-journal"> }) {
  const [limit, setLimit] = useState(STEP);
  const first = limit === STEP;
  const params = first ? { projectId } : { projectId, limit };
  const { data, isFetching } = useRead("project-journal", params, first ? { initial } : {});
  const entries = data ?? initial;
  return (
    <PageFrame
      title="Journal"
      intro="Who did what, the newest first. It names acts and documents, never the words of a participant. While a round is being coded, what others code is left out."
    >
      {entries.length === 0 ? (
        <EmptyState title="Nothing has been done yet">
          <p>Every act in this project leaves a line here.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Journal of the project"
          columns={columns}
          rows={groupedEntries(entries)}
          rowKey={(group) => group.entry.id}
        />
      )}
      {entries.length >= limit && limit < MOST ? (
        <div>
          <Button onPress={() => setLimit((now) => Math.min(MOST, now + STEP))} pending={isFetching && "Loading…"}>
            Show earlier acts
          </Button>
        </div>
      ) : null}
    </PageFrame>
  );
}
