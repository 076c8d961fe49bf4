"use client";

import { useId, useState } from "react";
import { useAct } from "../../../client/use-act";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/notice";
import { Select } from "../../../ui/select";
import { TextField } from "../../../ui/text-field";
import { isDocumentKind, KIND_OPTIONS, type OverviewDocument } from "./document-words";
import styles from "./overview.module.css";

export interface DocumentDialogProps {
  projectId: string;
  document: OverviewDocument;
  onClose: () => void;
}

export function DocumentDialog({ projectId, document, onClose }: DocumentDialogProps) {
  const [name, setName] = useState(document.name);
  const [kind, setKind] = useState(document.kind);
  const rename = useAct("rename-document");
  const formId = useId();
  const submit = async () => {
    try {
      await rename.perform({ projectId, documentId: document.id, name, kind, version: document.version });
    } catch {
      // The dialog shows why and keeps what was typed.
      return;
    }
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Name and kind of the document"
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            disabled={name.trim() === ""}
            pending={rename.pending && "Saving…"}
          >
            Save
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "" && !rename.pending) void submit();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} maxLength={200} autoFocus required />
        <Select
          label="Kind"
          hint="Quotes are attributed by it: [Focus Group #P598]."
          options={KIND_OPTIONS}
          value={kind}
          onChange={(id) => {
            if (isDocumentKind(id)) setKind(id);
          }}
        />
        {rename.problem ? (
          <Notice tone="error" live>
            {rename.problem}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
