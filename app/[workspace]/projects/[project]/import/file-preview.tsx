"use client";

import type { ReadResult } from "@/db/reads";
import { ENCODINGS, encodingName } from "@/lib/readers/encodings";
import { Notice } from "../../../../ui/notice";
import { Section } from "../../../../ui/section";
import { Select } from "../../../../ui/select";
import { sentenceOf } from "../../../../ui/sentences";
import { TextField } from "../../../../ui/text-field";
import { isDocumentKind, KIND_OPTIONS } from "../document-words";
import type { BatchChange, BatchFile } from "./batch";
import styles from "./import.module.css";
import { LabelTable } from "./label-table";
import { OpeningTurns } from "./opening-turns";

export interface FilePreviewProps {
  file: BatchFile;
  files: readonly BatchFile[];
  known: ReadResult<"participants">["participants"];
  change: (change: BatchChange) => void;
  onEncoding: (encoding: string) => void;
}

const ENCODING_OPTIONS = ENCODINGS.map((id) => ({ id, label: id }));

/** What was found in one file, and what a person decides about it before anything is stored. */
export function FilePreview({ file, files, known, change, onEncoding }: FilePreviewProps) {
  const { preview } = file;
  if (!preview) return null;
  const encoding = preview.encoding === null ? null : encodingName(preview.encoding);
  return (
    <div className={styles.preview}>
      <div className={styles.fields}>
        <TextField
          label="Name of the document"
          value={file.name}
          onChange={(name) => change({ type: "named", key: file.key, name })}
          error={file.name.trim() === "" ? "A document needs a name." : undefined}
          maxLength={200}
          required
        />
        <Select
          label="Kind"
          options={KIND_OPTIONS}
          value={file.kind}
          onChange={(id) => {
            if (isDocumentKind(id)) change({ type: "kind", key: file.key, kind: id });
          }}
        />
        {encoding ? (
          <Select label="Text encoding" options={ENCODING_OPTIONS} value={encoding} onChange={onEncoding} />
        ) : null}
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
      {preview.labels.length > 0 ? <LabelTable file={file} files={files} known={known} change={change} /> : null}
      <Section
        title="How it begins"
        intro="As it will be stored: speech only. Once stored, the text is fixed, so that every coding keeps its place."
      >
        <OpeningTurns preview={preview} decisions={file.decisions} />
      </Section>
    </div>
  );
}
