"use client";

import type { KeptOptions } from "@/app/api/imports/import-preview";
import { LinkButton } from "../../../../ui/link-button";
import { Notice } from "../../../../ui/notice";
import { Section } from "../../../../ui/section";
import { Select } from "../../../../ui/select";
import { sentenceOf } from "../../../../ui/sentences";
import { TextField } from "../../../../ui/text-field";
import { isDocumentKind, KIND_OPTIONS } from "../document-words";
import { type BatchChange, type BatchFile, isTranscript, type ReadyFile } from "./batch";
import type { KnownPeople } from "./batch-people";
import { isDate } from "./file-defaults";
import styles from "./import.module.css";
import { LabelTable } from "./label-table";
import { OpeningTurns } from "./opening-turns";
import { PasswordForm } from "./password-form";
import { ReadingOptions } from "./reading-options";
import type { SpeakerRule } from "./speaker-rule";
import { isSurvey, SurveyFile } from "./survey-file";

export interface FilePreviewProps {
  projectId: string;
  /** Where the project's documents are. */
  base: string;
  file: BatchFile;
  files: readonly BatchFile[];
  known: KnownPeople;
  rules: readonly SpeakerRule[];
  change: (change: BatchChange) => void;
  onRead: (options: KeptOptions) => void;
}

/** What was found in one file, and what a person decides about it before anything is stored. */
export function FilePreview(props: FilePreviewProps) {
  const { base, file, change } = props;
  const { key } = file;
  if (file.status === "password") {
    return (
      <PasswordForm
        fileName={file.fileName}
        problem={file.password === null ? null : file.problem}
        onPassword={(password) => change({ type: "password", key, password })}
      />
    );
  }
  if (isSurvey(file)) return <SurveyFile {...props} file={file} />;
  if (file.status === "imported") {
    return (
      <Notice
        tone="good"
        title={`“${file.name}” is imported`}
        actions={file.made ? <LinkButton href={`${base}/documents/${file.made}`}>Open it</LinkButton> : null}
      >
        Its file is kept beside it as it came.
      </Notice>
    );
  }
  if (isTranscript(file)) return <TranscriptFile {...props} file={file} />;
  return null;
}

function TranscriptFile({
  projectId,
  file,
  files,
  known,
  rules,
  change,
  onRead,
}: FilePreviewProps & { file: ReadyFile }) {
  const { key, preview } = file;
  return (
    <div className={styles.preview}>
      <div className={styles.fields}>
        <TextField
          label="Name of the document"
          value={file.name}
          onChange={(name) => change({ type: "named", key, name })}
          error={file.name.trim() === "" ? "A document needs a name." : undefined}
          maxLength={200}
          required
        />
        <Select
          label="Kind"
          options={KIND_OPTIONS}
          value={file.kind}
          onChange={(id) => {
            if (isDocumentKind(id)) change({ type: "kind", key, kind: id });
          }}
        />
        <TextField
          label="Date"
          optional
          type="date"
          value={file.date}
          onChange={(date) => change({ type: "date", key, date })}
          error={file.date !== "" && !isDate(file.date) ? "There is no such day." : undefined}
        />
        <TextField
          label="Group"
          optional
          value={file.group}
          onChange={(group) => change({ type: "group", key, group })}
          maxLength={200}
        />
      </div>
      {preview.problems.length > 0 ? (
        <ul className={styles.notes} aria-label="Notes about the file">
          {preview.problems.map((problem) => (
            <li key={`${problem.code} ${JSON.stringify(problem.params)}`}>
              <Notice tone={problem.code === "bytes-replaced" ? "warn" : "info"}>
                {sentenceOf(problem.code, problem.params)}
              </Notice>
            </li>
          ))}
        </ul>
      ) : null}
      {preview.labels.length > 0 ? <LabelTable {...{ projectId, file, files, known, rules, change }} /> : null}
      <ReadingOptions preview={preview} busy={file.status === "reading"} onRead={onRead} />
      <Section
        title="How it begins"
        intro="As it will be stored: speech only. Once stored, the text is fixed, so that every coding keeps its place."
      >
        <OpeningTurns preview={preview} decisions={file.decisions} />
      </Section>
    </div>
  );
}
