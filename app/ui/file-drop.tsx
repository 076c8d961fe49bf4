"use client";

import type { ReactNode } from "react";
import {
  type DirectoryDropItem,
  type DropItem,
  DropZone,
  FileTrigger,
  isDirectoryDropItem,
  isFileDropItem,
  Text,
} from "react-aria-components";
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
  /** A folder can be chosen or dropped as well: all files in it, however deep. */
  folders?: boolean;
  onFiles: (files: File[]) => void;
}

/** What systems leave in folders beside people's files. */
const LITTER = /^(?:\..*|Thumbs\.db|desktop\.ini|~\$.*)$/i;

async function filesOf(items: Iterable<DropItem> | AsyncIterable<DropItem>, folders: boolean): Promise<File[]> {
  const found: File[] = [];
  for await (const item of items) {
    if (isFileDropItem(item)) found.push(await item.getFile());
    else if (folders && isDirectoryDropItem(item)) found.push(...(await filesIn(item)));
  }
  return found;
}

async function filesIn(folder: DirectoryDropItem): Promise<File[]> {
  const files = await filesOf(folder.getEntries(), true);
  return wanted(files);
}

function wanted(files: readonly File[]): File[] {
  return files
    .filter((file) => !LITTER.test(file.name))
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

export function FileDrop(props: FileDropProps) {
  const { label, hint, multiple, accept, disabled, folders = false, onFiles } = props;
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
        hand(await filesOf(event.items, folders));
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
      {folders ? (
        <FileTrigger acceptDirectory onSelect={(list) => hand(list ? wanted(Array.from(list)) : [])}>
          <Button disabled={disabled}>Choose a folder…</Button>
        </FileTrigger>
      ) : null}
    </DropZone>
  );
}
