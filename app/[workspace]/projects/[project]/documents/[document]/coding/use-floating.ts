"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { type Caret, type CaretGround, scrollTo, spanOf } from "../keys/caret";
import { type BarPlace, barPlace, type CaretBox, caretBoxIn } from "./bar-place";

export interface Floating {
  readonly caret: CaretBox | null;
  readonly bar: BarPlace | null;
}

interface Measured {
  readonly of: Caret | null;
  /** Where a caret stands at these offsets, seen from the column. */
  readonly boxes: ReadonlyMap<number, CaretBox>;
  readonly bar: BarPlace | null;
}

const NOTHING: Measured = { of: null, boxes: new Map(), bar: null };
/** What the bar takes before it was ever seen. */
const USUAL_HEIGHT = 76;

/**
 * Where the caret and the bar stand: measured when the caret moves and when the text flows anew, not when it scrolls.
 * With a selection both of its ends are measured, so that a caret that falls to one of them, as after every coding,
 * need not wait for the page to be laid out.
 */
export function useFloating(
  ground: RefObject<CaretGround | null>,
  column: RefObject<HTMLElement | null>,
  caret: Caret | null,
  { shown, docked }: { shown: boolean; docked: boolean },
): Floating {
  const [measured, setMeasured] = useState(NOTHING);
  const span = spanOf(caret);
  const box = caret && !span ? (measured.boxes.get(caret.focus) ?? null) : null;
  const isKnown = box !== null;
  const measure = (): Measured => {
    const [here, inner] = [ground.current, column.current];
    if (!here || !inner || !caret) return NOTHING;
    const origin = inner.getBoundingClientRect();
    const boxes = new Map<number, CaretBox>();
    const rectAt = (offset: number) => {
      const rect = here.positions.caretRect(offset);
      if (rect) boxes.set(offset, caretBoxIn(origin, rect));
      return rect;
    };
    if (!span) rectAt(caret.focus);
    if (!span || !shown) return { of: caret, boxes, bar: null };
    if (docked) return { of: caret, boxes, bar: { side: "dock" } };
    const [from, to] = [rectAt(span.start), rectAt(span.end)];
    return { of: caret, boxes, bar: from && to ? barPlace(here, span, { from, to }, USUAL_HEIGHT) : null };
  };
  const measureNow = useRef(measure);
  measureNow.current = measure;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured depends on these.
  useLayoutEffect(() => {
    if (!isKnown) setMeasured(measureNow.current());
  }, [caret, shown, docked, isKnown]);

  useLayoutEffect(() => {
    if (!column.current) return;
    // Heights that were guessed become true as the text comes into sight: what stands on the words goes along.
    const resize = new ResizeObserver(() => {
      const now = measureNow.current();
      setMeasured((before) => ({ ...now, bar: before.of === now.of ? moved(before.bar, now.bar) : now.bar }));
    });
    resize.observe(column.current);
    return () => resize.disconnect();
  }, [column]);

  const isTrue = measured.of === caret;
  const side = measured.bar?.side;
  useLayoutEffect(() => {
    // The docked bar takes its height from the pane: the end of the selection is brought above it again.
    if (isTrue && side === "dock" && ground.current && caret) scrollTo(ground.current, caret.focus, 1);
  }, [ground, side, caret, isTrue]);
  return { caret: box, bar: span ? measured.bar : null };
}

/** A bar that is shown stays on its side: only its place follows the words. */
function moved(before: BarPlace | null, now: BarPlace | null): BarPlace | null {
  if (!before || !now || before.side !== now.side) return before;
  return now;
}
