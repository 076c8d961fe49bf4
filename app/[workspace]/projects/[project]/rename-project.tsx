"use client";

import { useId, useState } from "react";
import { useAct } from "../../../client/use-act";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/notice";
import { TextField } from "../../../ui/text-field";
import styles from "./overview.module.css";

export interface RenameProjectProps {
  projectId: string;
  name: string;
  open: boolean;
  onClose: () => void;
}

export function RenameProject(props: RenameProjectProps) {
  // Mounted anew at each opening, so that it begins with the name of now.
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ projectId, name: before, onClose }: RenameProjectProps) {
  const [name, setName] = useState(before);
  const rename = useAct("rename-project");
  const formId = useId();
  const submit = async () => {
    try {
      await rename.perform({ projectId, name });
    } catch {
      return;
    }
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Rename the project"
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
            Rename
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
        {rename.problem ? (
          <Notice tone="error" live>
            {rename.problem}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
