"use client";

import { memo, type Ref, useState } from "react";
import { Button } from "@/app/ui/button";
import { Swatch } from "@/app/ui/swatch";
import type { CodeIndex } from "@/lib/codebook/tree";
import { lazyPart } from "../lazy-part";
import type { DeskCoding } from "../saving/coding-store";
import { CodeField } from "./code-field";
import styles from "./coding-bar.module.css";
import type { Hand } from "./use-desk-acts";

const NewCodeForm = lazyPart(async () => (await import("./new-code-form")).NewCodeForm);

export interface CodingBarProps {
  index: CodeIndex;
  recent: readonly string[];
  uses: (codeId: string) => number;
  mayAddCodes: "codebook" | "proposal" | null;
  /** The coding on the selected words that was made or pressed last. */
  coding: DeskCoding | null;
  /** The code of quick mode, where the hand must say when the selection is done. */
  quickCode: string | null;
  /** The list opens above the field. */
  upwards: boolean;
  /** It stands under the pane. */
  docked: boolean;
  fieldRef: Ref<HTMLInputElement>;
  hand: Hand;
  onLeave: () => void;
}

/** At the selection: the recent codes, the field that searches the tree, a new code, a memo. */
export const CodingBar = memo(function CodingBar(props: CodingBarProps) {
  const { index, recent, uses, mayAddCodes, coding, quickCode, upwards, docked, fieldRef, hand, onLeave } = props;
  const [naming, setNaming] = useState(false);
  const quick = quickCode === null ? undefined : index.byId.get(quickCode);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame where none is wanted.
    <div
      className={styles.bar}
      data-docked={docked || undefined}
      role="group"
      aria-label="Code the selection"
      onMouseDown={(event) => {
        if (!(event.target instanceof Element && event.target.closest("input, select"))) event.preventDefault();
      }}
    >
      {naming && mayAddCodes ? (
        <NewCodeForm
          name=""
          index={index}
          kind={mayAddCodes}
          onAdd={(name, parentId) => {
            setNaming(false);
            hand.addAndApply(name, parentId);
          }}
          onCancel={() => {
            setNaming(false);
            onLeave();
          }}
        />
      ) : (
        <>
          <div className={styles.row}>
            <div className={styles.field}>
              <CodeField
                label="Code for the selection"
                placeholder="Code: any part of its path"
                index={index}
                recent={recent}
                uses={uses}
                upwards={upwards}
                onChoose={hand.apply}
                onChooseMany={(codeIds, keep) => hand.applyMany(codeIds, { keep })}
                onNew={mayAddCodes ? (name) => hand.addAndApply(name, null) : undefined}
                onLeave={onLeave}
                inputRef={fieldRef}
              />
            </div>
            {mayAddCodes ? (
              <>
                <Button size="small" variant="quiet" onPress={() => setNaming(true)}>
                  New code
                </Button>
                <Button size="small" variant="quiet" onPress={hand.inVivo}>
                  In vivo
                </Button>
              </>
            ) : null}
            <Button size="small" variant="quiet" onPress={hand.note}>
              Memo
            </Button>
            {coding ? (
              <Button size="small" variant="quiet" aria-pressed={coding.starred} onPress={() => hand.star(coding)}>
                {coding.starred ? "★ Starred" : "Star"}
              </Button>
            ) : null}
          </div>
          <div className={styles.row}>
            {quick ? (
              <Button size="small" variant="primary" onPress={() => hand.apply(quick.id)}>
                Code as “{quick.name}”
              </Button>
            ) : (
              <Recent index={index} recent={recent} onApply={hand.apply} />
            )}
            {recent.length > 0 && !quick ? (
              <Button size="small" variant="quiet" onPress={() => hand.quick(recent[0])}>
                Quick mode
              </Button>
            ) : null}
          </div>
        </>
      )}
    </div>
  );
});

interface RecentProps {
  index: CodeIndex;
  recent: readonly string[];
  onApply: (codeId: string, keep: boolean) => void;
}

function Recent({ index, recent, onApply }: RecentProps) {
  const codes = recent.flatMap((id, place) => {
    const code = index.byId.get(id);
    return code && !code.retired ? [{ code, place }] : [];
  });
  if (codes.length === 0)
    return <p className={styles.hint}>Search the codes; those you use then stand here as 1 to 9.</p>;
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
