"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { isAncestor } from "@/lib/codebook/tree";
import { Swatch } from "../../../../ui/swatch";
import { Tree, type TreeItemData, type TreeMove } from "../../../../ui/tree";
import { placeOfDrop, placeOfStep } from "./code-changes";
import type { CodePaneProps } from "./code-pane";
import styles from "./codebook.module.css";
import { RenameInPlace } from "./rename-in-place";

export interface CodeTreeProps extends CodePaneProps {
  /** The ids that the filter leaves; null without a filter. */
  shown: ReadonlySet<string> | null;
}

const STEPS = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" } as const;

function isStepKey(key: string): key is keyof typeof STEPS {
  return Object.hasOwn(STEPS, key);
}

export function CodeTree(props: CodeTreeProps) {
  const { codebook, acts, selectedId, onSelect, onOpen, onAddTo, addField, shown } = props;
  const { codes, index, book } = codebook;
  const leads = book.role === "lead";
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<string | null>(null);
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
  const selected = useMemo(() => new Set(selectedId ? [selectedId] : []), [selectedId]);

  const drop = async ({ ids, targetId, position }: TreeMove) => {
    for (const id of position === "after" ? ids.toReversed() : ids) {
      const place = placeOfDrop(index, id, targetId, position);
      if (place) void acts.move(id, place);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!leads || !selectedId || (event.target instanceof HTMLElement && event.target.closest("input"))) return;
    const taken = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.altKey && isStepKey(event.key)) {
      taken();
      const place = placeOfStep(index, selectedId, STEPS[event.key]);
      if (!place) return;
      setCollapsed((before) => new Set([...before].filter((id) => id !== place.parentId)));
      void acts.move(selectedId, place);
    } else if (event.key === "F2") {
      taken();
      setRenaming(selectedId);
    } else if (event.key === "+" || event.key === "Insert") {
      taken();
      onAddTo(selectedId);
      addField.current?.focus();
    } else if (event.key === "Delete") {
      taken();
      void acts.remove(selectedId);
    }
  };

  return (
    <div ref={box} className={styles.tree} onKeyDownCapture={onKeyDown}>
      <Tree
        label="Theme tree"
        items={items}
        expanded={expanded}
        onExpandedChange={(ids) => {
          if (shown === null) setCollapsed(new Set(items.map((item) => item.id).filter((id) => !ids.has(id))));
        }}
        selectionMode="single"
        selected={selected}
        onSelectedChange={(ids) => {
          for (const id of ids) onSelect(id);
        }}
        onAction={(id) => {
          onSelect(id);
          onOpen();
        }}
        onMove={leads && shown === null ? (move) => void drop(move) : undefined}
        canMove={({ ids, targetId }) => ids.every((id) => id !== targetId && !isAncestor(index, id, targetId))}
        empty={shown ? "No code has these words in its path." : "No codes yet."}
        height="100%"
      />
      {renaming ? (
        <RenameInPlace
          key={renaming}
          box={box}
          code={codes.find((code) => code.id === renaming) ?? null}
          acts={acts}
          onClose={() => setRenaming(null)}
        />
      ) : null}
    </div>
  );
}
