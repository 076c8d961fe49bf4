"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import type { ReadResult } from "@/db/reads";
import { SplitPanes } from "../../../../ui/split-panes";
import { topmostCodes } from "../code-change/code-changes";
import type { CodeCommand } from "../code-change/code-commands";
import type { CodeQuestion } from "../code-change/code-dialogs";
import { countWords } from "../document-words";
import { CodeDetails } from "./code-details";
import { CodePane } from "./code-pane";
import styles from "./codebook.module.css";
import { NothingChosen, SeveralChosen } from "./nothing-chosen";
import { UndoButtons } from "./undo-buttons";
import { useBookEditor } from "./use-book-editor";
import { useCodebook } from "./use-codebook";
import { useCodebookActs } from "./use-codebook-acts";

const CodeDialogs = dynamic(() => import("../code-change/code-dialogs").then((module) => module.CodeDialogs), {
  ssr: false,
});

export interface CodebookScreenProps {
  projectId: string;
  initial: ReadResult<"codebook">;
}

export function CodebookScreen({ projectId, initial }: CodebookScreenProps) {
  const codebook = useCodebook(projectId, initial);
  const acts = useCodebookActs(projectId, codebook);
  const editor = useBookEditor(projectId, codebook, acts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<string | null>(null);
  const [question, setQuestion] = useState<CodeQuestion | null>(null);
  const anchor = useRef<Element | null>(null);
  const [addTo, setAddTo] = useState<string | null>(null);
  const addField = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const { book, codes, index } = codebook;
  const leads = book.role === "lead";
  const selected = topmostCodes(index, chosen);
  const [only] = chosen.size === 1 ? selected : [];
  const code = codes.find((each) => each.id === only) ?? null;
  const inUse = codes.filter((code) => !code.retired).length;

  const onCommand = (command: CodeCommand, ids: readonly string[]) => {
    const [id] = ids;
    if (id === undefined) return;
    switch (command) {
      case "add-below":
      case "add-beside":
        setAddTo(command === "add-below" ? id : (index.byId.get(id)?.parentId ?? null));
        addField.current?.focus();
        return;
      case "rename":
        return setRenaming(id);
      case "move":
        return setQuestion({ kind: "move", ids });
      case "merge":
      case "split":
        return setQuestion({ kind: command, id });
      case "retire":
      case "bring-back":
        void editor.retire(id, command === "retire");
        return;
      case "remove":
        void editor.remove(id);
    }
  };

  return (
    <main id="main" tabIndex={-1} className={styles.screen}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h1>Codebook</h1>
          <span className={styles.soft}>
            {countWords(inUse, "code", "codes")}
            {inUse < codes.length ? `, ${codes.length - inUse} retired` : ""}
            {book.pinned ? `. The latest round works with version ${book.pinned.number}.` : ""}
          </span>
        </div>
        {leads ? <UndoButtons codebook={codebook} acts={acts} /> : null}
      </header>
      <div className={styles.panes}>
        <SplitPanes
          id="codebook"
          left={{
            label: "Theme tree",
            defaultSize: 440,
            minSize: 300,
            maxSize: 720,
            content: (
              <CodePane
                codebook={codebook}
                acts={acts}
                editor={editor}
                selected={chosen}
                onSelect={setChosen}
                onAsk={(asked, row) => {
                  anchor.current = row;
                  setQuestion(asked);
                }}
                onOpen={() => nameField.current?.focus()}
                addTo={addTo !== null && index.byId.has(addTo) ? addTo : null}
                onAddTo={setAddTo}
                addField={addField}
                renaming={renaming}
                onRename={setRenaming}
              />
            ),
          }}
          centre={
            code ? (
              <CodeDetails
                key={code.id}
                code={code}
                codebook={codebook}
                acts={acts}
                editor={editor}
                onCommand={onCommand}
                nameField={nameField}
              />
            ) : chosen.size > 1 ? (
              <SeveralChosen count={chosen.size} onMove={leads ? () => onCommand("move", selected) : null} />
            ) : (
              <NothingChosen leads={leads} empty={codes.length === 0} />
            )
          }
        />
      </div>
      {question ? (
        <CodeDialogs
          editor={editor}
          question={question}
          anchor={anchor}
          // Both stand beside the tree already.
          without={["details", "colour"]}
          onCommand={onCommand}
          onMove={editor.move}
          onMerge={editor.merge}
          onSplit={editor.split}
          onClose={() => setQuestion(null)}
        />
      ) : null}
    </main>
  );
}
