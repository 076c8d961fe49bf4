"use client";

import { useState } from "react";
import { codePath, isAncestor } from "@/lib/codebook/tree";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Notice } from "../../../../ui/notice";
import { Select } from "../../../../ui/select";
import type { BookCode } from "./code-changes";
import styles from "./codebook.module.css";
import type { Codebook } from "./use-codebook";
import type { CodebookActs } from "./use-codebook-acts";

export interface MoveDialogProps {
  code: BookCode;
  codebook: Codebook;
  acts: CodebookActs;
  onClose: () => void;
}

const TOP = "top";

export function MoveDialog({ code, codebook: { index }, acts, onClose }: MoveDialogProps) {
  const [parent, setParent] = useState(code.parentId ?? TOP);
  const [before, setBefore] = useState<string>("end");
  const [problem, setProblem] = useState<string | null>(null);
  const parentId = parent === TOP ? null : parent;
  const parents = index.order.filter(({ code: each }) => each.id !== code.id && !isAncestor(index, code.id, each.id));
  const siblings = (index.children.get(parentId) ?? []).filter((sibling) => sibling.id !== code.id);
  const move = async () => {
    const refused = await acts.move(code.id, { parentId, beforeId: before === "end" ? null : before });
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Move “${code.name}”`}
      size="small"
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
        <Select
          label="Below"
          hint="What stands below the code moves with it."
          options={[
            { id: TOP, label: "The top level, as a theme" },
            ...parents.map(({ code: each }) => ({ id: each.id, label: codePath(index, each.id).join(" › ") })),
          ]}
          value={parent}
          onChange={(id) => {
            setParent(id);
            setBefore("end");
          }}
        />
        <Select
          label="Place"
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
