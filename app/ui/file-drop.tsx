"use client";

import type { ReactNode } from "react";
import { DropZone, FileTrigger, isFileDropItem, Text } from "react-aria-components";
import { Button } from "./button";
import styles from "./file-drop.module.css";

export interface FileDropProps {
  /** What to drop here. */
  label: string;
  hint?: ReactNode;
  buttonLabel?: string;
  /** Endings and media types for the file chooser (".docx", "text/plain"); what is dropped is not filtered by them. */
  accept?: readonly string[];
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

export function FileDrop(props: FileDropProps) {
  const { label, hint, multiple, accept, disabled, onFiles } = props;
  const { buttonLabel = multiple ? "Choose files…" : "Choose a file…" } = props;
  const hand = (files: File[]) => {
    const taken = multiple ? files : files.slice(0, 1);
    if (taken.length > 0) onFiles(taken);
  };
  return (
    <DropZone
      className={styles.zone ?? ""}
      isDisabled={disabled}
      getDropOperation={() => "copy"}
      onDrop={async (event) => {
        hand(await Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile())));
      }}
    >
      <div className={styles.words}>
        <Text slot="label" className={styles.label}>
          {label}
        </Text>
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </div>
      <FileTrigger
        acceptedFileTypes={accept}
        allowsMultiple={multiple}
        onSelect={(list) => hand(list ? Array.from(list) : [])}
      >
        <Button disabled={disabled}>{buttonLabel}</Button>
      </FileTrigger>
    </DropZone>
  );
}
