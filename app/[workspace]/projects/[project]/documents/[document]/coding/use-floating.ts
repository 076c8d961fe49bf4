"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { type Caret, type CaretGround, scrollTo } from "../keys/caret";
import { type BarPlace, barPlace, type CaretBox, caretBox } from "./bar-place";

export interface Floating {
  readonly caret: CaretBox | null;
  readonly bar: BarPlace | null;
}

const NOWHERE: Floating = { caret: null, bar: null };
/** What the bar takes before it was ever seen. */
const USUAL_HEIGHT = 76;

/** Where the caret and the bar stand: measured when the caret moves and when the text flows anew, not when it scrolls. */
export function useFloating(
  ground: RefObject<CaretGround | null>,
  column: RefObject<HTMLElement | null>,
  caret: Caret | null,
  { shown, docked }: { shown: boolean; docked: boolean },
): Floating {
  const [floating, setFloating] = useState(NOWHERE);
  useLayoutEffect(() => {
    const [here, inner] = [ground.current, column.current];
    if (!here || !inner || !caret) return setFloating(NOWHERE);
    const bar = shown ? (docked ? { side: "dock" as const } : barPlace(here, caret, USUAL_HEIGHT)) : null;
    setFloating({ caret: caretBox(here, inner, caret), bar });
    let [width, height] = [inner.clientWidth, inner.clientHeight];
    // Heights that were guessed become true as the text comes into sight: what stands on the words goes along.
    const resize = new ResizeObserver(() => {
      if (inner.clientWidth === width && inner.clientHeight === height) return;
      [width, height] = [inner.clientWidth, inner.clientHeight];
      setFloating((before) => ({ caret: caretBox(here, inner, caret), bar: moved(before.bar, barPlaceNow()) }));
    });
    const barPlaceNow = () => (shown && !docked ? barPlace(here, caret, USUAL_HEIGHT) : null);
    resize.observe(inner);
    return () => resize.disconnect();
  }, [ground, column, caret, shown, docked]);
  const side = floating.bar?.side;
  useLayoutEffect(() => {
    // The docked bar takes its height from the pane: the end of the selection is brought above it again.
    if (side === "dock" && ground.current && caret) scrollTo(ground.current, caret.focus, 1);
  }, [ground, side, caret]);
  return floating;
}

/** A bar that is shown stays on its side: only its place follows the words. */
function moved(before: BarPlace | null, now: BarPlace | null): BarPlace | null {
  if (!before || !now || before.side !== now.side) return before;
  return now;
}
