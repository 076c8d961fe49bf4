"use client";

import { useId, useState } from "react";
import { useAct } from "@/app/client/use-act";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";
import { TextField } from "@/app/ui/text-field";
import styles from "./round.module.css";

export interface RevealDialogProps {
  projectId: string;
  round: { id: string; name: string };
  /** How many documents of coders are not submitted. */
  missing: number;
  documents: number;
  onClose: () => void;
}

/** Revealing cannot be taken back, so the name is typed; without all submissions a reason is needed besides. */
export function RevealDialog({ projectId, round, missing, documents, onClose }: RevealDialogProps) {
  const formId = useId();
  const [typed, setTyped] = useState("");
  const [override, setOverride] = useState("");
  const reveal = useAct("reveal-round");
  const ready = typed.trim() === round.name && (missing === 0 || override.trim() !== "");
  const submit = async () => {
    try {
      await reveal.perform({
        projectId,
        roundId: round.id,
        name: typed,
        ...(missing > 0 ? { override: override.trim() } : {}),
      });
      onClose();
    } catch {
      // The dialog shows why and keeps what was typed.
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Reveal “${round.name}”`}
      role="alertdialog"
      dismissable={!reveal.pending}
      actions={
        <>
          <Button onPress={onClose} disabled={reveal.pending}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="danger"
            disabled={!ready}
            pending={reveal.pending && "Revealing…"}
          >
            Reveal for good
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !reveal.pending) void submit();
        }}
      >
        <p>
          All codings of {documents === 1 ? "the document" : `the ${documents} documents`} are frozen as they are, and
          every member of the project can see whose they are. Agreement can then be computed and disagreements settled.
          What has been seen cannot be unseen, so this cannot be taken back.
        </p>
        {missing > 0 ? (
          <>
            <Notice tone="warn" title={`${missing} not submitted`}>
              <p>
                {missing === 1 ? "One coder has" : "Coders have"} not submitted everything. It would be frozen
                unfinished, and the figures would count what is missing as “not coded”.
              </p>
            </Notice>
            <TextField
              label="Reason for revealing all the same"
              hint="It is shown with the round and kept in the journal."
              value={override}
              onChange={setOverride}
              maxLength={2000}
              multiline
              rows={2}
            />
          </>
        ) : null}
        <TextField
          label={`Type “${round.name}” to confirm`}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          spellCheck={false}
          autoFocus={missing === 0}
        />
        {reveal.problem ? (
          <Notice tone="error" live>
            {reveal.problem}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
