"use client";

import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from "react";
import { Swatch } from "../../../../ui/swatch";
import { Tree, type TreeItemData, type TreeMove } from "../../../../ui/tree";
import { isInside, isNameTaken, type Place, placeOfDrop, placeOfStep, topmostCodes } from "../code-change/code-changes";
import { mayGoTo } from "../code-change/code-editor";
import { NameInPlace } from "../code-change/name-in-place";
import type { CodePaneProps } from "./code-pane";
import styles from "./codebook.module.css";

export interface CodeTreeProps extends CodePaneProps {
  /** The ids that the filter leaves; null without a filter. */
  shown: ReadonlySet<string> | null;
}

const STEPS = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" } as const;

function isStepKey(key: string): key is keyof typeof STEPS {
  return Object.hasOwn(STEPS, key);
}

export function CodeTree(props: CodeTreeProps) {
  const { codebook, acts, editor, selected, onSelect, onOpen, onAsk, onAddTo, addField, renaming, onRename, shown } =
    props;
  const { codes, index, book } = codebook;
  const leads = book.role === "lead";
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLDivElement>(null);

  const items = useMemo<TreeItemData[]>(() => {
    const byId = new Map(codes.map((code) => [code.id, code]));
    return index.order.flatMap(({ code: { id } }) => {
      const code = byId.get(id);
      if (!code || (shown && !shown.has(id))) return [];
      const mark = code.retired ? "retired" : code.proposal ? "proposal" : null;
      return [
        {
          id,
          parentId: code.parentId,
          label: mark ? `${code.name}, ${mark}` : code.name,
          node: (
            <span className={code.retired ? styles.retired : undefined}>
              <Swatch colour={code.colour} /> <span data-code-name>{code.name}</span>
            </span>
          ),
          after: (
            <>
              {mark ? <span className={styles.mark}>{mark}</span> : null}
              {code.codings > 0 ? <span title={`${code.codings} codings`}>{code.codings}</span> : null}
            </>
          ),
        },
      ];
    });
  }, [codes, index, shown]);
  const expanded = useMemo(
    () => new Set(items.map((item) => item.id).filter((id) => shown !== null || !collapsed.has(id))),
    [items, collapsed, shown],
  );
  const rowOf = (id: string) => box.current?.querySelector(`[data-key="${id}"]`) ?? null;
  const move = (ids: readonly string[], place: Place) => {
    setCollapsed((before) => new Set([...before].filter((id) => id !== place.parentId)));
    void editor.move(ids, place);
  };
  const drop = ({ ids, targetId, position }: TreeMove) => {
    const [id] = ids;
    const place = placeOfDrop(index, ids, targetId, position);
    if (!place || id === undefined) return;
    if (position === "inside" && ids.length === 1) onAsk({ kind: "nest-or-merge", id, targetId }, rowOf(targetId));
    else move(ids, place);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const ids = topmostCodes(index, selected);
    const [id] = ids;
    if (!leads || id === undefined) return;
    if (event.target instanceof HTMLElement && event.target.closest("input")) return;
    const taken = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.altKey && isStepKey(event.key)) {
      taken();
      const place = placeOfStep(index, ids, STEPS[event.key]);
      if (place) move(ids, place);
    } else if (event.key === "F2") {
      taken();
      onRename(id);
    } else if (event.key === "+" || event.key === "Insert") {
      taken();
      onAddTo(id);
      addField.current?.focus();
    } else if (event.key === "Delete") {
      taken();
      void acts.remove(id);
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest("[data-key]") : null;
    const id = row?.getAttribute("data-key");
    if (!row || !id) return;
    event.preventDefault();
    const together = selected.has(id) ? selected : new Set([id]);
    if (together !== selected) onSelect(together);
    onAsk({ kind: "menu", ids: topmostCodes(index, together) }, row);
  };
  const closeName = useCallback(() => onRename(null), [onRename]);
  const renamed = codes.find((code) => code.id === renaming);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tree lies within; these are its further keys.
    <div ref={box} className={styles.tree} onKeyDownCapture={onKeyDown} onContextMenu={onContextMenu}>
      <Tree
        label="Theme tree"
        items={items}
        expanded={expanded}
        onExpandedChange={(ids) => {
          if (shown === null) setCollapsed(new Set(items.map((item) => item.id).filter((id) => !ids.has(id))));
        }}
        selectionMode="multiple"
        selected={selected}
        onSelectedChange={onSelect}
        onAction={(id) => {
          onSelect(new Set([id]));
          onOpen();
        }}
        onMove={leads && shown === null ? drop : undefined}
        canMove={({ ids, targetId, position }) => {
          if (isInside(index, targetId, ids)) return false;
          const parentId = position === "inside" ? targetId : (index.byId.get(targetId)?.parentId ?? null);
          return parentId === null || mayGoTo(editor, ids, parentId);
        }}
        empty={shown ? "No code has these words in its path." : "No codes yet."}
        height="100%"
      />
      {renamed ? (
        <NameInPlace
          key={renamed.id}
          box={box}
          row={`[data-key="${renamed.id}"]`}
          label={`New name of ${renamed.name}`}
          name={renamed.name}
          problem={(name) =>
            isNameTaken(index, renamed.parentId, name, renamed.id)
              ? "There is a code with this name here already."
              : null
          }
          onKeep={(name) => void editor.rename(renamed.id, name)}
          onClose={closeName}
        />
      ) : null}
    </div>
  );
}
