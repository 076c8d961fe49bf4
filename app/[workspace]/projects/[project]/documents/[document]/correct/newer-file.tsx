"use client";

import { useRef, useState } from "react";
import { ask, jsonOf, sentenceOfError } from "@/app/client/api";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { FileDrop } from "@/app/ui/file-drop";
import { Notice } from "@/app/ui/notice";
import { Progress } from "@/app/ui/progress";
import type { TextChange } from "@/lib/text/text-changes";
import styles from "./correct.module.css";

/** What a newer file of the same transcript says otherwise. */
export interface NewerFile {
  readonly fileName: string;
  readonly revisionId: string;
  readonly changes: readonly TextChange[];
}

export interface NewerFileStepProps {
  projectId: string;
  documentId: string;
  onFound: (found: NewerFile) => void;
}

interface Staged {
  readonly preview: { readonly stageId: string; readonly fileName: string };
}

/** Reads a newer file of the same transcript and compares its words with the text as it is. */
export function NewerFileStep({ projectId, documentId, onFound }: NewerFileStepProps) {
  const workspace = useWorkspace().name;
  const [doing, setDoing] = useState<{ name: string; words: string } | null>(null);
  const [said, setSaid] = useState<{ tone: "error" | "good"; words: string } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const compare = async (file: File) => {
    const control = new AbortController();
    const { signal } = control;
    stop.current = control;
    setSaid(null);
    try {
      setDoing({ name: file.name, words: "Reading the file…" });
      const upload = new URLSearchParams({ projectId, name: file.name });
      const staged = await ask(workspace, `/api/imports?${upload}`, { method: "POST", body: file, signal });
      const { preview } = (await jsonOf(staged)) as Staged;
      setDoing({ name: file.name, words: "Comparing it with the text…" });
      const stage = `/api/imports/${preview.stageId}`;
      const where = new URLSearchParams({ projectId, documentId });
      try {
        const answer = await ask(workspace, `${stage}/changes?${where}`, { method: "POST", signal });
        const found = (await jsonOf(answer)) as Omit<NewerFile, "fileName">;
        if (found.changes.length > 0) onFound({ ...found, fileName: preview.fileName });
        else setSaid({ tone: "good", words: `“${preview.fileName}” has the same words as this document.` });
      } finally {
        // It was read to be compared alone; left behind, it would expire by itself.
        void ask(workspace, `${stage}?${new URLSearchParams({ projectId })}`, { method: "DELETE" }).catch(() => {});
      }
    } catch (error) {
      if (!signal.aborted) setSaid({ tone: "error", words: sentenceOfError(error) });
    } finally {
      setDoing(null);
    }
  };
  return (
    <div className={styles.newer}>
      <p>
        A typist sent a better version of the same transcript? Choose it here: its words are compared with the text as
        it is now, and you decide about each difference. Nothing changes before you confirm.
      </p>
      {doing ? (
        <Progress
          label={doing.name}
          words={doing.words}
          action={
            <Button size="small" onPress={() => stop.current?.abort()}>
              Stop
            </Button>
          }
        />
      ) : (
        <FileDrop
          label="A newer file of this transcript"
          hint="Any format that can be imported"
          onFiles={([file]) => {
            if (file) void compare(file);
          }}
        />
      )}
      {said ? (
        <Notice tone={said.tone} live>
          {said.words}
        </Notice>
      ) : null}
    </div>
  );
}
