"use client";

import { useState } from "react";
import { post, sentenceOfError } from "../../../../client/api";
import { useRead } from "../../../../client/use-read";
import { useWorkspace } from "../../../../client/workspace-context";
import { Checkbox } from "../../../../ui/checkbox";
import { TextField } from "../../../../ui/text-field";
import styles from "./pseudonyms.module.css";

export interface UseImportPseudonyms {
  /** The project has a table of names. */
  readonly offered: boolean;
  readonly wanted: boolean;
  readonly passphrase: string;
  readonly problem: string | null;
  readonly setWanted: (wanted: boolean) => void;
  readonly setPassphrase: (passphrase: string) => void;
  /** Whether the import may begin: asked once, so that a wrong passphrase does not fail every single file. */
  readonly check: (isNeeded?: boolean) => Promise<boolean>;
}

export function useImportPseudonyms(projectId: string): UseImportPseudonyms {
  const workspace = useWorkspace().name;
  const { data: state } = useRead("pseudonym-state", { projectId });
  const [wanted, setWanted] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const check = async (isNeeded = wanted) => {
    setProblem(null);
    if (!isNeeded) return true;
    try {
      await post(workspace, "/api/pseudonyms/open", { projectId, passphrase });
      return true;
    } catch (error) {
      setProblem(sentenceOfError(error));
      return false;
    }
  };
  return { offered: (state?.version ?? 0) > 0, wanted, passphrase, problem, setWanted, setPassphrase, check };
}

const OF_TRANSCRIPTS =
  "In the words, labels and names of these transcripts, before anything is stored; the files are sealed. A survey asks for itself, above its own button.";

export interface ImportPseudonymsProps {
  pseudonyms: UseImportPseudonyms;
  disabled: boolean;
  /** In what they are put, and what becomes of the file; of transcripts unless told. */
  hint?: string;
  /** Why there is no choice: then only the passphrase is asked for. */
  needed?: string | null;
}

/** Stands above the button that imports, once the project has a table of names. */
export function ImportPseudonyms({
  pseudonyms,
  disabled,
  hint = OF_TRANSCRIPTS,
  needed = null,
}: ImportPseudonymsProps) {
  const { offered, wanted, passphrase, problem, setWanted, setPassphrase } = pseudonyms;
  if (!offered) return null;
  return (
    <div className={styles.atImport}>
      {needed === null ? (
        <Checkbox checked={wanted} onChange={setWanted} disabled={disabled} hint={hint}>
          Put pseudonyms in the place of names
        </Checkbox>
      ) : null}
      {wanted || needed !== null ? (
        <TextField
          label="Passphrase of the table of names"
          hint={needed ?? undefined}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          error={problem}
          disabled={disabled}
          autoComplete="off"
          maxLength={400}
        />
      ) : null}
    </div>
  );
}
