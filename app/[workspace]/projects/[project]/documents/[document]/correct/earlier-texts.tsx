"use client";

import { useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { useRead } from "@/app/client/use-read";
import { Button } from "@/app/ui/button";
import { type Column, DataTable } from "@/app/ui/data-table";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";
import { Spinner } from "@/app/ui/spinner";
import type { ReadResult } from "@/db/reads";
import styles from "./correct.module.css";

type Revision = ReadResult<"document-revisions">["revisions"][number];

const WHY: Record<Revision["reason"], string> = {
  import: "as it was imported",
  correction: "corrected",
  pseudonyms: "pseudonyms put in",
  "survey-rows": "further answers added",
};

const figures = (count: number) => count.toLocaleString("en-GB");

export interface EarlierTextsProps {
  projectId: string;
  documentId: string;
  nameOf: (label: string | null) => string;
}

/** Every text that the document had, the newest first; what was not sealed can still be read. */
export function EarlierTexts({ projectId, documentId, nameOf }: EarlierTextsProps) {
  const { data, error } = useRead("document-revisions", { projectId, documentId });
  const [reading, setReading] = useState<Revision | null>(null);
  if (error) return <Notice tone="error">{sentenceOfError(error)}</Notice>;
  if (!data) return <Spinner>Looking for earlier texts…</Spinner>;
  const columns: Column<Revision>[] = [
    { id: "number", header: "Text", rowHeader: true, cell: (row) => `No. ${row.number}` },
    { id: "why", header: "Why", cell: (row) => WHY[row.reason] },
    { id: "at", header: "When", cell: (row) => row.at.slice(0, 16).replace("T", " ") },
    { id: "by", header: "By", cell: (row) => row.by ?? "–" },
    { id: "words", header: "Words", align: "end", cell: (row) => figures(row.words) },
    {
      id: "changed",
      header: "Words changed",
      align: "end",
      cell: (row) => (row.changedWords === null ? "–" : figures(row.changedWords)),
    },
    {
      id: "read",
      header: "Read it",
      hideHeader: true,
      align: "end",
      cell: (row) =>
        row.sealed ? (
          <span className={styles.soft}>sealed by pseudonyms</span>
        ) : (
          <Button size="small" onPress={() => setReading(row)} aria-label={`Read text no. ${row.number}`}>
            Read
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable caption="Texts of this document" columns={columns} rows={data.revisions} rowKey={(row) => row.id} />
      {reading ? (
        <OldText
          projectId={projectId}
          documentId={documentId}
          row={reading}
          nameOf={nameOf}
          onClose={() => setReading(null)}
        />
      ) : null}
    </>
  );
}

interface OldTextProps extends EarlierTextsProps {
  row: Revision;
  onClose: () => void;
}

function OldText({ projectId, documentId, row, nameOf, onClose }: OldTextProps) {
  const { data, error } = useRead("old-revision", { projectId, documentId, revisionId: row.id });
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={`Text no. ${row.number}, ${WHY[row.reason]}`}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
      {data || error ? null : <Spinner>Fetching the text…</Spinner>}
      <ol className={styles.turns}>
        {(data?.turns ?? []).map((turn, index) => (
          <li key={turn.start} className={styles.turn}>
            <span className={styles.margin}>
              <span className={styles.speaker}>{nameOf(turn.label)}</span>
              <span>{index + 1}</span>
            </span>
            <p className={styles.old}>{data?.text.slice(turn.start, turn.end)}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
