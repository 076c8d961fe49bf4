"use client";

import { useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";

export interface SubmitDialogProps {
  open: boolean;
  title: string;
  codings: number;
  codes: number;
  turns: number;
  turnsCoded: number;
  onSubmit: () => Promise<void>;
  onClose: () => void;
}

export function SubmitDialog(props: SubmitDialogProps) {
  const { open, title, codings, codes, turns, turnsCoded, onSubmit, onClose } = props;
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    setPending(true);
    setProblem(null);
    try {
      await onSubmit();
      onClose();
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    setPending(false);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Submit this document"
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Go on coding</Button>
          <Button variant="primary" onPress={() => void submit()} pending={pending && "Submitting…"}>
            Submit
          </Button>
        </>
      }
    >
      <p>
        “{title}” has {codings} {codings === 1 ? "coding" : "codings"} with {codes} {codes === 1 ? "code" : "codes"};{" "}
        {turnsCoded} of {turns} turns hold one.
      </p>
      <p>
        Submitting says that you are done with it. It is then locked; only a lead can reopen it. Nobody sees your
        codings before the round is revealed.
      </p>
      {codings === 0 ? <Notice tone="warn">Nothing is coded in it yet.</Notice> : null}
      {problem ? (
        <Notice tone="error" live>
          {problem}
        </Notice>
      ) : null}
    </Dialog>
  );
}
