"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { Button } from "@/app/ui/button";
import type { CodeIndex } from "@/lib/codebook/tree";
import { MemoField } from "../coding/memo-field";
import type { DeskCode, DeskHead } from "../saving/desk-session";
import { CodeDefinition } from "./code-definition";
import styles from "./codebook-pane.module.css";
import { DETAILS_HEIGHT, type DetailsSize, withinDetails } from "./details-size";

export interface CodeDetailsProps {
  code: DeskCode | undefined;
  index: CodeIndex;
  memos: DeskHead["codeMemos"];
  /** Nothing can be written here. */
  readOnly: boolean;
  /** A lead's memo on a code is for all; anybody else's is their own. */
  leads: boolean;
  size: DetailsSize;
  onSize: (size: DetailsSize) => void;
  onMemo: (codeId: string, words: string) => void;
}

/** Below the tree: what the chosen code means, and memos on it. Always at the same place, so that nothing jumps. */
export function CodeDetails(props: CodeDetailsProps) {
  const { code, index, memos, readOnly, leads, size, onSize, onMemo } = props;
  const area = useRef<HTMLElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const height = dragged ?? size.height;

  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !area.current) return;
    setDragged(withinDetails(area.current.getBoundingClientRect().bottom - event.clientY));
  };
  const onPointerUp = () => {
    if (dragged !== null) onSize({ open: true, height: dragged });
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: DETAILS_HEIGHT.step, ArrowDown: -DETAILS_HEIGHT.step }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onSize({ open: true, height: withinDetails(height + step) });
  };
  const own = memos.find((memo) => memo.codeId === code?.id && memo.own);
  const others = memos.filter((memo) => memo.codeId === code?.id && !memo.own && memo.memo !== "");

  return (
    <section
      ref={area}
      className={styles.details}
      aria-label="The chosen code"
      style={size.open ? { blockSize: height } : undefined}
    >
      {size.open ? (
        // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no rule.
        <div
          role="separator"
          aria-orientation="horizontal"
          aria-label="Height of what the code means"
          aria-valuenow={height}
          aria-valuemin={DETAILS_HEIGHT.least}
          aria-valuemax={DETAILS_HEIGHT.most}
          tabIndex={0}
          className={styles.separator}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => setDragged(null)}
          onKeyDown={onKeyDown}
        />
      ) : null}
      <div className={styles.detailsHead}>
        <span>What the code means</span>
        <Button
          size="small"
          variant="quiet"
          icon={size.open ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
          aria-label={size.open ? "Close what the code means" : "Open what the code means"}
          onPress={() => onSize({ ...size, open: !size.open })}
        />
      </div>
      {size.open ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
        <section className={styles.detailsBody} aria-label="Definition and memo" tabIndex={0}>
          {code ? (
            <>
              <CodeDefinition code={code} index={index} />
              {others.map((memo) => (
                <p key={memo.memoId} className={styles.memo}>
                  <span className={styles.author}>Memo by {memo.author}</span>
                  {memo.memo}
                </p>
              ))}
              {readOnly && !own?.memo ? null : (
                <MemoField
                  key={code.id}
                  label="Memo on this code"
                  rows={3}
                  words={own?.memo ?? ""}
                  readOnly={readOnly}
                  placeholder={
                    leads
                      ? "A thought about this code; the whole project reads it."
                      : "A thought about this code; only you read it."
                  }
                  onSave={(words) => onMemo(code.id, words)}
                />
              )}
            </>
          ) : (
            <p className={styles.hint}>Choose a code: its definition stands here.</p>
          )}
        </section>
      ) : null}
    </section>
  );
}
