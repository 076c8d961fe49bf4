"use client";

import { useCallback, useState } from "react";
import { Button } from "@/app/ui/button";
import { Checkbox } from "@/app/ui/checkbox";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";
import { TextField } from "@/app/ui/text-field";
import styles from "./code-change.module.css";
import { isNameTaken } from "./code-changes";
import { CodeChooser } from "./code-chooser";
import type { CodeEditor, NewHalf, Refused } from "./code-editor";
import { ExcerptChoices } from "./excerpt-choices";
import { recodableBySplit, useOwnExcerpts } from "./use-own-excerpts";

export interface SplitDialogProps {
  editor: CodeEditor;
  codeId: string;
  onSplit: (codeId: string, half: NewHalf) => Promise<Refused>;
  onClose: () => void;
}

/** Some of the person's own excerpts of a code go to a new one. */
export function SplitDialog({ editor, codeId, onSplit, onClose }: SplitDialogProps) {
  const { index, adds } = editor;
  const code = index.byId.get(codeId);
  const [name, setName] = useState("");
  const [parentId, setParentId] = useState(code?.parentId ?? null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const { excerpts, more, problem: unread } = useOwnExcerpts(editor, codeId);
  const movable = excerpts ? recodableBySplit(editor, excerpts) : [];
  const fixed = (excerpts?.length ?? 0) - movable.length;
  const whole = name.replace(/\s+/g, " ").trim();
  const taken = whole !== "" && isNameTaken(index, parentId, whole);
  const count = movable.filter((each) => chosen.has(each.codingId)).length;
  const offers = useCallback((id: string) => editor.adds === "proposal" || !editor.isProposal(id), [editor]);
  const split = async () => {
    const codingIds = movable.map((each) => each.codingId).filter((id) => chosen.has(id));
    const refused = await onSplit(codeId, { name: whole, parentId, codingIds });
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Split “${code?.name ?? ""}”`}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={whole === "" || taken || count === 0 || count > 2000}
            onPress={() => void split()}
          >
            {count === 0
              ? "Move excerpts to the new code"
              : `Move ${count} ${count === 1 ? "excerpt" : "excerpts"} to the new code`}
          </Button>
        </>
      }
    >
      <div className={styles.halves}>
        <div className={styles.form}>
          <TextField
            label="Name of the new code"
            value={name}
            onChange={setName}
            maxLength={200}
            autoComplete="off"
            autoFocus
            hint={adds === "proposal" ? "Your proposal: nobody else sees it until the round is revealed." : undefined}
            error={taken ? "There is a code with this name here already." : undefined}
          />
          <CodeChooser
            label="Below"
            index={index}
            offers={offers}
            none="The top level, as a theme"
            value={parentId}
            onChange={setParentId}
          />
        </div>
        <div className={styles.excerpts}>
          <Checkbox
            checked={movable.length > 0 && count === movable.length}
            mixed={count > 0 && count < movable.length}
            disabled={movable.length === 0}
            onChange={(all) => setChosen(new Set(all ? movable.map((each) => each.codingId) : []))}
          >
            {`Your excerpts that can move: ${movable.length}`}
          </Checkbox>
          <ExcerptChoices excerpts={movable} chosen={chosen} onChoose={setChosen} />
          <p className={styles.note} role="status">
            {unread ??
              (excerpts === null
                ? "Looking for your excerpts…"
                : [
                    movable.length === 0 ? "None of your excerpts of this code can move." : "",
                    fixed > 0 ? `${fixed} in submitted documents or rounds with fixed codes stay as they are.` : "",
                    more > 0 ? `${more} more are not listed: move some of these first.` : "",
                  ].join(" "))}
          </p>
          {problem ? (
            <Notice tone="error" live>
              {problem}
            </Notice>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
