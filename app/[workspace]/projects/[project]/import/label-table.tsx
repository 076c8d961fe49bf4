"use client";

import { useState } from "react";
import type { FoundLabel } from "@/lib/readers/read-result";
import { Button } from "../../../../ui/button";
import { Checkbox } from "../../../../ui/checkbox";
import { type Column, DataTable } from "../../../../ui/data-table";
import { Notice } from "../../../../ui/notice";
import { Section } from "../../../../ui/section";
import { Select } from "../../../../ui/select";
import { VisuallyHidden } from "../../../../ui/visually-hidden";
import { countWords } from "../document-words";
import { isSpeakerRole, SPEAKER_ROLE_OPTIONS } from "../people/speaker-role-words";
import type { BatchChange, BatchFile, ReadyFile } from "./batch";
import { alsoSpeaksIn, type KnownPeople, labelsElsewhere, nameChoices } from "./batch-people";
import type { Decision } from "./decision";
import styles from "./import.module.css";
import { NameField } from "./name-field";
import { RuleMenu } from "./rule-menu";
import type { SpeakerRule } from "./speaker-rule";
import { SplitDialog } from "./split-dialog";

export interface LabelTableProps {
  projectId: string;
  file: ReadyFile;
  files: readonly BatchFile[];
  known: KnownPeople;
  rules: readonly SpeakerRule[];
  change: (change: BatchChange) => void;
}

interface LabelRow extends FoundLabel {
  readonly decision: Decision;
}

export function LabelTable({ projectId, file, files, known, rules, change }: LabelTableProps) {
  const [splitting, setSplitting] = useState<Decision | null>(null);
  const decided = new Map(file.decisions.map((decision) => [decision.label, decision]));
  const rows: LabelRow[] = file.preview.labels.map((found) => ({
    ...found,
    decision: decided.get(found.label) ?? found.proposal,
  }));
  const decide = (decision: Decision) => change({ type: "decided", key: file.key, decision });
  const elsewhere = labelsElsewhere(files, file.key);
  const choices = nameChoices(files, known);
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
      width: "12rem",
      cell: ({ label, decision }) => (
        <span className={styles.name}>
          <NameField
            label={`Name of ${label}`}
            hideLabel
            who={label}
            value={decision.name}
            choices={choices}
            disabled={decision.treatment === "not-speaker"}
            onChange={({ name, participantId }) => decide({ ...decision, name, participantId })}
          />
          <SamePerson file={file} files={files} known={known} decision={decision} onDecide={decide} />
          {decision.treatment === "speaker"
            ? (decision.parts ?? []).map((part) => (
                <span key={part.name} className={styles.same}>
                  {`${part.name}: ${countWords(part.blocks.length, "passage", "passages")} of it`}
                </span>
              ))
            : null}
        </span>
      ),
    },
    {
      id: "role",
      header: "Role",
      width: "9rem",
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
        <span className={styles.treatment}>
          <Checkbox
            checked={decision.treatment === "not-speaker"}
            onChange={(not) => decide({ ...decision, treatment: not ? "not-speaker" : "speaker" })}
          >
            Not a speaker<VisuallyHidden> {label}</VisuallyHidden>
          </Checkbox>
          <Button
            size="small"
            variant="quiet"
            disabled={decision.treatment === "not-speaker"}
            onPress={() => setSplitting(decision)}
          >
            Split…<VisuallyHidden> {label}</VisuallyHidden>
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Section
      title="Speakers"
      intro="Labels with the same name become one person. A label that is no speaker goes back into the text as words."
      actions={
        <>
          {elsewhere.length > 0 ? (
            <Button size="small" onPress={() => change({ type: "applied", from: file.key })}>
              Decide the same in the other files
            </Button>
          ) : null}
          <RuleMenu projectId={projectId} file={file} rules={rules} change={change} />
        </>
      }
    >
      {file.rule ? (
        <Notice
          actions={
            <Button size="small" onPress={() => change({ type: "rule", key: file.key, rule: null })}>
              Take it back
            </Button>
          }
        >
          {`Decided by the rule “${file.rule.name}”, which knows labels of this file.`}
        </Notice>
      ) : null}
      <DataTable caption="Speaker labels" columns={columns} rows={rows} rowKey={(row) => row.label} />
      {splitting ? (
        <SplitDialog
          projectId={projectId}
          stageId={file.preview.stageId}
          decision={splitting}
          choices={choices}
          onClose={() => setSplitting(null)}
          onDone={(decision) => {
            decide(decision);
            setSplitting(null);
          }}
        />
      ) : null}
    </Section>
  );
}

interface SamePersonProps extends Pick<LabelTableProps, "file" | "files" | "known"> {
  decision: Decision;
  onDecide: (decision: Decision) => void;
}

/** P1 of one interview is seldom P1 of the next: where a name is met again, a person is told and can keep them apart. */
function SamePerson({ file, files, known, decision, onDecide }: SamePersonProps) {
  if (decision.treatment !== "speaker" || decision.role !== "participant") return null;
  const [first, ...more] = alsoSpeaksIn(files, file.key, decision, known);
  if (first === undefined) return null;
  const apart = `${decision.name.trim() || decision.label} (${file.name.trim()})`.slice(0, 200);
  return (
    <span className={styles.same}>
      Same person as in {more.length === 0 ? first : `${first} and ${more.length} more`}.{" "}
      <Button
        size="small"
        aria-label={`Keep apart: ${decision.label}`}
        onPress={() => onDecide({ ...decision, name: apart, participantId: undefined })}
      >
        Keep apart
      </Button>
    </span>
  );
}
