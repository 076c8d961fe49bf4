"use client";

import { type DragEvent, useEffect, useRef } from "react";
import type { DropPosition } from "../../../code-change/code-changes";

/** What a dragged code carries: its id, or several with a blank between them. */
export const DRAGGED_CODE = "application/x-tandem-code";
/** What a coding dragged out of the text carries: its id. */
export const DRAGGED_CODING = "application/x-tandem-coding";

export interface CodeDragGround {
  /** What is dragged when this row is: all that is chosen with it, the topmost of each branch. */
  readonly draggedWith: (id: string) => readonly string[];
  /** Whether these codes may be put there. */
  readonly mayDrop: (ids: readonly string[], targetId: string, position: DropPosition) => boolean;
  readonly onDropCodes: (ids: readonly string[], targetId: string, position: DropPosition) => void;
  /** Whether selected words can be coded now. */
  readonly takesWords: boolean;
  readonly onDropWords: (codeId: string) => void;
  readonly onDropCoding: (codingId: string, codeId: string) => void;
}

const EDGE = 28;

/**
 * Dragging with the browser's own means: codes within the tree and out to the text, words and codings from the text
 * onto a code. What a drag shows is written to the page directly: no row renders while a hand moves.
 */
export function useCodeDrag(ground: CodeDragGround) {
  const line = useRef<HTMLDivElement>(null);
  const dragged = useRef<readonly string[] | null>(null);
  const fromText = useRef(false);
  const marked = useRef<HTMLElement | null>(null);
  const scrolling = useRef({ speed: 0, frame: 0 });

  useEffect(() => {
    const onStart = (event: globalThis.DragEvent) => {
      const from = event.target instanceof Element ? event.target : (event.target as Node | null)?.parentElement;
      fromText.current = from?.closest("[data-at], section[aria-label^='Transcript']") != null;
    };
    document.addEventListener("dragstart", onStart, true);
    return () => document.removeEventListener("dragstart", onStart, true);
  }, []);

  const unmark = () => {
    if (marked.current) delete marked.current.dataset.drop;
    marked.current = null;
    if (line.current) line.current.hidden = true;
  };
  const rest = () => {
    unmark();
    scrolling.current.speed = 0;
  };
  const scroll = (box: HTMLElement, y: number) => {
    const { top, bottom } = box.getBoundingClientRect();
    const state = scrolling.current;
    state.speed = y < top + EDGE ? y - top - EDGE : y > bottom - EDGE ? y - bottom + EDGE : 0;
    if (state.speed === 0 || state.frame !== 0) return;
    const step = () => {
      state.frame = 0;
      if (state.speed === 0) return;
      box.scrollTop += state.speed / 3;
      state.frame = requestAnimationFrame(step);
    };
    state.frame = requestAnimationFrame(step);
  };

  /** Which row, and where on it, a drag is over; null where it can drop nothing. */
  const aim = (event: DragEvent): { row: HTMLElement; id: string; position: DropPosition } | null => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-code]") : null;
    const id = row?.dataset.code;
    if (!row || !id) return null;
    if (dragged.current) {
      const { top, height } = row.getBoundingClientRect();
      const share = (event.clientY - top) / height;
      const position = share < 0.28 ? "before" : share > 0.72 && row.ariaExpanded !== "true" ? "after" : "inside";
      if (ground.mayDrop(dragged.current, id, position)) return { row, id, position };
      return position !== "inside" && ground.mayDrop(dragged.current, id, "inside")
        ? { row, id, position: "inside" }
        : null;
    }
    const words = fromText.current && ground.takesWords && event.dataTransfer.types.includes("text/plain");
    return words || event.dataTransfer.types.includes(DRAGGED_CODING) ? { row, id, position: "inside" } : null;
  };

  const show = (box: HTMLElement, { row, position }: { row: HTMLElement; position: DropPosition }) => {
    unmark();
    if (position === "inside") {
      row.dataset.drop = "on";
      marked.current = row;
    } else if (line.current) {
      const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
      const name = row.querySelector("[data-code-name]")?.getBoundingClientRect();
      line.current.hidden = false;
      line.current.style.insetBlockStart = `${(position === "before" ? inner.top : inner.bottom) - outer.top + box.scrollTop - 1}px`;
      line.current.style.insetInlineStart = `${(name?.left ?? inner.left) - outer.left - 20}px`;
    }
  };

  return {
    /** Shows between which rows a drag would drop. */
    line,
    handlers: {
      onDragStart(event: DragEvent) {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-code]") : null;
        const id = row?.dataset.code;
        if (!id) return;
        const ids = ground.draggedWith(id);
        dragged.current = ids;
        event.dataTransfer.setData(DRAGGED_CODE, ids.join(" "));
        event.dataTransfer.effectAllowed = "copyMove";
      },
      onDragOver(event: DragEvent<HTMLElement>) {
        const box = event.currentTarget;
        scroll(box, event.clientY);
        const aimed = aim(event);
        if (!aimed) return unmark();
        event.preventDefault();
        event.dataTransfer.dropEffect = dragged.current ? "move" : "copy";
        show(box, aimed);
      },
      onDragLeave(event: DragEvent<HTMLElement>) {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) rest();
      },
      onDrop(event: DragEvent) {
        const aimed = aim(event);
        const [ids, codingId] = [dragged.current, event.dataTransfer.getData(DRAGGED_CODING)];
        rest();
        if (!aimed) return;
        event.preventDefault();
        if (ids) ground.onDropCodes(ids, aimed.id, aimed.position);
        else if (codingId) ground.onDropCoding(codingId, aimed.id);
        else ground.onDropWords(aimed.id);
      },
      onDragEnd() {
        dragged.current = null;
        rest();
      },
    },
  };
}
