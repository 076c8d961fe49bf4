"use client";

import { useState } from "react";
import type { NameTable } from "@/lib/pseudonyms/name-entry";
import { post } from "../../../../client/api";
import { sendAct } from "../../../../client/use-act";
import { useForm } from "../../../../client/use-form";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { Notice } from "../../../../ui/notice";
import { TextField } from "../../../../ui/text-field";
import { EMPTY_TABLE } from "./name-list";
import { passphraseProblem, SHORTEST_PASSPHRASE } from "./passphrase";
import styles from "./pseudonyms.module.css";
import type { Opened } from "./pseudonyms-screen";

export interface LockedTableProps {
  projectId: string;
  exists: boolean;
  onOpen: (opened: Opened) => void;
}

export function LockedTable({ projectId, exists, onOpen }: LockedTableProps) {
  return exists ? (
    <OpenForm projectId={projectId} onOpen={onOpen} />
  ) : (
    <NewForm projectId={projectId} onOpen={onOpen} />
  );
}

type FormProps = Omit<LockedTableProps, "exists">;

function OpenForm({ projectId, onOpen }: FormProps) {
  const workspace = useWorkspace().name;
  const [passphrase, setPassphrase] = useState("");
  const form = useForm(async () => {
    const address = "/api/pseudonyms/open";
    const answer = await post<{ table: NameTable; version: number }>(workspace, address, { projectId, passphrase });
    onOpen({ ...answer, passphrase });
  });
  return (
    <form className={styles.lock} onSubmit={form.submit}>
      <TextField
        label="Passphrase"
        hint="The one that was chosen when the table was made."
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="off"
        maxLength={400}
        autoFocus
        required
      />
      <div>
        <Button type="submit" variant="primary" disabled={passphrase === ""} pending={form.pending && "Opening…"}>
          Open the table
        </Button>
      </div>
      {form.problem ? (
        <Notice tone="error" live>
          {form.problem}
        </Notice>
      ) : null}
    </form>
  );
}

function NewForm({ projectId, onOpen }: FormProps) {
  const workspace = useWorkspace().name;
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const problem = passphraseProblem(passphrase, again);
  const form = useForm(async () => {
    setTried(true);
    if (problem) return;
    const input = { projectId, passphrase, table: EMPTY_TABLE, version: 0 };
    const { version } = await sendAct(workspace, "keep-pseudonyms", input);
    onOpen({ passphrase, table: EMPTY_TABLE, version });
  });
  return (
    <form className={styles.lock} onSubmit={form.submit}>
      <Notice tone="warn" title="Nobody can restore this passphrase">
        <p>
          It opens the table of names and everything that pseudonyms replace. It is kept nowhere: without it the real
          names are lost, for you and for everybody. Write it down and keep it apart from this computer, as your ethics
          protocol asks.
        </p>
      </Notice>
      <TextField
        label="Passphrase"
        hint={`At least ${SHORTEST_PASSPHRASE} characters. Several unrelated words are easy to write down and hard to guess.`}
        error={tried && problem?.field === "passphrase" ? problem.words : undefined}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="off"
        maxLength={400}
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
      <div>
        <Button type="submit" variant="primary" pending={form.pending && "Making the table…"}>
          Make the table
        </Button>
      </div>
      {form.problem ? (
        <Notice tone="error" live>
          {form.problem}
        </Notice>
      ) : null}
    </form>
  );
}
