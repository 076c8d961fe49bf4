"use client";

import { memo, type ReactNode, type Ref, useState } from "react";
import { Button } from "@/app/ui/button";
import { Swatch } from "@/app/ui/swatch";
import type { CodeIndex } from "@/lib/codebook/tree";
import { CodeField } from "./code-field";
import styles from "./coding-bar.module.css";
import { NewCodeForm } from "./new-code-form";

export interface CodingBarProps {
  index: CodeIndex;
  recent: readonly string[];
  mayAddCodes: "codebook" | "proposal" | null;
  fieldRef: Ref<HTMLInputElement>;
  onApply: (codeId: string, keep: boolean) => void;
  onNewCode: (name: string, parentId: string | null) => void;
  onInVivo: () => void;
  onLeave: () => void;
}

/** At the selection: the recent codes, the field that searches the tree, a new code. */
export const CodingBar = memo(function CodingBar(props: CodingBarProps) {
  const { index, recent, mayAddCodes, fieldRef, onApply, onNewCode, onInVivo, onLeave } = props;
  const [naming, setNaming] = useState<string | null>(null);
  let body: ReactNode;
  if (naming !== null && mayAddCodes) {
    body = (
      <NewCodeForm
        name={naming}
        index={index}
        kind={mayAddCodes}
        onAdd={(name, parentId) => {
          setNaming(null);
          onNewCode(name, parentId);
        }}
        onCancel={() => {
          setNaming(null);
          onLeave();
        }}
      />
    );
  } else {
    body = (
      <>
        <div className={styles.row}>
          <div className={styles.field}>
            <CodeField
              label="Code for the selection"
              placeholder="Code: any part of its path"
              index={index}
              recent={recent}
              onChoose={onApply}
              onNew={mayAddCodes ? setNaming : undefined}
              onLeave={onLeave}
              inputRef={fieldRef}
            />
          </div>
          {mayAddCodes ? (
            <>
              <Button size="small" variant="quiet" onPress={() => setNaming("")}>
                New code
              </Button>
              <Button size="small" variant="quiet" onPress={onInVivo}>
                In vivo
              </Button>
            </>
          ) : null}
        </div>
        <Recent index={index} recent={recent} onApply={onApply} />
      </>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame where none is wanted.
    <div
      className={styles.bar}
      role="group"
      aria-label="Code the selection"
      onMouseDown={(event) => {
        if (!(event.target instanceof Element && event.target.closest("input, select"))) event.preventDefault();
      }}
    >
      {body}
    </div>
  );
});

function Recent({ index, recent, onApply }: Pick<CodingBarProps, "index" | "recent" | "onApply">) {
  const codes = recent.flatMap((id, place) => {
    const code = index.byId.get(id);
    return code && !code.retired ? [{ code, place }] : [];
  });
  if (codes.length === 0)
    return <p className={styles.hint}>Press / to search; the codes you use then stand here as 1 to 9.</p>;
  return (
    <ul className={styles.recent} aria-label="Recent codes">
      {codes.map(({ code, place }) => (
        <li key={code.id}>
          <button type="button" className={styles.chip} onClick={(event) => onApply(code.id, event.shiftKey)}>
            <kbd>{place + 1}</kbd>
            <Swatch colour={code.colour} />
            <span className={styles.name}>{code.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
