"use client";

import { type RefObject, useCallback, useRef, useState } from "react";
import type { CodeIndex } from "@/lib/codebook/tree";
import { isNameTaken, type Place, placeOfStep } from "../../../code-change/code-changes";
import type { CodeCommand } from "../../../code-change/code-commands";
import type { CodeQuestion } from "../../../code-change/code-dialogs";
import { type CodeEditor, mayGoTo } from "../../../code-change/code-editor";
import type { TreeKey } from "./tree-keys";

export interface QuestionGround {
  readonly box: RefObject<HTMLElement | null>;
  readonly editor: CodeEditor;
  readonly index: CodeIndex;
  /** Where a new code is being named: below this one, or null for a theme. Undefined while none is. */
  readonly adding: string | null | undefined;
  readonly onAdding: (parentId: string | null | undefined) => void;
  readonly onApply: (codeId: string) => void;
  readonly onDetails: (id: string) => void;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onSay: (words: string) => void;
}

/** A name that is being typed in the tree. */
export interface Naming {
  /** The row that it is typed over. */
  readonly row: string;
  readonly label: string;
  readonly name: string;
  readonly problem: (name: string) => string | null;
  readonly onKeep: (name: string) => void;
}

/** What is asked about codes and what is named in the tree, and the commands that lead there. */
export function useCodeQuestions(ground: QuestionGround) {
  const { box, editor, index, adding, onAdding, onApply, onDetails, onToggle, onSay } = ground;
  const anchor = useRef<Element | null>(null);
  const [question, setQuestion] = useState<CodeQuestion | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);

  /** At the row of a code: its menu, or what a drop on it means. */
  const ask = (next: CodeQuestion, at: string) => {
    const row = box.current?.querySelector(`[data-code="${at}"]`);
    anchor.current = row?.querySelector("[data-more]") ?? row ?? null;
    setQuestion(next);
  };

  const move = (ids: readonly string[], place: Place) => {
    if (place.parentId !== null) onToggle(place.parentId, true);
    return editor.move(ids, place);
  };

  const command = (asked: CodeCommand, ids: readonly string[]) => {
    const [id] = ids;
    if (id === undefined) return;
    switch (asked) {
      case "apply":
        return onApply(id);
      case "details":
        return onDetails(id);
      case "add-below":
        onToggle(id, true);
        return onAdding(id);
      case "add-beside":
        return onAdding(index.byId.get(id)?.parentId ?? null);
      case "rename":
        return setRenaming(id);
      case "move":
        return setQuestion({ kind: "move", ids });
      case "merge":
      case "split":
      case "colour":
        return setQuestion({ kind: asked, id });
      case "retire":
      case "bring-back":
        void editor.retire(id, asked === "retire");
        return;
      case "remove":
        void editor.remove(id);
    }
  };

  /** A key that changes codes; `ids` is what it is about when it moves them. */
  const onChangeKey = (key: TreeKey, id: string, ids: readonly string[]) => {
    if (key.kind === "add") return editor.adds ? command("add-below", [id]) : onSay(whyFixed(editor));
    if (!ids.every(editor.mayChange)) return onSay(whyFixed(editor));
    if (key.kind === "rename") return setRenaming(id);
    if (key.kind === "remove") return command("remove", [id]);
    if (key.kind !== "move") return;
    const place = placeOfStep(index, ids, key.step);
    if (!place || (place.parentId !== null && !mayGoTo(editor, ids, place.parentId))) {
      return onSay("It cannot go further that way.");
    }
    void move(ids, place);
  };

  const nameOf = (id: string) => index.byId.get(id)?.name ?? "";
  const problemIn = (parentId: string | null, except?: string) => (name: string) =>
    isNameTaken(index, parentId, name, except) ? "There is a code with this name here already." : null;
  const naming = (): Naming | null => {
    if (adding !== undefined) {
      return {
        row: "[data-gap]",
        label: adding === null ? "Name of the new theme" : `Name of the new code below ${nameOf(adding)}`,
        name: "",
        problem: problemIn(adding),
        onKeep: (name) => editor.add(name, adding),
      };
    }
    const code = index.byId.get(renaming ?? "");
    if (!code) return null;
    return {
      row: `[data-code="${code.id}"]`,
      label: `New name of ${code.name}`,
      name: code.name,
      problem: problemIn(code.parentId, code.id),
      onKeep: (name) => void editor.rename(code.id, name),
    };
  };
  const closeName = useCallback(() => {
    setRenaming(null);
    onAdding(undefined);
  }, [onAdding]);
  const close = useCallback(() => setQuestion(null), []);

  return { anchor, question, ask, close, command, move, onChangeKey, naming: naming(), closeName };
}

/** Why a key that changes codes does nothing here. */
function whyFixed(editor: CodeEditor): string {
  if (editor.fixedRound) return "The codes are fixed for this round; only your own proposals can be changed.";
  return editor.adds ? "Only the lead changes codes that are there." : "Only the lead changes the codebook.";
}
