"use client";

import type { RefObject } from "react";
import { AnchoredPopover } from "@/app/ui/popover";
import styles from "./code-change.module.css";
import type { CodeEditor } from "./code-editor";
import { MergeWords } from "./merge-words";

export interface NestOrMergeProps {
  editor: CodeEditor;
  /** The row that the code was dropped on. */
  anchor: RefObject<Element | null>;
  codeId: string;
  targetId: string;
  onNest: () => void;
  onMerge: () => void;
  onClose: () => void;
}

/** A code dropped on a code may mean either: so it is asked, and each answer says what it does. */
export function NestOrMerge({ editor, anchor, codeId, targetId, onNest, onMerge, onClose }: NestOrMergeProps) {
  const name = `“${editor.index.byId.get(codeId)?.name ?? ""}”`;
  const target = `“${editor.index.byId.get(targetId)?.name ?? ""}”`;
  const done = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <AnchoredPopover
      anchor={anchor}
      open
      onClose={onClose}
      label={`Nest below ${target} or merge into ${target}?`}
      placement="bottom start"
    >
      <div className={styles.question}>
        <p className={styles.asked}>
          Nest {name} below {target} or merge it into {target}?
        </p>
        {/* biome-ignore lint/a11y/noAutofocus: the question takes the focus, as a dialog does. */}
        <button type="button" className={styles.answer} onClick={done(onNest)} autoFocus>
          <span className={styles.verb}>Nest below {target}</span>
          <span className={styles.note}>It becomes its sub-theme. Nothing changes in what is coded.</span>
        </button>
        <button type="button" className={styles.answer} onClick={done(onMerge)}>
          <span className={styles.verb}>Merge into {target}</span>
          <span className={styles.note}>
            <MergeWords editor={editor} codeId={codeId} intoId={targetId} />
          </span>
        </button>
        <p className={styles.note}>Esc leaves everything as it was. Either can be undone.</p>
      </div>
    </AnchoredPopover>
  );
}
