"use client";

import { memo, useDeferredValue, useEffect, useRef } from "react";
import { classes } from "@/app/ui/classes";
import { Swatch } from "@/app/ui/swatch";
import { codePath } from "@/lib/codebook/tree";
import type { Span } from "@/lib/text/span";
import { DRAGGED_CODING } from "../codebook/use-code-drag";
import type { DeskCoding } from "../saving/coding-store";
import type { DeskHead, DeskSession } from "../saving/desk-session";
import { InspectedCoding } from "./inspected-coding";
import styles from "./inspector-pane.module.css";
import { MemoField } from "./memo-field";
import { quoted } from "./quoted";
import type { Attended, Hand, Noting } from "./use-desk-acts";
import { WordNotes } from "./word-notes";

export interface InspectorPaneProps {
  session: DeskSession;
  head: DeskHead;
  text: string;
  hand: Hand;
  /** At the caret or the selection, in document order. */
  codings: readonly DeskCoding[];
  chosen: DeskCoding | null;
  /** The selection, or the caret as an empty span; null before there is one. */
  place: Span | null;
  noting: Noting | null;
  attended: Attended | null;
}

/** An act is painted in the text first; what the inspector says of it follows when the browser has a moment. */
export function InspectorPane(props: InspectorPaneProps) {
  return <Inspected {...useDeferredValue(props)} />;
}

/** The codings and memos where the caret is, and everything that can be done with the chosen one. */
const Inspected = memo(function Inspected(props: InspectorPaneProps) {
  const { session, head, text, hand, codings, chosen, place, noting, attended } = props;
  const pane = useRef<HTMLDivElement>(null);
  const listed = chosen && !codings.some((each) => each.id === chosen.id) ? [chosen, ...codings] : codings;
  useEffect(() => {
    if (!attended) return;
    pane.current?.querySelector<HTMLElement>(`[data-part="${attended.part}"] :is(textarea, input)`)?.focus();
    hand.attendedTo();
  }, [attended, hand]);

  return (
    <div ref={pane} className={styles.pane}>
      {listed.length === 0 ? (
        <p className={styles.nothing}>
          {session.lock
            ? "Put the caret in coded words to see their codes and memos."
            : "Nothing is coded at the caret. Put it in coded words to see their codes and memos, or select words to code them."}
        </p>
      ) : (
        <ul className={styles.codings} aria-label="Codings here">
          {listed.map((coding) => (
            <li key={coding.id}>
              <CodingRow
                coding={coding}
                head={head}
                text={text}
                chosen={coding.id === chosen?.id}
                onChoose={hand.choose}
              />
            </li>
          ))}
        </ul>
      )}
      {chosen ? (
        <InspectedCoding session={session} head={head} text={text} hand={hand} coding={chosen} place={place} />
      ) : listed.length > 0 ? (
        <p className={styles.hint}>Press one of them to choose it: its memo and definition then stand here.</p>
      ) : null}
      <WordNotes session={session} head={head} text={text} hand={hand} place={place} noting={noting} />
      {chosen ? null : <DocumentMemo session={session} head={head} />}
    </div>
  );
});

interface CodingRowProps {
  coding: DeskCoding;
  head: DeskHead;
  text: string;
  chosen: boolean;
  onChoose: (id: string) => void;
}

function CodingRow({ coding, head, text, chosen, onChoose }: CodingRowProps) {
  const code = head.index.byId.get(coding.codeId);
  return (
    <button
      type="button"
      className={classes(styles.coding, chosen && styles.here)}
      aria-pressed={chosen}
      draggable={head.set?.state === "open"}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED_CODING, coding.id);
        event.dataTransfer.effectAllowed = "copyMove";
      }}
      onClick={() => onChoose(coding.id)}
    >
      <span className={styles.path}>
        <Swatch colour={code?.colour ?? ""} />{" "}
        {code ? codePath(head.index, code.id).join(" › ") : "a code no longer here"}
      </span>
      <span className={styles.quote}>{quoted(text, coding)}</span>
      {coding.starred || (coding.memo && !chosen) ? (
        <span className={styles.marks}>
          {coding.starred ? "★ Starred" : ""}
          {coding.starred && coding.memo && !chosen ? " · " : ""}
          {coding.memo && !chosen ? `Memo: ${quoted(coding.memo, { start: 0, end: coding.memo.length })}` : ""}
        </span>
      ) : null}
    </button>
  );
}

function DocumentMemo({ session, head }: { session: DeskSession; head: DeskHead }) {
  return (
    <section className={styles.block} data-part="document" aria-label="Memo on the document">
      <MemoField
        label="Memo on this document"
        placeholder="Thoughts about the whole document; nobody else sees them."
        words={head.documentMemo?.memo ?? ""}
        readOnly={session.lock === "observer"}
        onSave={(words) => session.notes.onDocument(words)}
      />
    </section>
  );
}
