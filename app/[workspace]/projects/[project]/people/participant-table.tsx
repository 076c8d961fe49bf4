"use client";

import Link from "next/link";
import { Fragment, useState } from "react";
import type { ReadResult } from "@/db/reads";
import type { SpeakerRole } from "@/lib/readers/read-result";
import { useAct } from "../../../../client/use-act";
import { useWorkspace } from "../../../../client/workspace-context";
import { type Column, DataTable } from "../../../../ui/data-table";
import { EmptyState } from "../../../../ui/empty-state";
import { Select } from "../../../../ui/select";
import { TextField } from "../../../../ui/text-field";
import styles from "./people.module.css";
import { isSpeakerRole, SPEAKER_ROLE_OPTIONS, speakerRoleWords } from "./speaker-role-words";

type Participant = ReadResult<"participants">["participants"][number];

export interface ParticipantTableProps {
  projectId: string;
  participants: readonly Participant[];
  leads: boolean;
}

export function ParticipantTable({ projectId, participants, leads }: ParticipantTableProps) {
  if (participants.length === 0) {
    return (
      <EmptyState title="No participants yet">
        <p>They come with the documents: each speaker that is found at import stands here.</p>
      </EmptyState>
    );
  }
  const columns: Column<Participant>[] = leads
    ? [
        {
          id: "name",
          header: "Name and role",
          rowHeader: true,
          width: "26rem",
          cell: (one) => <EditableParticipant projectId={projectId} participant={one} />,
        },
      ]
    : [
        { id: "name", header: "Name", rowHeader: true, cell: (one) => one.name },
        { id: "role", header: "Role", cell: (one) => speakerRoleWords(one.role) },
      ];
  columns.push({
    id: "documents",
    header: "Speaks in",
    cell: (one) => <DocumentLinks projectId={projectId} documents={one.documents} />,
  });
  return <DataTable caption="Participants" columns={columns} rows={participants} rowKey={(one) => one.id} />;
}

function DocumentLinks({ projectId, documents }: { projectId: string; documents: Participant["documents"] }) {
  const workspace = useWorkspace().name;
  return documents.map((document, index) => (
    <Fragment key={document.id}>
      {index > 0 ? ", " : null}
      <Link href={`/${workspace}/projects/${projectId}/documents/${document.id}`} prefetch={false}>
        {document.name}
      </Link>
    </Fragment>
  ));
}

function EditableParticipant({ projectId, participant }: { projectId: string; participant: Participant }) {
  const [name, setName] = useState(participant.name);
  const [seen, setSeen] = useState(participant.version);
  // What is there now replaces what the field held; not by a new field, which would lose the focus.
  if (seen !== participant.version) {
    setSeen(participant.version);
    setName(participant.name);
  }
  const naming = useAct("name-participant");
  const keep = async (next: { name: string; role: string }) => {
    if (!isSpeakerRole(next.role)) return;
    const role: SpeakerRole = next.role;
    try {
      await naming.perform({
        projectId,
        participantId: participant.id,
        name: next.name,
        role,
        version: participant.version,
      });
    } catch {
      // The field shows why and keeps what was typed.
    }
  };
  const changed = name.trim() !== "" && name.trim() !== participant.name;
  return (
    <span className={styles.participant}>
      <TextField
        label={`Name of ${participant.name}`}
        hideLabel
        size="small"
        value={name}
        onChange={setName}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        error={naming.problem}
        hint={naming.pending ? "Saving…" : undefined}
        onBlur={() => {
          if (changed) void keep({ name, role: participant.role });
          else setName(participant.name);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setName(participant.name);
        }}
      />
      <Select
        label={`Role of ${participant.name}`}
        hideLabel
        size="small"
        options={SPEAKER_ROLE_OPTIONS}
        value={participant.role}
        onChange={(role) => {
          if (role !== participant.role) void keep({ name: changed ? name : participant.name, role });
        }}
      />
    </span>
  );
}
