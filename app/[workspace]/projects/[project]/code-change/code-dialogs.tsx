"use client";

import { type RefObject, useRef } from "react";
import { AnchoredMenu } from "@/app/ui/anchored-menu";
import type { Place } from "./code-changes";
import { type CodeCommand, codeMenuEntries } from "./code-commands";
import type { CodeEditor, NewHalf, Refused } from "./code-editor";
import { ColourDialog } from "./colour-dialog";
import { MergeDialog } from "./merge-dialog";
import { MoveDialog } from "./move-dialog";
import { NestOrMerge } from "./nest-or-merge";
import { SplitDialog } from "./split-dialog";

/** What is asked about codes at the moment. */
export type CodeQuestion =
  | { readonly kind: "menu"; readonly ids: readonly string[] }
  | { readonly kind: "move"; readonly ids: readonly string[] }
  | { readonly kind: "merge" | "split" | "colour"; readonly id: string }
  | { readonly kind: "nest-or-merge"; readonly id: string; readonly targetId: string };

export interface CodeDialogsProps {
  editor: CodeEditor;
  question: CodeQuestion;
  /** Where menus and questions stand: a code's row. */
  anchor: RefObject<Element | null>;
  applies?: boolean;
  without?: readonly CodeCommand[];
  onCommand: (command: CodeCommand, ids: readonly string[]) => void;
  onMove: (ids: readonly string[], place: Place) => Promise<Refused>;
  onMerge: (id: string, intoId: string) => Promise<Refused>;
  onSplit: (id: string, half: NewHalf) => Promise<Refused>;
  onClose: () => void;
}

/** All that floats when codes are changed; none of it is on the first screen, so it comes when it is asked for. */
export function CodeDialogs(props: CodeDialogsProps) {
  const { editor, question, anchor, onMove, onMerge, onSplit, onClose } = props;
  switch (question.kind) {
    case "menu":
      return <QuestionMenu {...props} ids={question.ids} />;
    case "move":
      return <MoveDialog editor={editor} ids={question.ids} onMove={onMove} onClose={onClose} />;
    case "merge":
      return <MergeDialog editor={editor} codeId={question.id} onMerge={onMerge} onClose={onClose} />;
    case "split":
      return <SplitDialog editor={editor} codeId={question.id} onSplit={onSplit} onClose={onClose} />;
    case "colour":
      return <ColourDialog editor={editor} codeId={question.id} onClose={onClose} />;
    case "nest-or-merge": {
      const { id, targetId } = question;
      return (
        <NestOrMerge
          editor={editor}
          anchor={anchor}
          codeId={id}
          targetId={targetId}
          onNest={() => void onMove([id], { parentId: targetId, beforeId: null })}
          onMerge={() => void onMerge(id, targetId)}
          onClose={onClose}
        />
      );
    }
  }
}

/** A menu loses the focus to the dialog that it leads to: that must not close the dialog. */
function QuestionMenu(props: CodeDialogsProps & { readonly ids: readonly string[] }) {
  const { editor, ids, anchor, applies, without, onCommand, onClose } = props;
  const hasChosen = useRef(false);
  const name = editor.index.byId.get(ids[0] ?? "")?.name ?? "";
  const choose = (command: CodeCommand) => {
    hasChosen.current = true;
    onClose();
    onCommand(command, ids);
  };
  return (
    <AnchoredMenu
      anchor={anchor}
      label={ids.length > 1 ? `${ids.length} codes` : name}
      items={codeMenuEntries({ editor, ids, applies, without }, choose)}
      placement="bottom end"
      onClose={() => {
        if (!hasChosen.current) onClose();
      }}
    />
  );
}
