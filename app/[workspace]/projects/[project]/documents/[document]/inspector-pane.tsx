"use client";

import type { Ref } from "react";
import { Button } from "@/app/ui/button";
import { classes } from "@/app/ui/classes";
import { EmptyState } from "@/app/ui/empty-state";
import { Swatch } from "@/app/ui/swatch";
import { codePath } from "@/lib/codebook/tree";
import { CodeDefinition } from "./code-definition";
import { CodeField } from "./code-field";
import type { DeskCoding } from "./coding-store";
import type { DeskHead } from "./desk-session";
import { MemoField } from "./memo-field";
import styles from "./panes.module.css";

export interface InspectorPaneProps {
  text: string;
  head: DeskHead;
  recent: readonly string[];
  /** At the caret or the selection, in document order. */
  codings: readonly DeskCoding[];
  chosen: DeskCoding | null;
  readOnly: boolean;
  memoRef: Ref<HTMLTextAreaElement>;
  onChoose: (id: string) => void;
  onRemove: (coding: DeskCoding) => void;
  onRecode: (coding: DeskCoding, codeId: string) => void;
  onMove: (coding: DeskCoding, edge: "start" | "end", step: 1 | -1) => void;
  onMemo: (id: string, words: string) => void;
}

const EDGES = [
  ["start", -1, "Start earlier", "{"],
  ["start", 1, "Start later", "}"],
  ["end", -1, "End earlier", "["],
  ["end", 1, "End later", "]"],
] as const;

function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ");
  if (line.length <= 160) return line;
  const tail = line.slice(-60);
  return `${line.slice(0, line.lastIndexOf(" ", 100))} … ${tail.slice(tail.indexOf(" ") + 1)}`;
}

/** The codings where the caret is, and everything that can be done with the chosen one. */
export function InspectorPane(props: InspectorPaneProps) {
  const { text, head, recent, codings, chosen, readOnly, memoRef, onChoose } = props;
  const listed = chosen && !codings.some((each) => each.id === chosen.id) ? [chosen, ...codings] : codings;
  const code = head.codes.find((each) => each.id === chosen?.codeId);
  if (listed.length === 0) {
    return (
      <EmptyState title="Nothing is coded at the caret.">
        <p>
          {readOnly
            ? "Put the caret in coded words to see their codes and memos."
            : "Put the caret in coded words to see their codes and memos, or select words to code them."}
        </p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.pane}>
      <ul className={styles.codings} aria-label="Codings here">
        {listed.map((coding) => {
          const each = head.index.byId.get(coding.codeId);
          const isChosen = coding.id === chosen?.id;
          return (
            <li key={coding.id}>
              <button
                type="button"
                className={classes(styles.coding, isChosen && styles.here)}
                aria-pressed={isChosen}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(coding.id)}
              >
                <span className={styles.path}>
                  <Swatch colour={each?.colour ?? ""} />{" "}
                  {each ? codePath(head.index, each.id).join(" › ") : "a code no longer here"}
                </span>
                <span className={styles.quote}>{shortened(text.slice(coding.start, coding.end))}</span>
                {coding.memo && !isChosen ? (
                  <span className={styles.memoMark}>Memo: {shortened(coding.memo)}</span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
      {chosen ? (
        <section className={styles.chosen} aria-label="The chosen coding">
          <MemoField
            key={chosen.id}
            areaRef={memoRef}
            words={chosen.memo ?? ""}
            readOnly={readOnly}
            onSave={(words) => props.onMemo(chosen.id, words)}
          />
          {readOnly ? null : <ChosenActs {...props} chosen={chosen} head={head} recent={recent} />}
          {code ? <CodeDefinition code={code} index={head.index} /> : null}
        </section>
      ) : (
        <p className={styles.hint}>Press one of them to choose it: its memo and definition then stand here.</p>
      )}
    </div>
  );
}

function ChosenActs(props: InspectorPaneProps & { chosen: DeskCoding }) {
  const { head, recent, chosen, onRemove, onRecode, onMove } = props;
  return (
    <>
      <CodeField
        label="Give it another code"
        placeholder="Give it another code"
        index={head.index}
        recent={recent}
        onChoose={(codeId) => onRecode(chosen, codeId)}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame where none is wanted. */}
      <div className={styles.edges} role="group" aria-label="Boundaries, by a word">
        {EDGES.map(([edge, step, words, key]) => (
          <Button key={key} size="small" onPress={() => onMove(chosen, edge, step)}>
            {words}
          </Button>
        ))}
      </div>
      <div>
        <Button size="small" onPress={() => onRemove(chosen)}>
          Remove this coding
        </Button>
      </div>
    </>
  );
}
