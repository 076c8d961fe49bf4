"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ReadResult } from "@/db/reads";
import { Button } from "../../../../ui/button";
import { EmptyState } from "../../../../ui/empty-state";
import { Kbd } from "../../../../ui/kbd";
import { SaveState } from "../../../../ui/save-state";
import { SplitPanes } from "../../../../ui/split-panes";
import { Tooltip } from "../../../../ui/tooltip";
import { countWords } from "../document-words";
import { CodeDetails } from "./code-details";
import { CodePane } from "./code-pane";
import styles from "./codebook.module.css";
import { undoWords } from "./undo-words";
import { useCodebook } from "./use-codebook";
import { useCodebookActs } from "./use-codebook-acts";

export interface CodebookScreenProps {
  projectId: string;
  initial: ReadResult<"codebook">;
}

export function CodebookScreen({ projectId, initial }: CodebookScreenProps) {
  const codebook = useCodebook(projectId, initial);
  const acts = useCodebookActs(projectId, codebook);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [addTo, setAddTo] = useState<string | null>(null);
  const addField = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const { book, codes, index } = codebook;
  const leads = book.role === "lead";
  const selected = codes.find((code) => code.id === selectedId) ?? null;
  const inUse = codes.filter((code) => !code.retired).length;

  const addBelow = (parentId: string | null) => {
    setAddTo(parentId);
    addField.current?.focus();
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
                selectedId={selected?.id ?? null}
                onSelect={setSelectedId}
                onOpen={() => nameField.current?.focus()}
                addTo={addTo !== null && index.byId.has(addTo) ? addTo : null}
                onAddTo={setAddTo}
                addField={addField}
              />
            ),
          }}
          centre={
            selected ? (
              <CodeDetails
                key={selected.id}
                code={selected}
                codebook={codebook}
                acts={acts}
                onAddBelow={addBelow}
                nameField={nameField}
              />
            ) : (
              <NothingChosen leads={leads} empty={codes.length === 0} />
            )
          }
        />
      </div>
    </main>
  );
}

function UndoButtons({ codebook, acts }: Pick<Parameters<typeof CodePane>[0], "codebook" | "acts">) {
  const { book, index, saving, problem } = codebook;
  const nameOf = (codeId: string) => index.byId.get(codeId)?.name;
  const undo = undoWords(book.undo, nameOf);
  const redo = undoWords(book.redo, nameOf);
  const state = saving ? "saving" : problem ? "failed" : "saved";
  const words = { saving: "Saving…", failed: `Not saved: ${problem ?? ""}`, saved: "Saved" }[state];

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea");
      if (typing || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      if (event.shiftKey ? redo : undo) void (event.shiftKey ? acts.redo() : acts.undo());
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo, redo, acts]);

  return (
    <div className={styles.tools}>
      <SaveState state={state} words={words} />
      <Tooltip text={undo ? `Undo ${undo}` : "Nothing to undo here"} keys="Ctrl+Z" placement="bottom">
        <Button
          size="small"
          icon={<Undo2 aria-hidden />}
          aria-label={undo ? `Undo ${undo}` : "Undo"}
          disabled={!undo || saving}
          onPress={() => void acts.undo()}
        >
          Undo
        </Button>
      </Tooltip>
      <Tooltip text={redo ? `Redo: ${redo}` : "Nothing to redo here"} keys="Ctrl+Shift+Z" placement="bottom">
        <Button
          size="small"
          icon={<Redo2 aria-hidden />}
          aria-label={redo ? `Redo ${redo}` : "Redo"}
          disabled={!redo || saving}
          onPress={() => void acts.redo()}
        >
          Redo
        </Button>
      </Tooltip>
    </div>
  );
}

function NothingChosen({ leads, empty }: { leads: boolean; empty: boolean }) {
  if (!leads) {
    return (
      <div className={styles.nothing}>
        <EmptyState title={empty ? "The codebook is empty" : "Choose a code"}>
          <p>{empty ? "The lead writes the themes; they then stand here." : "What it means then stands here."}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.nothing}>
      <EmptyState title={empty ? "Write the first theme" : "Choose a code"}>
        {empty ? (
          <p>
            Type its name on the left and press <Kbd keys="Enter" />. <Kbd keys="Shift+Enter" /> goes on with its
            sub-themes, <Kbd keys="Backspace" /> in the empty field goes back up. A whole indented list can be pasted.
          </p>
        ) : (
          <dl className={styles.keys}>
            <dt>
              <Kbd keys="Enter" />
            </dt>
            <dd>goes to what the chosen code means</dd>
            <dt>
              <Kbd keys="F2" />
            </dt>
            <dd>renames it in its place</dd>
            <dt>
              <Kbd keys="Plus" />
            </dt>
            <dd>adds a sub-theme below it</dd>
            <dt>
              <Kbd keys="Alt+↑" /> <Kbd keys="Alt+↓" />
            </dt>
            <dd>moves it up or down among its siblings</dd>
            <dt>
              <Kbd keys="Alt+→" /> <Kbd keys="Alt+←" />
            </dt>
            <dd>moves it below the one before it, or out again</dd>
            <dt>
              <Kbd keys="Delete" />
            </dt>
            <dd>removes it, if it has not been used</dd>
          </dl>
        )}
      </EmptyState>
    </div>
  );
}
