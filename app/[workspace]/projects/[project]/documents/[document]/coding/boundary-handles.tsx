"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Span } from "@/lib/text/span";
import type { CaretGround } from "../keys/caret";
import { heardWords } from "../keys/desk-sentences";
import type { DeskCoding } from "../saving/coding-store";
import styles from "./boundary-handles.module.css";
import { dragEdge, type Edge, type EdgeBox, edgeBox } from "./edge-drag";
import type { Hand } from "./use-desk-acts";

export interface BoundaryHandlesProps {
  ground: RefObject<CaretGround | null>;
  column: RefObject<HTMLElement | null>;
  coding: DeskCoding;
  name: string;
  colour: string;
  hand: Hand;
  /** The words as they would be coded if the hand let go now; null when it has. */
  onPreview: (span: Span | null) => void;
}

type Boxes = Readonly<Record<Edge, EdgeBox | null>>;

/** Two grips at the boundaries of the chosen coding: drawn with mouse or finger, moved with the arrows by a word. */
export const BoundaryHandles = memo(function BoundaryHandles(props: BoundaryHandlesProps) {
  const { ground, column, coding, name, colour, hand, onPreview } = props;
  const [preview, setPreview] = useState<Span | null>(null);
  const [boxes, setBoxes] = useState<Boxes>({ start: null, end: null });
  const { start, end } = preview ?? coding;

  useLayoutEffect(() => {
    const [here, inner] = [ground.current, column.current];
    if (!here || !inner) return;
    const measure = () => {
      const origin = inner.getBoundingClientRect();
      const within = (edge: Edge) => {
        const box = edgeBox(here, { start, end }, edge);
        return box && { ...box, left: box.left - origin.left, top: box.top - origin.top };
      };
      setBoxes({ start: within("start"), end: within("end") });
    };
    measure();
    let [width, height] = [inner.clientWidth, inner.clientHeight];
    const resize = new ResizeObserver(() => {
      if (inner.clientWidth === width && inner.clientHeight === height) return;
      [width, height] = [inner.clientWidth, inner.clientHeight];
      measure();
    });
    resize.observe(inner);
    return () => resize.disconnect();
  }, [ground, column, start, end]);

  const onDrag = (span: Span | null) => {
    setPreview(span);
    onPreview(span);
  };
  const colours: CSSProperties & Record<"--colour", string> = { "--colour": colour };
  return (
    <div className={styles.handles} data-floating data-colour="" style={colours}>
      {(["start", "end"] as const).map((edge) => {
        const box = boxes[edge];
        return box ? (
          <Grip
            key={edge}
            edge={edge}
            box={box}
            label={`${edge === "start" ? "Start" : "End"} of ${name}`}
            at={edge === "start" ? start : end}
            ground={ground}
            coding={coding}
            hand={hand}
            onPreview={onDrag}
          />
        ) : null;
      })}
    </div>
  );
});

interface GripProps {
  edge: Edge;
  box: EdgeBox;
  label: string;
  at: number;
  ground: RefObject<CaretGround | null>;
  coding: DeskCoding;
  hand: Hand;
  onPreview: (span: Span | null) => void;
}

function Grip({ edge, box, label, at, ground, coding, hand, onPreview }: GripProps) {
  const grip = useRef<HTMLDivElement>(null);
  const latest = useRef({ coding, hand, onPreview });
  latest.current = { coding, hand, onPreview };

  // Heard at the grip itself, before the text takes the press for the beginning of a selection.
  useEffect(() => {
    const element = grip.current;
    if (!element) return;
    let stop = () => {};
    const onDown = (event: PointerEvent) => {
      const here = ground.current;
      if (event.button !== 0 || !here) return;
      event.preventDefault();
      event.stopPropagation();
      const { coding: taken } = latest.current;
      stop = dragEdge(element, event, {
        ground: here,
        coding: taken,
        edge,
        onPreview: (span) => latest.current.onPreview(span),
        onEnd: (span) => {
          latest.current.onPreview(null);
          if (span) latest.current.hand.setSpan(taken, span);
        },
      });
    };
    element.addEventListener("pointerdown", onDown);
    return () => {
      element.removeEventListener("pointerdown", onDown);
      stop();
    };
  }, [edge, ground]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    hand.moveBoundary(coding, edge, step);
  };
  const text = ground.current?.text ?? "";
  const words = edge === "start" ? text.slice(at, at + 40) : text.slice(Math.max(0, at - 40), at);
  return (
    <div
      ref={grip}
      className={styles.grip}
      data-edge={edge}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={text.length}
      aria-valuenow={at}
      aria-valuetext={edge === "start" ? `before “${heardWords(words)}”` : `after “${heardWords(words)}”`}
      title={`${label}: draw it, or move it with the arrow keys. Alt for single letters.`}
      style={{ insetInlineStart: box.left, insetBlockStart: box.top, blockSize: box.height }}
      onKeyDown={onKeyDown}
    />
  );
}
