"use client";

import { X } from "lucide-react";
import { Button } from "../../../../ui/button";
import { classes } from "../../../../ui/classes";
import { Progress } from "../../../../ui/progress";
import { countWords } from "../document-words";
import type { BatchFile } from "./batch";
import styles from "./import.module.css";

export interface FileListProps {
  files: readonly BatchFile[];
  chosenKey: string | null;
  onChoose: (key: string) => void;
  onRemove: (key: string) => void;
  disabled: boolean;
}

function stateWords({ status, preview, decisions }: BatchFile): string {
  if (status === "waiting") return "Waits for its turn";
  if (status === "failed") return "Cannot be imported";
  if (!preview) return "Being read…";
  const speakers = decisions.filter((decision) => decision.treatment === "speaker").length;
  const found = speakers === 0 ? "no speakers" : countWords(speakers, "speaker label", "speaker labels");
  const notes = preview.problems.length;
  return notes > 0 ? `Ready: ${found}, ${countWords(notes, "note", "notes")}` : `Ready: ${found}`;
}

export function FileList({ files, chosenKey, onChoose, onRemove, disabled }: FileListProps) {
  return (
    <ul className={styles.files} aria-label="Files">
      {files.map((file) => (
        <li key={file.key} className={classes(styles.file, file.key === chosenKey && styles.chosen)}>
          <div className={styles.fileHead}>
            {file.status === "ready" ? (
              <button
                type="button"
                className={styles.fileName}
                aria-current={file.key === chosenKey ? "true" : undefined}
                onClick={() => onChoose(file.key)}
              >
                {file.file.name}
              </button>
            ) : (
              <span className={styles.fileName}>{file.file.name}</span>
            )}
            <Button
              size="small"
              variant="quiet"
              icon={<X aria-hidden />}
              aria-label={`Leave out ${file.file.name}`}
              disabled={disabled}
              onPress={() => onRemove(file.key)}
            />
          </div>
          {file.status === "sending" || (file.status === "reading" && !file.preview) ? (
            <Progress
              label={`Sending and reading ${file.file.name}`}
              hideLabel
              value={file.status === "sending" ? Math.round(file.share * 100) : undefined}
              words={file.status === "sending" ? `Sent ${Math.round(file.share * 100)} %` : "Being read…"}
            />
          ) : (
            <span className={styles.soft}>{stateWords(file)}</span>
          )}
          {file.problem ? (
            <p className={styles.problem} role="alert">
              {file.problem}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
