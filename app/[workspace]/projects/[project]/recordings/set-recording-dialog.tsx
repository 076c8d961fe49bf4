"use client";

import { useState } from "react";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";
import { Switch } from "@/app/ui/switch";
import type { ReadResult } from "@/db/reads";
import { offsetOf, offsetWords } from "@/lib/recordings/offset-words";
import { useActWithUndo } from "../use-act-with-undo";
import styles from "./attach-recording-dialog.module.css";
import { OffsetField } from "./offset-field";

export interface SetRecordingDialogProps {
  projectId: string;
  recording: ReadResult<"recordings">["recordings"][number];
  onClose: () => void;
}

/** How a recording lies beside its transcript, and who hears it. */
export function SetRecordingDialog({ projectId, recording, onClose }: SetRecordingDialogProps) {
  const { perform, problem, pending } = useActWithUndo("set-recording", projectId);
  const [offset, setOffset] = useState(offsetWords(recording.offsetMs));
  const [leadOnly, setLeadOnly] = useState(recording.leadOnly);
  const offsetMs = offsetOf(offset);
  const save = async () => {
    if (offsetMs === null) return;
    const input = { projectId, recordingId: recording.id, offsetMs, leadOnly, version: recording.version };
    if (await perform(input, "The recording was set.")) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={recording.fileName}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={offsetMs === null}
            pending={pending ? "Saving…" : null}
            onPress={() => void save()}
          >
            Save
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {problem ? (
          <Notice tone="error" live>
            {problem}
          </Notice>
        ) : null}
        <OffsetField value={offset} onChange={setOffset} />
        <Switch
          checked={leadOnly}
          onChange={setLeadOnly}
          hint="A voice names its speaker. Where names were replaced by pseudonyms a recording is for leads alone until this is switched off; then everybody in the project hears it and reads its file name."
        >
          Only leads hear it
        </Switch>
      </div>
    </Dialog>
  );
}
