"use client";

import { useCallback, useState } from "react";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";
import styles from "./code-change.module.css";
import { isInside } from "./code-changes";
import { CodeChooser } from "./code-chooser";
import { type CodeEditor, mayGoTo, type Refused } from "./code-editor";
import { MergeWords } from "./merge-words";

export interface MergeDialogProps {
  editor: CodeEditor;
  codeId: string;
  onMerge: (codeId: string, intoId: string) => Promise<Refused>;
  onClose: () => void;
}

export function MergeDialog({ editor, codeId, onMerge, onClose }: MergeDialogProps) {
  const { index } = editor;
  const [intoId, setIntoId] = useState<string | null>();
  const [problem, setProblem] = useState<string | null>(null);
  const offers = useCallback(
    (id: string) => !isInside(editor.index, id, [codeId]) && mayGoTo(editor, [codeId], id),
    [editor, codeId],
  );
  const merge = async () => {
    if (!intoId) return;
    const refused = await onMerge(codeId, intoId);
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge “${index.byId.get(codeId)?.name ?? ""}” into another code`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!intoId} onPress={() => void merge()}>
            Merge
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <CodeChooser first label="Into" index={index} offers={offers} value={intoId} onChange={setIntoId} />
        <p className={styles.outcome} aria-live="polite">
          {intoId ? (
            <MergeWords editor={editor} codeId={codeId} intoId={intoId} />
          ) : (
            "Choose the code that stays: what becomes of your codings then stands here."
          )}
        </p>
        {problem ? (
          <Notice tone="error" live>
            {problem}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}
