"use client";

import Link from "next/link";
import { useState } from "react";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { type Column, DataTable } from "@/app/ui/data-table";
import type { ReadResult } from "@/db/reads";
import { Moment } from "../moment";
import { ReopenDialog } from "./reopen-dialog";
import styles from "./round.module.css";

type Progress = ReadResult<"round-progress">;
type Seat = Progress["seats"][number];

export interface ProgressTableProps {
  projectId: string;
  roundId: string;
  data: Progress;
}

const STATE_WORDS = { open: "Open", submitted: "Submitted", frozen: "Frozen" } as const;

export function ProgressTable({ projectId, roundId, data }: ProgressTableProps) {
  const { name: workspace } = useWorkspace();
  const [reopening, setReopening] = useState<Seat | null>(null);
  const seatOf = new Map(data.seats.map((seat) => [`${seat.documentId} ${seat.coderId}`, seat]));
  const mayReopen = data.me.role === "lead" && data.round.revealedAt === null;
  const nameOf = (coderId: string | null) => data.coders.find((each) => each.id === coderId)?.name ?? "the coder";
  const documentOf = (id: string) => data.documents.find((each) => each.id === id)?.name ?? "the document";
  // Before the reveal a document of the round is for those who code it; after it there is something to compare for all.
  const isOpenToMe = (documentId: string) =>
    data.round.revealedAt !== null || seatOf.has(`${documentId} ${data.me.coderId}`);
  const columns: Column<Progress["documents"][number]>[] = [
    {
      id: "document",
      header: "Document",
      rowHeader: true,
      cell: (row) =>
        isOpenToMe(row.id) ? (
          <Link href={`/${workspace}/projects/${projectId}/documents/${row.id}?round=${roundId}`} prefetch={false}>
            {row.name}
          </Link>
        ) : (
          row.name
        ),
    },
    ...data.coders.map(
      (coder): Column<Progress["documents"][number]> => ({
        id: coder.id,
        header: coder.id === data.me.coderId ? `${coder.name} (you)` : coder.name,
        cell: (row) => {
          const seat = seatOf.get(`${row.id} ${coder.id}`);
          if (!seat) return <span className={styles.faint}>Not assigned</span>;
          return (
            <span className={styles.state}>
              <span className={styles[seat.state]}>{STATE_WORDS[seat.state]}</span>
              {seat.submittedAt ? (
                <span className={styles.faint}>
                  {seat.state === "frozen" ? "submitted " : null}
                  <Moment at={seat.submittedAt} />
                </span>
              ) : seat.state === "frozen" ? (
                <span className={styles.faint}>not submitted</span>
              ) : null}
              {mayReopen && seat.state === "submitted" ? (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Reopen ${row.name} for ${coder.name}`}
                  onPress={() => setReopening(seat)}
                >
                  Reopen…
                </Button>
              ) : null}
            </span>
          );
        },
      }),
    ),
  ];
  return (
    <>
      <DataTable
        caption="State of each document for each coder"
        columns={columns}
        rows={data.documents}
        rowKey={(row) => row.id}
        wide={data.coders.length > 4}
      />
      {reopening ? (
        <ReopenDialog
          projectId={projectId}
          roundId={roundId}
          documentId={reopening.documentId}
          coderId={reopening.coderId ?? ""}
          document={documentOf(reopening.documentId)}
          coder={nameOf(reopening.coderId)}
          onClose={() => setReopening(null)}
        />
      ) : null}
    </>
  );
}
