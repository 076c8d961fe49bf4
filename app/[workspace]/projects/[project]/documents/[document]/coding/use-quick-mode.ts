"use client";

import { type RefObject, useEffect, useRef } from "react";
import { spanOf } from "../keys/caret";
import type { DeskCaret } from "../keys/use-caret";
import type { Hand } from "./use-desk-acts";

/** So long after a double click a third press may follow, which selects more. */
const THIRD_PRESS_MS = 350;

/**
 * Quick mode: what is selected is coded as soon as the hand lets go, of the mouse or of Shift. Fingers correct a
 * selection after they let go, so on a touch screen the bar offers the code instead.
 */
export function useQuickMode(
  scroller: RefObject<HTMLElement | null>,
  desk: DeskCaret,
  { code, hand }: { code: string | null; hand: Hand },
): void {
  const now = useRef(desk.caret);
  now.current = desk.caret;
  useEffect(() => {
    const pane = scroller.current;
    if (!pane || code === null) return;
    let isSelecting = false;
    let beforeShift = now.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const applyNow = () => {
      if (spanOf(now.current)) hand.apply(code);
    };
    const onDown = ({ pointerType, button, target }: PointerEvent) => {
      clearTimeout(timer);
      const inText = target instanceof Element && target.closest("[data-at]") !== null;
      isSelecting = pointerType === "mouse" && button === 0 && inText;
    };
    const onUp = ({ detail }: MouseEvent) => {
      if (!isSelecting) return;
      isSelecting = false;
      if (detail > 1) timer = setTimeout(applyNow, THIRD_PRESS_MS);
      else applyNow();
    };
    const onKeyDown = ({ key, repeat, target }: KeyboardEvent) => {
      if (target !== pane) return;
      if (key === "Shift" && !repeat) beforeShift = now.current;
      if (key === "Escape" && spanOf(now.current) === null) hand.quick();
    };
    const onKeyUp = ({ key, target }: KeyboardEvent) => {
      // Shift that selected nothing, as in "?", codes nothing.
      if (key === "Shift" && target === pane && now.current !== beforeShift) applyNow();
    };
    pane.addEventListener("pointerdown", onDown, true);
    window.addEventListener("mouseup", onUp);
    pane.addEventListener("keydown", onKeyDown, true);
    pane.addEventListener("keyup", onKeyUp);
    return () => {
      clearTimeout(timer);
      pane.removeEventListener("pointerdown", onDown, true);
      window.removeEventListener("mouseup", onUp);
      pane.removeEventListener("keydown", onKeyDown, true);
      pane.removeEventListener("keyup", onKeyUp);
    };
  }, [scroller, code, hand]);
}
