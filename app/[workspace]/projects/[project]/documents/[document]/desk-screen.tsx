"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Tabs } from "@/app/ui/tabs";
import { VisuallyHidden } from "@/app/ui/visually-hidden";
import type { ReadResult } from "@/db/reads";
import { type CaretGround, spanOf } from "./caret";
import { CodebookPane } from "./codebook-pane";
import { CodingBar } from "./coding-bar";
import { DeskHead } from "./desk-head";
import styles from "./desk-screen.module.css";
import type { DeskPlace } from "./desk-session";
import { deskTurns } from "./desk-turns";
import { DocumentsPane } from "./documents-pane";
import { InspectorPane } from "./inspector-pane";
import { KeysDialog } from "./keys-dialog";
import { LockNotice } from "./lock-notice";
import type { PackedDesk } from "./packed-desk";
import { PaneSlots } from "./pane-slots";
import { SubmitDialog } from "./submit-dialog";
import { TranscriptPane } from "./transcript-pane";
import { useCaret } from "./use-caret";
import { useDeskActs } from "./use-desk-acts";
import { useDeskCommands } from "./use-desk-commands";
import { useDeskSession } from "./use-desk-session";

export interface DeskScreenProps {
  place: DeskPlace;
  desk: ReadResult<"coding-desk">;
  codings: PackedDesk;
  offset: number | null;
}

export function DeskScreen({ place, desk, codings, offset }: DeskScreenProps) {
  const {
    text,
    document: { name: title },
  } = desk;
  const turns = useMemo(() => deskTurns(text, desk.turns, desk.speakers), [text, desk.turns, desk.speakers]);
  const { session, head, revision } = useDeskSession(place, text, turns, codings);
  const { store, queue, lock } = session;
  const scroller = useRef<HTMLElement>(null);
  const ground = useRef<CaretGround | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const memo = useRef<HTMLTextAreaElement>(null);
  const [tab, setTab] = useState("codebook");
  const [dialog, setDialog] = useState<"keys" | "submit" | null>(null);
  const caret = useCaret(ground, scroller);
  const acts = useDeskActs(session, text, caret);

  const { chosen } = acts;
  const span = spanOf(caret.caret);
  const at = caret.caret?.focus ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store keeps its identity; its revision tells of change.
  const here = useMemo(
    () => (at === null ? [] : store.touching(span ?? { start: at, end: at })),
    [store, revision, at, span?.start, span?.end],
  );
  const { onKeyDown } = useDeskCommands({
    session,
    acts,
    caret,
    text,
    here,
    scroller,
    toField: () => field.current?.focus(),
    toMemo: () => {
      setTab("inspector");
      requestAnimationFrame(() => memo.current?.focus());
    },
    toKeys: () => setDialog("keys"),
  });

  // Undo belongs to the whole desk but not to what is being typed.
  const { step } = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, [role=dialog]")) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      step(key === "y" || event.shiftKey ? "redo" : "undo");
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [step]);

  const base = `/${place.workspace}/projects/${place.projectId}`;
  const hrefOf = useCallback((id: string) => `${base}/documents/${id}`, [base]);
  const onKeys = useCallback(() => setDialog("keys"), []);
  const onSubmit = useCallback(() => setDialog("submit"), []);
  const onMemo = useCallback(
    (id: string, words: string) => {
      const coding = store.get(id);
      if (coding) session.codings.writeMemo(coding, words);
    },
    [store, session],
  );
  const canSubmit = head.set?.state === "open" && head.round !== null && lock === null;
  const bar =
    span && lock === null ? (
      <CodingBar
        index={head.index}
        recent={session.recent}
        mayAddCodes={session.mayAddCodes}
        fieldRef={field}
        onApply={acts.apply}
        onNewCode={acts.addAndApply}
        onInVivo={acts.inVivo}
        onLeave={caret.focusText}
      />
    ) : null;
  return (
    <main id="main" tabIndex={-1} className={styles.desk}>
      <DeskHead
        title={title}
        head={head}
        queue={queue}
        canSave={lock === null || lock === "submitted"}
        canUndo={lock === null}
        canSubmit={canSubmit}
        onStep={acts.step}
        onKeys={onKeys}
        onSubmit={onSubmit}
      />
      <div className={styles.panes}>
        <PaneSlots
          className={styles.centre}
          documents={
            <DocumentsPane documents={head.documents} current={place.documentId} here={store.size} hrefOf={hrefOf} />
          }
          transcript={
            <TranscriptPane
              session={session}
              title={title}
              text={text}
              turns={turns}
              desk={caret}
              chosen={chosen?.id ?? null}
              scroller={scroller}
              ground={ground}
              offset={offset}
              notice={lock ? <LockNotice lock={lock} head={head} projectHref={base} /> : null}
              bar={bar}
              onKeyDown={onKeyDown}
              onChoose={(id) => {
                acts.choose(id);
                if (id) setTab("inspector");
              }}
            />
          }
          codes={
            <Tabs
              label="Codes"
              fill
              selected={tab}
              onSelect={setTab}
              tabs={[
                {
                  id: "codebook",
                  label: "Codebook",
                  content: (
                    <CodebookPane
                      codes={head.codes}
                      index={head.index}
                      store={store}
                      applies={span !== null && lock === null}
                      locked={lock !== null}
                      onApply={acts.apply}
                    />
                  ),
                },
                {
                  id: "inspector",
                  label: "Inspector",
                  ...(here.length > 0 ? { count: here.length } : {}),
                  content: (
                    <InspectorPane
                      text={text}
                      head={head}
                      recent={session.recent}
                      codings={here}
                      chosen={chosen}
                      readOnly={lock !== null}
                      memoRef={memo}
                      onChoose={acts.choose}
                      onRemove={acts.remove}
                      onRecode={acts.recode}
                      onMove={acts.moveBoundary}
                      onMemo={onMemo}
                    />
                  ),
                },
              ]}
            />
          }
        />
      </div>
      <VisuallyHidden>
        <span role="status" aria-live="polite">
          {acts.said}
        </span>
      </VisuallyHidden>
      <KeysDialog open={dialog === "keys"} onClose={() => setDialog(null)} />
      {dialog === "submit" ? (
        <SubmitDialog
          open
          title={title}
          codings={store.size}
          codes={head.codes.filter((code) => store.countOf(code.id) > 0).length}
          turns={turns.length}
          turnsCoded={turns.filter((_, i) => store.inTurn(i).length > 0).length}
          onSubmit={() => session.submit()}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </main>
  );
}
