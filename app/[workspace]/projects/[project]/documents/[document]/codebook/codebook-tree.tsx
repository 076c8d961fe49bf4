"use client";

import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { CodeIndex } from "@/lib/codebook/tree";
import { type DropPosition, isInside, placeOfDrop } from "../../../code-change/code-changes";
import { type CodeEditor, mayGoTo } from "../../../code-change/code-editor";
import { NameInPlace } from "../../../code-change/name-in-place";
import { lazyPart } from "../lazy-part";
import type { CodingStore } from "../saving/coding-store";
import type { DeskCode } from "../saving/desk-session";
import { CodeHint } from "./code-hint";
import { CodeRow } from "./code-row";
import styles from "./codebook-pane.module.css";
import type { CodebookRow } from "./codebook-rows";
import { rowChunks } from "./row-chunks";
import { useCodeDrag } from "./use-code-drag";
import { useCodeQuestions } from "./use-code-questions";
import { useCodebookTree } from "./use-codebook-tree";

const dialogs = () => import("../../../code-change/code-dialogs").then((module) => module.CodeDialogs);
const CodeDialogs = lazyPart(dialogs);

export interface CodebookTreeProps {
  editor: CodeEditor;
  index: CodeIndex;
  rows: readonly CodebookRow[];
  codes: ReadonlyMap<string, DeskCode>;
  store: CodingStore;
  applies: boolean;
  /** The code whose meaning stands below the tree. */
  shown: string | null;
  onShow: (id: string) => void;
  onDetails: (id: string) => void;
  onApply: (codeId: string) => void;
  onRecode: (codingId: string, codeId: string) => void;
  onToggle: (id: string, open: boolean) => void;
  onSay: (words: string) => void;
  /** Where a new code is being named: below this one, or null for a theme. Undefined while none is. */
  adding: string | null | undefined;
  onAdding: (parentId: string | null | undefined) => void;
  /** Added or moved here last. */
  latest: () => { readonly codeId: string } | null;
  children: ReactNode;
}

/** More than a window shows: the text need not wait for the others. */
const AT_FIRST = 80;

export function CodebookTree(props: CodebookTreeProps) {
  const { editor, index, rows, codes, store, applies, shown, onShow, onDetails, onApply, onToggle, onSay } = props;
  const { adding, onAdding, latest, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  useEffect(() => setAll(true), []);
  const questions = useCodeQuestions({ box, editor, index, adding, onAdding, onApply, onDetails, onToggle, onSay });
  const { ask, move, question, naming } = questions;

  // What the person just added or moved comes into view and lights up once.
  const seen = useRef(latest());
  // biome-ignore lint/correctness/useExhaustiveDependencies: it can be found once its row stands.
  useEffect(() => {
    const newest = latest();
    const row = newest && box.current?.querySelector(`[data-code="${newest.codeId}"]`);
    if (!row || newest === seen.current) return;
    seen.current = newest;
    row.scrollIntoView({ block: "nearest" });
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    row.animate([{ backgroundColor: "var(--accent-soft)" }, { backgroundColor: "transparent" }], 1600);
  }, [rows, latest]);

  const tree = useCodebookTree({
    box,
    index,
    rows,
    onAct: (id) => {
      onShow(id);
      if (applies) onApply(id);
    },
    onToggle,
    onMenu: (id) => ask({ kind: "menu", ids: tree.meant(id) }, id),
    onChangeKey: (key, id) => questions.onChangeKey(key, id, tree.meant(id)),
    onSay,
  });

  const drag = useCodeDrag({
    draggedWith: tree.meant,
    mayDrop: (ids, targetId, position) => {
      if (!ids.every(editor.mayChange) || isInside(index, targetId, ids)) return false;
      if (position === "inside") return mayGoTo(editor, ids, targetId);
      const parentId = index.byId.get(targetId)?.parentId ?? null;
      return parentId === null || mayGoTo(editor, ids, parentId);
    },
    onDropCodes: (ids, targetId, position: DropPosition) => {
      const [id] = ids;
      const place = placeOfDrop(index, ids, targetId, position);
      if (!place || id === undefined) return;
      if (position === "inside" && ids.length === 1) ask({ kind: "nest-or-merge", id, targetId }, targetId);
      else void move(ids, place);
    },
    takesWords: applies,
    onDropWords: onApply,
    onDropCoding: props.onRecode,
  });

  // The rows must not render anew because the selection in the text changed what a press does.
  const { selected, current } = tree;
  const menu = editor.adds !== null || applies;
  const listed = useMemo(() => {
    const after = adding === undefined ? null : lastBelow(rows, index, adding);
    const level = adding ? (rows.find(({ code }) => code.id === adding)?.level ?? 0) : 0;
    const gap = (
      <div
        key="gap"
        role="presentation"
        data-gap
        className={styles.gapRow}
        style={{ marginInlineStart: `calc(var(--space-10) + ${level} * var(--space-4))` }}
      />
    );
    const order = new Map(index.order.map(({ code }, place) => [code.id, place]));
    const rowOf = ({ code, ...row }: CodebookRow) => (
      <Fragment key={code.id}>
        <CodeRow
          id={code.id}
          name={code.name}
          colour={code.colour}
          retired={code.retired}
          proposal={codes.get(code.id)?.proposal === true}
          level={row.level}
          place={row.place}
          siblings={row.siblings}
          expanded={row.expanded}
          aside={row.aside}
          selected={selected.has(code.id)}
          reachable={code.id === current}
          menu={menu}
          draggable={menu}
          store={store}
        />
        {after === code.id ? gap : null}
      </Fragment>
    );
    const list = rowChunks(
      (all ? rows : rows.slice(0, AT_FIRST)).map((row) => ({ place: order.get(row.code.id) ?? 0, node: rowOf(row) })),
    );
    return adding !== undefined && after === null ? [...list, gap] : list;
  }, [all, rows, codes, index, selected, current, menu, store, adding]);

  const back = () => {
    questions.close();
    const id = current;
    // After a dialog the focus is where the question was asked, unless it has gone somewhere by itself.
    requestAnimationFrame(() => {
      if (id && (document.activeElement === document.body || document.activeElement === null)) tree.focus(id);
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dragged over lies within.
    <div
      ref={box}
      className={styles.scroller}
      onPointerEnter={() => void dialogs().catch(() => {})}
      onFocus={() => void dialogs().catch(() => {})}
      {...drag.handlers}
    >
      <div
        role="tree"
        aria-label={applies ? "Codes: a press applies" : "Codes"}
        aria-multiselectable
        className={styles.tree}
        {...tree.handlers}
      >
        {listed}
      </div>
      {children}
      <div ref={drag.line} hidden aria-hidden className={styles.line} />
      <CodeHint box={box} codeOf={(id) => codes.get(id)} shown={shown} />
      {naming ? <NameInPlace key={naming.row} box={box} {...naming} onClose={questions.closeName} /> : null}
      {question ? (
        <CodeDialogs
          editor={editor}
          question={question}
          anchor={questions.anchor}
          applies={applies}
          onCommand={questions.command}
          onMove={move}
          onMerge={editor.merge}
          onSplit={editor.split}
          onClose={back}
        />
      ) : null}
    </div>
  );
}

/** The last row of the branch, after which a new code of it will stand; null for the end of the list. */
function lastBelow(rows: readonly CodebookRow[], index: CodeIndex, parentId: string | null): string | null {
  if (parentId === null) return null;
  return rows.findLast(({ code }) => isInside(index, code.id, [parentId]))?.code.id ?? null;
}
