"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Span } from "@/lib/text/span";
import { snapToWords } from "@/lib/text/words";
import { type Caret, type CaretGround, isRightToLeft, moveFocus, scrollTo, spanOf } from "./caret";
import type { CaretUnit } from "./desk-keys";
import type { DeskVoice } from "./desk-voice";
import { ShownSelection } from "./shown-selection";

export interface DeskCaret {
  readonly caret: Caret | null;
  /** A button of the mouse is down in the text. */
  readonly selecting: boolean;
  readonly focused: boolean;
  readonly place: (caret: Caret, options?: { scroll?: boolean }) => void;
  readonly move: (unit: CaretUnit, step: 1 | -1, extend: boolean) => void;
  /** An arrow to the left (-1) or the right: on or back, as the paragraph reads. */
  readonly arrow: (unit: "character" | "word", side: 1 | -1, extend: boolean) => void;
  readonly focusText: () => void;
  readonly voice: DeskVoice;
}

/** Told of every move by the keyboard, before anything of it is rendered. */
export type OnMove = (ground: CaretGround, unit: CaretUnit, before: Caret | null, now: Caret) => void;

/**
 * The caret and the selection of the text. The browser's selection is where they live while the text has the focus;
 * what was selected stays when the focus goes to a field or a button.
 */
export function useCaret(
  ground: RefObject<CaretGround | null>,
  region: RefObject<HTMLElement | null>,
  /** Both keep their identity. */
  { voice, onMove }: { voice: DeskVoice; onMove: OnMove },
): DeskCaret {
  const [caret, setCaret] = useState<Caret | null>(null);
  const [selecting, setSelecting] = useState(false);
  const [focused, setFocused] = useState(false);
  const now = useRef<Caret | null>(null);
  const goal = useRef<number | null>(null);
  const shown = useRef(new ShownSelection());
  const settling = useRef(0);

  const keep = useCallback((next: Caret) => {
    if (now.current?.anchor === next.anchor && now.current.focus === next.focus) return;
    now.current = next;
    setCaret(next);
  }, []);

  const place = useCallback(
    (next: Caret, { scroll = true } = {}) => {
      const here = ground.current;
      if (!here) return;
      keep(next);
      if (region.current?.contains(document.activeElement)) shown.current.select(here, next);
      if (!scroll) return;
      scrollTo(here, next.focus);
      // What comes into sight gets its true height only now, which may push the line out of sight again.
      cancelAnimationFrame(settling.current);
      settling.current = requestAnimationFrame(() => {
        settling.current = requestAnimationFrame(() => {
          if (ground.current && now.current === next) scrollTo(ground.current, next.focus);
        });
      });
    },
    [ground, region, keep],
  );

  const move = useCallback(
    (unit: CaretUnit, step: 1 | -1, extend: boolean) => {
      const here = ground.current;
      if (!here) return;
      const before = now.current;
      const from = before ?? firstSeen(here);
      const span = spanOf(from);
      if (unit === "line" || unit === "page") {
        scrollTo(here, from.focus);
        goal.current ??= here.positions.caretRect(from.focus)?.left ?? 0;
      } else goal.current = null;
      // As everywhere: without Shift an arrow first goes to the end of what is selected.
      const focus =
        span && !extend && unit === "character"
          ? step === 1
            ? span.end
            : span.start
          : moveFocus(here, from.focus, {
              unit,
              step,
              anchor: extend ? from.anchor : null,
              goal: goal.current ?? 0,
            });
      const next = { anchor: extend ? from.anchor : focus, focus };
      place(next);
      onMove(here, unit, before, next);
    },
    [ground, place, onMove],
  );

  const arrow = useCallback(
    (unit: "character" | "word", side: 1 | -1, extend: boolean) => {
      const here = ground.current;
      if (!here) return;
      const back = isRightToLeft(here, (now.current ?? firstSeen(here)).focus);
      move(unit, side === 1 && back ? -1 : side === -1 && back ? 1 : side, extend);
    },
    [ground, move],
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
      if (shown.current.isWaiting) return;
      if (!here || !selection?.anchorNode || !selection.focusNode) return;
      const anchor = here.positions.offsetOf(selection.anchorNode, selection.anchorOffset);
      const focus = here.positions.offsetOf(selection.focusNode, selection.focusOffset);
      if (anchor === null || focus === null) return;
      if (down) goal.current = null;
      keep({ anchor, focus });
    };
    const onDown = (event: PointerEvent) => {
      shown.current.letGo();
      if (event.button !== 0 || event.pointerType !== "mouse") return;
      // What floats over the text lies within the region too, but a press on it selects nothing.
      if (!(event.target instanceof Element) || event.target.closest("[data-floating]")) return;
      if (!ground.current?.positions.holds(event.target)) return;
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
      // What was selected while the focus was elsewhere is the browser's again.
      if (ground.current && !down) place(now.current ?? firstSeen(ground.current), { scroll: false });
    };
    const onBlur = () => setFocused(false);
    const onCopy = () => shown.current.now();
    document.addEventListener("copy", onCopy, true);
    document.addEventListener("selectionchange", onSelection);
    element.addEventListener("pointerdown", onDown);
    // The browser took the press for a drag, of the selected words for one.
    const onCancel = () => {
      down = false;
      setSelecting(false);
    };
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", onCancel);
    element.addEventListener("focus", onFocus);
    element.addEventListener("blur", onBlur);
    return () => {
      shown.current.letGo();
      document.removeEventListener("copy", onCopy, true);
      document.removeEventListener("selectionchange", onSelection);
      element.removeEventListener("pointerdown", onDown);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onCancel);
      element.removeEventListener("focus", onFocus);
      element.removeEventListener("blur", onBlur);
    };
  }, [ground, region, keep, place]);

  return { caret, selecting, focused, place, move, arrow, focusText, voice };
}

function snapped(text: string, caret: Caret, span: Span): Caret {
  const { start, end } = snapToWords(text, span);
  if (start >= end) return { anchor: caret.focus, focus: caret.focus };
  return caret.anchor <= caret.focus ? { anchor: start, focus: end } : { anchor: end, focus: start };
}

/** The beginning of the first turn in sight. What holds many turns is asked first: those far away are not laid out. */
function firstSeen({ scroller, positions }: CaretGround): Caret {
  const { top } = scroller.getBoundingClientRect();
  const holds = (each: Element) => each.tagName === "ARTICLE" || each.querySelector("article") !== null;
  let here: Element | undefined = scroller;
  while (here && here.tagName !== "ARTICLE") {
    here = [...here.children].find((each) => holds(each) && each.getBoundingClientRect().bottom > top);
  }
  const begun = here && here.getBoundingClientRect().top < top ? here.nextElementSibling : null;
  const block = (begun ?? here)?.querySelector<HTMLElement>("[data-at]");
  const offset = block ? Number(block.dataset.at) : positions.shown(0, 1);
  return { anchor: offset, focus: offset };
}
