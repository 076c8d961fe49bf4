"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Span } from "@/lib/text/span";
import { snapToWords } from "@/lib/text/words";
import { type Caret, type CaretGround, moveFocus, scrollTo, spanOf } from "./caret";
import type { CaretUnit } from "./desk-keys";

export interface DeskCaret {
  readonly caret: Caret | null;
  /** A button of the mouse is down in the text. */
  readonly selecting: boolean;
  readonly focused: boolean;
  readonly place: (caret: Caret, options?: { scroll?: boolean }) => void;
  readonly move: (unit: CaretUnit, step: 1 | -1, extend: boolean) => void;
  readonly focusText: () => void;
}

/**
 * The caret and the selection of the text. The browser's selection is where they live while the text has the focus;
 * what was selected stays when the focus goes to a field or a button.
 */
export function useCaret(ground: RefObject<CaretGround | null>, region: RefObject<HTMLElement | null>): DeskCaret {
  const [caret, setCaret] = useState<Caret | null>(null);
  const [selecting, setSelecting] = useState(false);
  const [focused, setFocused] = useState(false);
  const now = useRef<Caret | null>(null);
  const goal = useRef<number | null>(null);

  const keep = useCallback((next: Caret) => {
    if (now.current?.anchor === next.anchor && now.current.focus === next.focus) return;
    now.current = next;
    setCaret(next);
  }, []);

  const place = useCallback(
    (next: Caret, { scroll = true } = {}) => {
      const here = ground.current;
      if (!here) return;
      const [from, to] = [here.positions.at(next.anchor), here.positions.at(next.focus)];
      if (from && to && region.current?.contains(document.activeElement)) {
        document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
      }
      keep(next);
      if (scroll) scrollTo(here, next.focus);
    },
    [ground, region, keep],
  );

  const move = useCallback(
    (unit: CaretUnit, step: 1 | -1, extend: boolean) => {
      const here = ground.current;
      if (!here) return;
      const from = now.current ?? firstSeen(here);
      const span = spanOf(from);
      if (unit === "line") goal.current ??= here.positions.caretRect(from.focus)?.left ?? 0;
      else goal.current = null;
      // As everywhere: without Shift an arrow first goes to the end of what is selected.
      const focus =
        span && !extend && unit === "character"
          ? step === 1
            ? span.end
            : span.start
          : moveFocus(here, from.focus, unit, step, goal.current ?? 0);
      place({ anchor: extend ? from.anchor : focus, focus });
    },
    [ground, place],
  );

  const focusText = useCallback(() => {
    region.current?.focus({ preventScroll: true });
    if (now.current) place(now.current, { scroll: false });
  }, [region, place]);

  // Before the page is shown: what a quick hand selects at once is heard too.
  useLayoutEffect(() => {
    const element = region.current;
    if (!element) return;
    let down = false;
    const onSelection = () => {
      const here = ground.current;
      const selection = document.getSelection();
      if (!here || !selection?.anchorNode || !selection.focusNode) return;
      const anchor = here.positions.offsetOf(selection.anchorNode, selection.anchorOffset);
      const focus = here.positions.offsetOf(selection.focusNode, selection.focusOffset);
      if (anchor === null || focus === null) return;
      if (down) goal.current = null;
      keep({ anchor, focus });
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || event.pointerType !== "mouse") return;
      // What floats over the text lies within the region too, but a press on it selects nothing.
      if (!(event.target instanceof Node) || !ground.current?.positions.holds(event.target)) return;
      down = true;
      setSelecting(true);
    };
    const onUp = (event: PointerEvent) => {
      if (!down) return;
      down = false;
      setSelecting(false);
      onSelection();
      const here = ground.current;
      const span = spanOf(now.current);
      if (here && span && now.current && !event.altKey) place(snapped(here.text, now.current, span), { scroll: false });
    };
    const onFocus = () => {
      setFocused(true);
      if (!now.current && ground.current && !down) place(firstSeen(ground.current), { scroll: false });
    };
    const onBlur = () => setFocused(false);
    document.addEventListener("selectionchange", onSelection);
    element.addEventListener("pointerdown", onDown);
    window.addEventListener("pointerup", onUp);
    element.addEventListener("focus", onFocus);
    element.addEventListener("blur", onBlur);
    return () => {
      document.removeEventListener("selectionchange", onSelection);
      element.removeEventListener("pointerdown", onDown);
      window.removeEventListener("pointerup", onUp);
      element.removeEventListener("focus", onFocus);
      element.removeEventListener("blur", onBlur);
    };
  }, [ground, region, keep, place]);

  return { caret, selecting, focused, place, move, focusText };
}

function snapped(text: string, caret: Caret, span: Span): Caret {
  const { start, end } = snapToWords(text, span);
  if (start >= end) return { anchor: caret.focus, focus: caret.focus };
  return caret.anchor <= caret.focus ? { anchor: start, focus: end } : { anchor: end, focus: start };
}

/** The beginning of the first turn in sight. Turns are asked, not their words: those far away are not laid out. */
function firstSeen({ scroller, positions }: CaretGround): Caret {
  const { top } = scroller.getBoundingClientRect();
  const turn = [...scroller.querySelectorAll("article")].find((each) => each.getBoundingClientRect().top >= top);
  const block = turn?.querySelector<HTMLElement>("[data-at]");
  const offset = block ? Number(block.dataset.at) : positions.shown(0, 1);
  return { anchor: offset, focus: offset };
}
