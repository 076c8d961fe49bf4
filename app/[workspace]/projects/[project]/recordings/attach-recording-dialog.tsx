"use client";

import { useEffect, useRef, useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { assertRecordingRoom, sendRecording } from "@/app/client/recordings";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { FileDrop } from "@/app/ui/file-drop";
import { Notice } from "@/app/ui/notice";
import { Progress } from "@/app/ui/progress";
import { sentenceOf } from "@/app/ui/sentences";
import { offsetOf } from "@/lib/recordings/offset-words";
import { HEAD_BYTES, recordingKind } from "@/lib/recordings/recording-kind";
import { useActWithUndo } from "../use-act-with-undo";
import styles from "./attach-recording-dialog.module.css";
import { OffsetField } from "./offset-field";

export interface AttachRecordingDialogProps {
  projectId: string;
  documentId: string;
  title: string;
  onClose: () => void;
}

const ENDINGS = [".mp3", ".m4a", ".wav", ".mp4", ".mov", ".ogg", ".oga", ".opus", ".flac", ".webm", ".aac"];

/** `312 MB`, `1.4 GB` */
function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes >= 1024) return `${(megabytes / 1024).toFixed(1)} GB`;
  return megabytes >= 1 ? `${Math.round(megabytes)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** A recording for a document: chosen, told where the transcript begins in it, sent, attached. */
export function AttachRecordingDialog({ projectId, documentId, title, onClose }: AttachRecordingDialogProps) {
  const workspace = useWorkspace().name;
  const attaching = useActWithUndo("attach-recording", projectId);
  const [file, setFile] = useState<File | null>(null);
  const [offset, setOffset] = useState("0:00");
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<AbortController | null>(null);
  // A page that is left takes the sending with it.
  useEffect(() => () => sending.current?.abort(), []);

  const offsetMs = offsetOf(offset);
  const choose = async ([chosen]: File[]) => {
    setProblem(null);
    if (!chosen) return;
    const head = new Uint8Array(await chosen.slice(0, HEAD_BYTES).arrayBuffer());
    if (recordingKind(head)) setFile(chosen);
    else setProblem(sentenceOf(chosen.size === 0 ? "recording-empty" : "recording-kind-unknown"));
  };
  const send = async () => {
    if (!file || offsetMs === null) return;
    const stop = new AbortController();
    sending.current = stop;
    setProblem(null);
    setShare(0);
    try {
      const place = { projectId, documentId };
      await assertRecordingRoom(workspace, place, file.size);
      const { recordingId } = await sendRecording(workspace, place, file, {
        signal: stop.signal,
        onProgress: setShare,
      });
      const added = { ...place, recordingId, fileName: file.name.slice(-200), offsetMs };
      if (await attaching.perform(added, `The recording was added to “${title}”.`)) onClose();
    } catch (error) {
      if (!stop.signal.aborted) setProblem(sentenceOfError(error));
    } finally {
      setShare(null);
    }
  };
  const sent = share ?? 0;
  const why = problem ?? attaching.problem;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Add a recording to “${title}”`}
      dismissable={share === null}
      actions={
        <>
          <Button onPress={share === null ? onClose : () => sending.current?.abort()}>
            {share === null ? "Cancel" : "Stop sending"}
          </Button>
          <Button
            variant="primary"
            disabled={!file || offsetMs === null}
            pending={share === null ? null : "Adding…"}
            onPress={() => void send()}
          >
            Add the recording
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <p>
          It plays beside the transcript for everybody in the project. It stays on this server and is not changed or
          transcribed.
        </p>
        {why ? (
          <Notice tone="error" live>
            {why}
          </Notice>
        ) : null}
        {share !== null && file ? (
          <Progress
            label={`Sending ${file.name}`}
            value={sent * 100}
            words={sent < 1 ? `${Math.floor(sent * 100)} % of ${sizeWords(file.size)}` : "Being written to the disk"}
          />
        ) : (
          <FileDrop
            label={file ? `${file.name}, ${sizeWords(file.size)}` : "Drop the recording here"}
            hint="mp3, m4a, wav or mp4, sound or film. Of a film the sound is played."
            buttonLabel={file ? "Choose another…" : "Choose a recording…"}
            accept={ENDINGS}
            onFiles={(files) => void choose(files)}
          />
        )}
        <OffsetField value={offset} onChange={setOffset} disabled={share !== null} />
      </div>
    </Dialog>
  );
}
