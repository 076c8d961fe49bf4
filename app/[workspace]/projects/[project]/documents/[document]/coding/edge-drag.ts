import type { Span } from "@/lib/text/span";
import type { CaretGround } from "../keys/caret";
import { drawnEdge } from "../painting/coding-places";

export type Edge = "start" | "end";

export interface EdgeBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Where an edge of a span stands in the window: before its first letter, behind its last one, as its paragraph reads. */
export function edgeBox({ positions }: CaretGround, { start, end }: Span, edge: Edge): EdgeBox | null {
  // Two code units hold a whole character, whatever it is.
  const letter = edge === "start" ? { start, end: Math.min(start + 2, end) } : { start: Math.max(end - 2, start), end };
  const range = positions.range(letter);
  const block = range?.startContainer.parentElement;
  if (!range || !block) return null;
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const rect = edge === "start" ? rects[0] : rects.at(-1);
  if (!rect) return null;
  const atLeft = (edge === "start") === (getComputedStyle(block).direction !== "rtl");
  return { left: atLeft ? rect.left : rect.right, top: rect.top, height: rect.height };
}

export interface EdgeDrag {
  readonly ground: CaretGround;
  readonly coding: Span;
  readonly edge: Edge;
  readonly onPreview: (span: Span) => void;
  /** Null when it was let go of without a change, or by Escape. */
  readonly onEnd: (span: Span | null) => void;
}

/** So near to the edge of the pane, in pixels, the text scrolls. */
const NEAR = 44;

/** Draws a boundary with mouse or finger until it is let go; looked at once a frame. Returns how to stop it. */
export function dragEdge(grip: HTMLElement, down: PointerEvent, drag: EdgeDrag): () => void {
  const { ground, coding, edge, onPreview, onEnd } = drag;
  const { scroller, positions, text } = ground;
  const begun = edgeBox(ground, coding, edge);
  // The boundary stays where it is in the hand, wherever on the grip it was taken.
  const grasp = begun
    ? { x: down.clientX - begun.left, y: down.clientY - (begun.top + begun.height / 2) }
    : { x: 0, y: 0 };
  let last = { x: down.clientX, y: down.clientY, exact: down.altKey };
  let now: Span = coding;
  let frame = 0;

  const look = () => {
    frame = 0;
    const box = scroller.getBoundingClientRect();
    const beyond = last.y < box.top + NEAR ? last.y - box.top - NEAR : Math.max(0, last.y - box.bottom + NEAR);
    if (beyond !== 0) {
      scroller.scrollTop += Math.max(-24, Math.min(24, beyond / 3));
      frame = requestAnimationFrame(look);
    }
    // What floats over the text must not be what is found beneath the point.
    scroller.dataset.probing = "";
    const y = Math.max(box.top + 2, Math.min(last.y - grasp.y, box.bottom - 2));
    const found = positions.offsetAtPoint(last.x - grasp.x, y);
    delete scroller.dataset.probing;
    if (found === null) return;
    const span = drawnEdge(text, coding, edge, found, last.exact);
    if (span.start === now.start && span.end === now.end) return;
    now = span;
    onPreview(span);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    last = { x: event.clientX, y: event.clientY, exact: event.altKey };
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    grip.removeEventListener("pointermove", onMove);
    grip.removeEventListener("pointerup", onUp);
    grip.removeEventListener("pointercancel", cancel);
    window.removeEventListener("keydown", onKey, true);
  };
  const end = (span: Span | null) => {
    stop();
    onEnd(span);
  };
  const cancel = () => end(null);
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    // A quick hand lets go before the frame that would have looked.
    if (frame !== 0) {
      cancelAnimationFrame(frame);
      look();
    }
    end(now.start === coding.start && now.end === coding.end ? null : now);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  grip.setPointerCapture(down.pointerId);
  grip.addEventListener("pointermove", onMove);
  grip.addEventListener("pointerup", onUp);
  grip.addEventListener("pointercancel", cancel);
  window.addEventListener("keydown", onKey, true);
  return stop;
}
