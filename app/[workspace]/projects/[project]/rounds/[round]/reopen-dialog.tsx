"use client";

import { useId, useState } from "react";
import { useAct } from "@/app/client/use-act";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";
import { TextField } from "@/app/ui/text-field";
import styles from "./round.module.css";

export interface ReopenDialogProps {
  projectId: string;
  roundId: string;
  documentId: string;
  coderId: string;
  document: string;
  coder: string;
  onClose: () => void;
}

export function ReopenDialog({ document, coder, onClose, ...seat }: ReopenDialogProps) {
  const formId = useId();
  const [reason, setReason] = useState("");
  const reopen = useAct("reopen-coding");
  const submit = async () => {
    try {
      await reopen.perform({ ...seat, reason });
      onClose();
    } catch {
      // The dialog shows why and keeps the reason.
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Reopen “${document}” for ${coder}`}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            disabled={reason.trim() === ""}
            pending={reopen.pending && "Reopening…"}
          >
            Reopen
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== "" && !reopen.pending) void submit();
        }}
      >
        <p>{coder} can change the coding again and submits it anew. The reason goes on record.</p>
        <TextField label="Reason" value={reason} onChange={setReason} maxLength={2000} autoFocus required />
        {reopen.problem ? (
          <Notice tone="error" live>
            {reopen.problem}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
