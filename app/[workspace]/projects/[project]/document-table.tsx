"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import type { Role } from "@/db/actor";
import { type Column, DataTable } from "../../../ui/data-table";
import { EmptyState } from "../../../ui/empty-state";
import { Menu } from "../../../ui/menu";
import { Notice } from "../../../ui/notice";
import { DocumentDialog } from "./document-dialog";
import { deskAddress, kindWords, type OverviewDocument, ownStateWords } from "./document-words";
import styles from "./overview.module.css";
import { useActWithUndo } from "./use-act-with-undo";

const AttachRecordingDialog = dynamic(
  async () => (await import("./recordings/attach-recording-dialog")).AttachRecordingDialog,
);

export interface DocumentTableProps {
  projectId: string;
  documents: readonly OverviewDocument[];
  base: string;
  role: Role;
}

const figures = (count: number) => count.toLocaleString("en-GB");

export function DocumentTable({ projectId, documents, base, role }: DocumentTableProps) {
  const [editing, setEditing] = useState<OverviewDocument | null>(null);
  const [hearing, setHearing] = useState<OverviewDocument | null>(null);
  const removal = useActWithUndo("remove-documents", projectId);
  const leads = role === "lead";
  if (documents.length === 0) return <NoDocuments leads={leads} />;

  const columns: Column<OverviewDocument>[] = [
    {
      id: "name",
      header: "Name",
      rowHeader: true,
      cell: (document) => (
        <Link href={deskAddress(base, document)} prefetch={false}>
          {document.name}
        </Link>
      ),
    },
    { id: "kind", header: "Kind", cell: (document) => kindWords(document.kind) },
    { id: "turns", header: "Turns", align: "end", cell: (document) => figures(document.turns) },
    { id: "words", header: "Words", align: "end", cell: (document) => figures(document.words) },
  ];
  if (documents.some((document) => document.groupName)) {
    columns.splice(2, 0, { id: "group", header: "Group", cell: (document) => document.groupName });
  }
  if (documents.some((document) => document.date)) {
    columns.splice(2, 0, { id: "date", header: "Date", cell: (document) => document.date });
  }
  if (documents.some((document) => document.rounds.length > 0)) {
    columns.push({
      id: "rounds",
      header: "Round",
      cell: (document) => <span className={styles.soft}>{document.rounds.join(", ")}</span>,
    });
  }
  if (documents.some((document) => document.mine.length > 0)) {
    columns.push({
      id: "mine",
      header: "Your coding",
      cell: (document) => <span className={styles.soft}>{ownStateWords(document.mine)}</span>,
    });
  }
  if (leads) {
    columns.push({
      id: "menu",
      header: "Change",
      hideHeader: true,
      align: "end",
      width: "3rem",
      cell: (document) => (
        <span className={styles.menu}>
          <Menu
            label={`Change ${document.name}`}
            size="small"
            placement="bottom end"
            items={[
              { id: "rename", label: "Rename or change the kind…", onSelect: () => setEditing(document) },
              {
                id: "correct",
                label: "Correct the transcript…",
                href: `${base}/documents/${document.id}/correct`,
              },
              { id: "recording", label: "Add a recording…", onSelect: () => setHearing(document) },
              {
                id: "remove",
                label: "Remove from the project",
                danger: true,
                onSelect: () =>
                  void removal.perform({ projectId, documentIds: [document.id] }, `“${document.name}” was removed.`),
              },
            ]}
          />
        </span>
      ),
    });
  }
  return (
    <>
      {removal.problem ? (
        <Notice tone="error" live>
          {removal.problem}
        </Notice>
      ) : null}
      <DataTable caption="Documents" columns={columns} rows={documents} rowKey={(document) => document.id} />
      {editing ? (
        <DocumentDialog
          projectId={projectId}
          // The row as it is now: somebody may have changed it since the menu was opened.
          document={documents.find((each) => each.id === editing.id) ?? editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
      {hearing ? (
        <AttachRecordingDialog
          projectId={projectId}
          documentId={hearing.id}
          title={hearing.name}
          onClose={() => setHearing(null)}
        />
      ) : null}
    </>
  );
}

function NoDocuments({ leads }: { leads: boolean }) {
  return (
    <EmptyState title="No documents yet">
      <p>
        {leads
          ? "Interviews, focus groups and field notes stand here, with their turns and words."
          : "The lead imports the transcripts; they then stand here."}
      </p>
    </EmptyState>
  );
}
