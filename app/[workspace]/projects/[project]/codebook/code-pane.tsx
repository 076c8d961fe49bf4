"use client";

import { type RefObject, useMemo, useState } from "react";
import { searchCodes } from "@/lib/codebook/search";
import { ancestors, indexCodes } from "@/lib/codebook/tree";
import { TextField } from "../../../../ui/text-field";
import type { CodeQuestion } from "../code-change/code-dialogs";
import type { CodeEditor } from "../code-change/code-editor";
import { CodeTree } from "./code-tree";
import styles from "./codebook.module.css";
import { QuickAdd } from "./quick-add";
import type { Codebook } from "./use-codebook";
import type { CodebookActs } from "./use-codebook-acts";

export interface CodePaneProps {
  codebook: Codebook;
  acts: CodebookActs;
  editor: CodeEditor;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** What is asked at a row: its menu, or whether to nest or to merge. */
  onAsk: (question: CodeQuestion, row: Element | null) => void;
  /** Enter on a code: goes to its details. */
  onOpen: () => void;
  addTo: string | null;
  onAddTo: (parentId: string | null) => void;
  addField: RefObject<HTMLInputElement | null>;
  renaming: string | null;
  onRename: (id: string | null) => void;
}

/** Below this there is nothing to search for. */
const WORTH_FILTERING = 8;

export function CodePane(props: CodePaneProps) {
  const { codebook, acts, addTo, onAddTo, addField } = props;
  const [query, setQuery] = useState("");
  const { codes, index, book } = codebook;
  const shown = useMemo(() => {
    if (query.trim() === "") return null;
    // Retired codes are looked for too: here they are brought back.
    const all = indexCodes(codes.map((code) => ({ ...code, retired: false })));
    const ids = new Set<string>();
    for (const { code } of searchCodes(all, query)) {
      ids.add(code.id);
      for (const above of ancestors(all, code.id)) ids.add(above.id);
    }
    return ids;
  }, [codes, query]);
  return (
    <div className={styles.pane}>
      {book.role === "lead" ? (
        <QuickAdd index={index} acts={acts} parentId={addTo} onParent={onAddTo} fieldRef={addField} />
      ) : null}
      {codes.length >= WORTH_FILTERING || query !== "" ? (
        <div className={styles.filter}>
          <TextField
            label="Find a code"
            hideLabel
            type="search"
            size="small"
            placeholder="Find a code"
            value={query}
            onChange={setQuery}
            autoComplete="off"
          />
          <span className={styles.soft} role="status">
            {shown ? `${shown.size} of ${codes.length} shown` : ""}
          </span>
        </div>
      ) : null}
      <CodeTree {...props} shown={shown} />
    </div>
  );
}
