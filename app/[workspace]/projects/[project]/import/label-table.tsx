"use client";

import { ChevronDown } from "lucide-react";
import type { ReadResult } from "@/db/reads";
import type { FoundLabel, LabelDecision } from "@/lib/readers/read-result";
import { Button } from "../../../../ui/button";
import { Checkbox } from "../../../../ui/checkbox";
import { type Column, DataTable } from "../../../../ui/data-table";
import { Menu } from "../../../../ui/menu";
import { Section } from "../../../../ui/section";
import { Select } from "../../../../ui/select";
import { TextField } from "../../../../ui/text-field";
import { VisuallyHidden } from "../../../../ui/visually-hidden";
import { isSpeakerRole, SPEAKER_ROLE_OPTIONS } from "../people/speaker-role-words";
import { alsoSpeaksIn, type BatchChange, type BatchFile, labelsElsewhere, namesInUse } from "./batch";
import styles from "./import.module.css";

export interface LabelTableProps {
  file: BatchFile;
  files: readonly BatchFile[];
  known: ReadResult<"participants">["participants"];
  change: (change: BatchChange) => void;
}

interface LabelRow extends FoundLabel {
  readonly decision: LabelDecision;
}

export function LabelTable({ file, files, known, change }: LabelTableProps) {
  const decided = new Map(file.decisions.map((decision) => [decision.label, decision]));
  const rows: LabelRow[] = (file.preview?.labels ?? []).map((found) => ({
    ...found,
    decision: decided.get(found.label) ?? found.proposal,
  }));
  const decide = (decision: LabelDecision) => change({ type: "decided", key: file.key, decision });
  const elsewhere = labelsElsewhere(files, file.key);
  const columns: Column<LabelRow>[] = [
    {
      id: "label",
      header: "Label in the file",
      rowHeader: true,
      cell: (row) => (
        <span className={styles.label}>
          <span>{row.label}</span>
          <span className={styles.example}>{row.example}</span>
        </span>
      ),
    },
    { id: "turns", header: "Turns", align: "end", cell: (row) => row.turns.toLocaleString("en-GB") },
    {
      id: "name",
      header: "Name",
      width: "11rem",
      cell: (row) => <NameField row={row} file={file} files={files} known={known} onDecide={decide} />,
    },
    {
      id: "role",
      header: "Role",
      width: "9.5rem",
      cell: ({ label, decision }) => (
        <Select
          label={`Role of ${label}`}
          hideLabel
          size="small"
          options={SPEAKER_ROLE_OPTIONS}
          value={decision.role}
          disabled={decision.treatment === "not-speaker"}
          onChange={(role) => {
            if (isSpeakerRole(role)) decide({ ...decision, role });
          }}
        />
      ),
    },
    {
      id: "treatment",
      header: "Treatment",
      hideHeader: true,
      width: "8rem",
      cell: ({ label, decision }) => (
        <Checkbox
          checked={decision.treatment === "not-speaker"}
          onChange={(not) => decide({ ...decision, treatment: not ? "not-speaker" : "speaker" })}
        >
          Not a speaker<VisuallyHidden> {label}</VisuallyHidden>
        </Checkbox>
      ),
    },
  ];
  return (
    <Section
      title="Speakers"
      intro="Labels with the same name become one participant. A label that is no speaker goes back into the text as words."
      actions={
        elsewhere.length > 0 ? (
          <Button size="small" onPress={() => change({ type: "applied", from: file.key })}>
            Decide the same in the other files
          </Button>
        ) : null
      }
    >
      <DataTable caption="Speaker labels" columns={columns} rows={rows} rowKey={(row) => row.label} />
    </Section>
  );
}

interface NameFieldProps extends Omit<LabelTableProps, "change"> {
  row: LabelRow;
  onDecide: (decision: LabelDecision) => void;
}

function NameField({ row: { label, decision }, file, files, known, onDecide }: NameFieldProps) {
  const speaks = decision.treatment === "speaker";
  const others = speaks ? alsoSpeaksIn(files, file.key, decision, known) : [];
  const names = namesInUse(files, known).filter((name) => name !== decision.name.trim());
  const apart = `${decision.name.trim() || label} (${file.name.trim()})`.slice(0, 200);
  return (
    <span className={styles.name}>
      <span className={styles.nameLine}>
        <TextField
          label={`Name of ${label}`}
          hideLabel
          size="small"
          value={decision.name}
          onChange={(name) => onDecide({ ...decision, name })}
          disabled={!speaks}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        {names.length > 0 ? (
          <Menu
            label={`Names to choose from for ${label}`}
            size="small"
            icon={<ChevronDown aria-hidden />}
            placement="bottom end"
            disabled={!speaks}
            items={names.map((name) => ({ id: name, label: name, onSelect: () => onDecide({ ...decision, name }) }))}
          />
        ) : null}
      </span>
      {others.length > 0 && decision.role === "participant" ? (
        <span className={styles.same}>
          Same person as in {others.length === 1 ? others[0] : `${others[0]} and ${others.length - 1} more`}.{" "}
          <Button
            size="small"
            aria-label={`Keep apart: ${label}`}
            onPress={() => onDecide({ ...decision, name: apart })}
          >
            Keep apart
          </Button>
        </span>
      ) : null}
    </span>
  );
}
