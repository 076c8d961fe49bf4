"use client";

import { X } from "lucide-react";
import { memo } from "react";
import { Button } from "../../../../ui/button";
import { classes } from "../../../../ui/classes";
import { LinkButton } from "../../../../ui/link-button";
import { Progress } from "../../../../ui/progress";
import { countWords } from "../document-words";
import type { BatchFile } from "./batch";
import { peopleOf } from "./decision";
import styles from "./import.module.css";

export interface FileListProps extends Omit<FileRowProps, "file" | "chosen"> {
  files: readonly BatchFile[];
  chosenKey: string | null;
}

interface FileRowProps {
  file: BatchFile;
  chosen: boolean;
  /** Where the project's documents are. */
  base: string;
  onChoose: (key: string) => void;
  onRemove: (file: BatchFile) => void;
  onAllTheSame: (key: string) => void;
  onAgain: (key: string) => void;
}

function stateWords({ status, preview, decisions, sameAs, rule }: BatchFile): string {
  switch (status) {
    case "waiting":
      return "Waits for its turn";
    case "failed":
      return "Cannot be read";
    case "password":
      return "Asks for a password";
    case "importing":
      return "Being imported…";
    case "imported":
      return "Imported";
    case "aside":
      return `Set aside: the same file as “${sameAs}”`;
    default:
      break;
  }
  if (!preview || status !== "ready") return "Being read…";
  if (preview.kind === "survey") return `Ready: a survey of ${countWords(preview.rowCount, "row", "rows")}`;
  if (preview.kind === "archive") return "An archive";
  const people = new Set(decisions.flatMap(peopleOf).map(({ name }) => name.toLowerCase())).size;
  const found = [people === 0 ? "no speakers" : countWords(people, "speaker", "speakers")];
  if (rule) found.push("by a rule");
  if (preview.problems.length > 0) found.push(countWords(preview.problems.length, "note", "notes"));
  return `Ready: ${found.join(", ")}`;
}

const FileRow = memo(function FileRow(props: FileRowProps) {
  const { file, chosen, base, onChoose, onRemove, onAllTheSame, onAgain } = props;
  const { key, status, fileName, share } = file;
  const opens = file.preview !== null || status === "password";
  return (
    <li className={classes(styles.file, chosen && styles.chosen)}>
      <div className={styles.fileHead}>
        {opens ? (
          <button
            type="button"
            className={styles.fileName}
            aria-current={chosen ? "true" : undefined}
            onClick={() => onChoose(key)}
          >
            {fileName}
          </button>
        ) : (
          <span className={styles.fileName}>{fileName}</span>
        )}
        {status === "importing" ? null : (
          <Button
            size="small"
            variant="quiet"
            icon={<X aria-hidden />}
            aria-label={status === "imported" ? `Take ${fileName} off this list` : `Leave out ${fileName}`}
            onPress={() => onRemove(file)}
          />
        )}
      </div>
      {status === "sending" ? (
        <Progress
          label={`Sending ${fileName}`}
          hideLabel
          value={Math.round(share * 100)}
          words={`Sent ${Math.round(share * 100)} %`}
        />
      ) : (
        <span className={styles.soft}>{stateWords(file)}</span>
      )}
      {file.problem ? (
        <p className={styles.problem} role="alert">
          {file.problem}
        </p>
      ) : null}
      {status === "aside" ? (
        <span>
          <Button size="small" aria-label={`Import it all the same: ${fileName}`} onPress={() => onAllTheSame(key)}>
            Import it all the same
          </Button>
        </span>
      ) : null}
      {status === "failed" ? (
        <span>
          <Button size="small" aria-label={`Try again: ${fileName}`} onPress={() => onAgain(key)}>
            Try again
          </Button>
        </span>
      ) : null}
      {status === "imported" && file.made ? (
        <span>
          <LinkButton size="small" href={`${base}/documents/${file.made}`} aria-label={`Open ${file.name}`}>
            Open
          </LinkButton>
        </span>
      ) : null}
    </li>
  );
});

export function FileList({ files, chosenKey, ...rest }: FileListProps) {
  return (
    <ul className={styles.files} aria-label="Files">
      {files.map((file) => (
        <FileRow key={file.key} file={file} chosen={file.key === chosenKey} {...rest} />
      ))}
    </ul>
  );
}
