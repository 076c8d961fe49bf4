"use client";

import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import styles from "./correct.module.css";
import type { CorrectedTurn, TurnEdits } from "./corrections";
import { TurnRow } from "./turn-row";

export interface TurnListProps {
  text: string;
  turns: readonly CorrectedTurn[];
  edits: TurnEdits;
  nameOf: (label: string | null) => string;
  onEdit: (index: number, words: string, label: string | null) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The whole transcript as turns; arrows go from one to the next, Enter opens one, and only that one is a field. */
export function TurnList({ text, turns, edits, nameOf, onEdit }: TurnListProps) {
  const [current, setCurrent] = useState(0);
  const [open, setOpen] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);
  const words = useMemo(() => turns.map(({ start, end }) => text.slice(start, end)), [text, turns]);
  const labels = useMemo(() => [...new Set(turns.map((turn) => turn.label))], [turns]);

  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-turn="${wanted.current}"]`)?.focus();
    wanted.current = null;
  });

  const onOpen = useCallback((index: number) => {
    setCurrent(index);
    setOpen(index);
  }, []);
  const onKeep = useCallback(
    (index: number, kept: string, label: string | null, close: boolean) => {
      onEdit(index, kept, label);
      if (close) wanted.current = index;
      setOpen((was) => (was === index ? null : was));
    },
    [onEdit],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (open !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? turns.length - 1 : step ? current + step : null;
    if (to === null) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(turns.length - 1, to));
    wanted.current = next;
    setCurrent(next);
  };
  return (
    <ol ref={list} className={styles.turns} onKeyDown={onKeyDown} aria-label="Turns">
      {turns.map((turn, index) => (
        <TurnRow
          key={turn.start}
          index={index}
          turn={turn}
          words={words[index] ?? ""}
          edit={edits.get(index)}
          open={open === index}
          current={current === index}
          labels={labels}
          nameOf={nameOf}
          onOpen={onOpen}
          onEdit={onEdit}
          onKeep={onKeep}
        />
      ))}
    </ol>
  );
}
