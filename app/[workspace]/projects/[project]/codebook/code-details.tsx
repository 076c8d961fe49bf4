"use client";

import { type RefObject, useState } from "react";
import { ancestors } from "@/lib/codebook/tree";
import { Button } from "../../../../ui/button";
import { Notice } from "../../../../ui/notice";
import { Swatch } from "../../../../ui/swatch";
import type { Wording } from "../code-change/code-changes";
import { CodeColour } from "../code-change/code-colour";
import type { CodeCommand } from "../code-change/code-commands";
import type { CodeEditor } from "../code-change/code-editor";
import { countWords } from "../document-words";
import type { BookCode } from "./book-code";
import styles from "./codebook.module.css";
import { SavedField } from "./saved-field";
import type { Codebook } from "./use-codebook";
import type { CodebookActs } from "./use-codebook-acts";

export interface CodeDetailsProps {
  code: BookCode;
  codebook: Codebook;
  acts: CodebookActs;
  editor: CodeEditor;
  onCommand: (command: CodeCommand, ids: readonly string[]) => void;
  nameField: RefObject<HTMLInputElement | null>;
}

const PARTS = [
  { part: "definition", label: "Definition", hint: "What the code means, in a sentence or two." },
  { part: "useWhen", label: "Use when", hint: "What must be said for it to apply." },
  { part: "useNot", label: "Do not use when", hint: "What looks like it and belongs elsewhere." },
  { part: "example", label: "Example", hint: "A typical passage, best an invented one." },
] as const;

export function CodeDetails({ code, codebook, acts, editor, onCommand, nameField }: CodeDetailsProps) {
  const { index, book } = codebook;
  const leads = book.role === "lead";
  const changeable = leads || code.ownProposal;
  const above = ancestors(index, code.id);
  const save = (part: keyof Wording) => (value: string, seen: number) => acts.reword(code.id, { [part]: value }, seen);
  return (
    <article className={styles.details} aria-label={`Code ${code.name}`}>
      <header className={styles.detailsHead}>
        <h2>
          <Swatch colour={code.colour} shape="square" /> {code.name}
        </h2>
        <p className={styles.soft}>
          {above.length > 0 ? `Sub-theme of ${above.map((each) => each.name).join(" › ")}` : "Theme"}
          {code.codings > 0 ? `. ${countWords(code.codings, "coding", "codings")} that you may see.` : "."}
        </p>
        {changeable ? (
          <CodeButtons code={code} codebook={codebook} acts={acts} editor={editor} onCommand={onCommand} />
        ) : null}
      </header>
      {code.retired ? <Notice>This code is retired: its codings stay, and it is no longer offered.</Notice> : null}
      {code.proposal ? (
        <Notice
          actions={
            leads && !code.ownProposal ? (
              <Button size="small" onPress={() => void acts.adopt(code.id)}>
                Adopt into the codebook
              </Button>
            ) : null
          }
        >
          {code.ownProposal
            ? "Your proposal. Nobody else sees it before the round is revealed."
            : "A coder's proposal from a revealed round. It is not part of the codebook yet."}
        </Notice>
      ) : null}
      {changeable ? (
        <div className={styles.fields}>
          <SavedField
            label="Name"
            value={code.name}
            version={code.version}
            onSave={save("name")}
            inputRef={nameField}
            maxLength={200}
            required
          />
          <CodeColour code={code} index={index} onChoose={(colour) => acts.reword(code.id, { colour }, code.version)} />
          {PARTS.map(({ part, label, hint }) => (
            <SavedField
              key={part}
              label={label}
              hint={hint}
              value={code[part]}
              version={code.version}
              onSave={save(part)}
              maxLength={20_000}
              multiline
              rows={part === "definition" ? 4 : 3}
            />
          ))}
        </div>
      ) : (
        <Parts code={code} />
      )}
    </article>
  );
}

function Parts({ code }: { code: BookCode }) {
  const written = PARTS.filter(({ part }) => code[part].trim() !== "");
  if (written.length === 0) return <p className={styles.soft}>Nothing has been written about this code yet.</p>;
  return (
    <dl className={styles.parts}>
      {written.map(({ part, label }) => (
        <div key={part}>
          <dt>{label}</dt>
          <dd>{code[part]}</dd>
        </div>
      ))}
    </dl>
  );
}

function CodeButtons({ code, codebook, acts, editor, onCommand }: Omit<CodeDetailsProps, "nameField">) {
  const [problem, setProblem] = useState<string | null>(null);
  const hasBelow = (codebook.index.children.get(code.id) ?? []).length > 0;
  const ask = (command: CodeCommand) => () => onCommand(command, [code.id]);
  return (
    <>
      <div className={styles.buttons}>
        {editor.adds ? (
          <Button size="small" onPress={ask("add-below")}>
            Add a sub-theme
          </Button>
        ) : null}
        <Button size="small" onPress={ask("move")}>
          Move to…
        </Button>
        {code.retired ? null : (
          <Button size="small" onPress={ask("merge")}>
            Merge into…
          </Button>
        )}
        {editor.adds && !code.retired ? (
          <Button size="small" onPress={ask("split")}>
            Split…
          </Button>
        ) : null}
        <Button size="small" onPress={() => void (code.retired ? acts.unretire(code.id) : acts.retire(code.id))}>
          {code.retired ? "Bring back into use" : "Retire"}
        </Button>
        {hasBelow || code.codings > 0 ? null : (
          <Button size="small" onPress={() => void acts.remove(code.id).then(setProblem)}>
            Remove
          </Button>
        )}
      </div>
      {problem ? (
        <Notice tone="error" live>
          {problem}
        </Notice>
      ) : null}
    </>
  );
}
