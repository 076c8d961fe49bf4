"use client";

import { useCallback, useState } from "react";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";
import { Select } from "@/app/ui/select";
import styles from "./code-change.module.css";
import { isInside, type Place } from "./code-changes";
import { CodeChooser } from "./code-chooser";
import { type CodeEditor, mayGoTo, type Refused } from "./code-editor";

export interface MoveDialogProps {
  editor: CodeEditor;
  /** In the order of the tree; none of them below another. */
  ids: readonly string[];
  onMove: (ids: readonly string[], place: Place) => Promise<Refused>;
  onClose: () => void;
}

export function MoveDialog({ editor, ids, onMove, onClose }: MoveDialogProps) {
  const { index } = editor;
  const [parentId, setParentId] = useState(index.byId.get(ids[0] ?? "")?.parentId ?? null);
  const [before, setBefore] = useState("end");
  const [problem, setProblem] = useState<string | null>(null);
  const siblings = (index.children.get(parentId) ?? []).filter((code) => !ids.includes(code.id));
  const offers = useCallback(
    (id: string) => !isInside(editor.index, id, ids) && mayGoTo(editor, ids, id),
    [editor, ids],
  );
  const move = async () => {
    const refused = await onMove(ids, { parentId, beforeId: before === "end" ? null : before });
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={ids.length > 1 ? `Move ${ids.length} codes` : `Move “${index.byId.get(ids[0] ?? "")?.name ?? ""}”`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => void move()}>
            Move
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <CodeChooser
          label="Below"
          index={index}
          offers={offers}
          none="The top level, as a theme"
          first
          value={parentId}
          onChange={(id) => {
            setParentId(id);
            setBefore("end");
          }}
        />
        <Select
          label="Place"
          hint="What stands below a code moves with it."
          options={[
            { id: "end", label: "At the end" },
            ...siblings.map((sibling) => ({ id: sibling.id, label: `Before “${sibling.name}”` })),
          ]}
          value={before}
          onChange={setBefore}
        />
        {problem ? (
          <Notice tone="error" live>
            {problem}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}
