"use client";

import { useId, useState } from "react";
import { useAct } from "../../../../client/use-act";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Notice } from "../../../../ui/notice";
import { TextField } from "../../../../ui/text-field";
import { toast } from "../../../../ui/toast";
import { sendable } from "./open-table";
import { passphraseProblem } from "./passphrase";
import styles from "./pseudonyms.module.css";
import type { Opened } from "./pseudonyms-screen";

export interface ChangePassphraseProps {
  projectId: string;
  kept: Opened;
  onKept: (kept: Opened) => void;
  onClose: () => void;
}

export function ChangePassphrase({ projectId, kept, onKept, onClose }: ChangePassphraseProps) {
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const keeping = useAct("keep-pseudonyms", { refresh: false });
  const formId = useId();
  const problem = passphraseProblem(fresh, again);
  const change = async () => {
    setTried(true);
    if (problem) return;
    try {
      const { passphrase, version, table } = kept;
      const input = { projectId, passphrase, newPassphrase: fresh, table: sendable(table), version };
      const done = await keeping.perform(input);
      onKept({ passphrase: fresh, table, version: done.version });
      toast("The table has its new passphrase.", { tone: "good" });
      onClose();
    } catch {
      // The dialog says why.
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Change the passphrase"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={keeping.pending && "Changing…"}>
            Change it
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.lock}
        onSubmit={(event) => {
          event.preventDefault();
          if (!keeping.pending) void change();
        }}
      >
        <p>The old one opens nothing any more, here and in what was sealed before. Copies in backups keep it.</p>
        <TextField
          label="New passphrase"
          error={tried && problem?.field === "passphrase" ? problem.words : undefined}
          type="password"
          value={fresh}
          onChange={setFresh}
          autoComplete="off"
          maxLength={400}
          autoFocus
          required
        />
        <TextField
          label="The same passphrase again"
          error={tried && problem?.field === "again" ? problem.words : undefined}
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="off"
          maxLength={400}
          required
        />
        {keeping.problem ? (
          <Notice tone="error" live>
            {keeping.problem}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
