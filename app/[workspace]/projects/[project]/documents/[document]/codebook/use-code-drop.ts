"use client";

import type { DragEvent, RefObject } from "react";
import { useRef } from "react";
import type { Hand } from "../coding/use-desk-acts";
import { type CaretGround, spanOf } from "../keys/caret";
import type { DeskCaret } from "../keys/use-caret";
import { DRAGGED_CODE, DRAGGED_CODING } from "./use-code-drag";

/** Codes that are dropped on the selected words; words and codings that are dragged out to a code. */
export function useCodeDrop(ground: RefObject<CaretGround | null>, desk: DeskCaret, hand: Hand) {
  const over = useRef<HTMLElement | null>(null);
  const leave = () => {
    over.current?.removeAttribute("data-dropping");
    over.current = null;
  };
  return {
    onDragStart(event: DragEvent<HTMLElement>) {
      const coding = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-coding]") : null;
      if (coding?.dataset.coding) event.dataTransfer.setData(DRAGGED_CODING, coding.dataset.coding);
      event.dataTransfer.effectAllowed = "copyMove";
    },
    onDragOver(event: DragEvent<HTMLElement>) {
      if (!event.dataTransfer.types.includes(DRAGGED_CODE)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      over.current = event.currentTarget;
      event.currentTarget.dataset.dropping = spanOf(desk.caret) ? "words" : "nowhere";
    },
    onDragLeave(event: DragEvent<HTMLElement>) {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) leave();
    },
    onDrop(event: DragEvent<HTMLElement>) {
      leave();
      const codeIds = event.dataTransfer.getData(DRAGGED_CODE).match(/[0-9a-f]{32}/g) ?? [];
      const [first] = codeIds;
      if (first === undefined) return;
      event.preventDefault();
      const span = spanOf(desk.caret);
      const at = ground.current?.positions.offsetAtPoint(event.clientX, event.clientY) ?? null;
      if (!span) hand.say("Select words first, then drop a code on them.");
      else if (at === null || at < span.start || at > span.end) hand.say("Drop the code on the selected words.");
      else if (codeIds.length === 1) hand.apply(first);
      else hand.applyMany(codeIds);
    },
  };
}
