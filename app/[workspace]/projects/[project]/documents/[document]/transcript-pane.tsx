"use client";

import {
  type PointerEvent,
  type KeyboardEvent as ReactKeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type CaretGround, spanOf } from "./caret";
import type { DeskSession } from "./desk-session";
import type { DeskTurn } from "./desk-turns";
import { Transcript } from "./transcript";
import styles from "./transcript-pane.module.css";
import type { DeskCaret } from "./use-caret";
import { usePainter } from "./use-painter";

export interface TranscriptPaneProps {
  session: DeskSession;
  title: string;
  text: string;
  turns: readonly DeskTurn[];
  desk: DeskCaret;
  chosen: string | null;
  scroller: RefObject<HTMLElement | null>;
  ground: RefObject<CaretGround | null>;
  /** Where to begin reading, when the page was opened for a place. */
  offset: number | null;
  notice: ReactNode;
  /** Beside the selection; null while it is not shown. */
  bar: ReactNode;
  onKeyDown: (event: ReactKeyboardEvent) => void;
  onChoose: (id: string | null) => void;
}

interface Floating {
  readonly caret: { left: number; top: number; height: number } | null;
  readonly bar: { left: number; top: number; above: boolean } | null;
}

const BAR_HEIGHT = 96;

export function TranscriptPane(props: TranscriptPaneProps) {
  const { session, title, text, turns, desk, chosen, scroller, ground, offset, notice, bar, onKeyDown, onChoose } =
    props;
  const column = useRef<HTMLDivElement>(null);
  const hover = useRef({ frame: 0, id: null as string | null });
  // The page brings the beginning, so that it can be read at once; all of it stands before anybody can do anything.
  const [whole, setWhole] = useState(false);
  useLayoutEffect(() => setWhole(true), []);
  const painter = usePainter(session, text, turns, whole, { scroller, column, ground });
  const [floating, setFloating] = useState<Floating>({ caret: null, bar: null });
  const { caret, focused, selecting } = desk;
  const held = useMemo(() => (focused ? null : spanOf(caret)), [focused, caret]);
  const barShown = bar !== null && !selecting;

  useEffect(() => {
    painter.current?.mark({ chosen, hovered: hover.current.id, held });
  }, [painter, chosen, held]);

  useEffect(() => {
    if (whole && offset !== null) desk.place({ anchor: offset, focus: offset });
    // Only when the page is opened.
  }, [whole, offset, desk.place]);

  useLayoutEffect(() => {
    const measure = () => setFloating(floatingOf(ground.current, column.current, caret, barShown));
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [ground, caret, barShown]);

  const hoverOver = (id: string | null) => {
    if (hover.current.id === id) return;
    hover.current.id = id;
    painter.current?.mark({ chosen, hovered: id, held });
  };
  const onPointerMove = ({ target, clientX, clientY, buttons }: PointerEvent) => {
    cancelAnimationFrame(hover.current.frame);
    hover.current.frame = requestAnimationFrame(() => {
      if (buttons === 0) hoverOver(codingAt(session, ground.current, target, clientX, clientY));
    });
  };
  const onClick = ({ target, clientX, clientY }: { target: EventTarget; clientX: number; clientY: number }) => {
    const found = codingAt(session, ground.current, target, clientX, clientY);
    if (spanOf(desk.caret) === null || (target instanceof Element && target.closest("[data-coding]"))) onChoose(found);
  };

  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={`Transcript of ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and it holds the caret.
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {notice ? <div className={styles.notice}>{notice}</div> : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the text are the section's. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
      <div
        ref={column}
        className={styles.column}
        onPointerMove={onPointerMove}
        onPointerLeave={() => hoverOver(null)}
        onClick={onClick}
      >
        <Transcript text={text} turns={turns} begun={!whole} />
        {focused && floating.caret ? (
          <div
            aria-hidden
            className={styles.caret}
            style={{
              insetInlineStart: floating.caret.left,
              insetBlockStart: floating.caret.top,
              blockSize: floating.caret.height,
            }}
          />
        ) : null}
      </div>
      {barShown && floating.bar ? (
        <div
          className={styles.bar}
          data-above={floating.bar.above || undefined}
          style={{ insetInlineStart: floating.bar.left, insetBlockStart: floating.bar.top }}
        >
          {bar}
        </div>
      ) : null}
    </section>
  );
}

/** The innermost coding under the pointer: on its stripe, its name or its words. */
function codingAt(
  session: DeskSession,
  ground: CaretGround | null,
  target: EventTarget,
  x: number,
  y: number,
): string | null {
  if (!(target instanceof Element) || !ground) return null;
  const stripe = target.closest<HTMLElement>("[data-coding]")?.dataset.coding;
  if (stripe) return stripe;
  if (!target.closest("[data-at]")) return null;
  const offset = ground.positions.offsetAtPoint(x, y);
  if (offset === null) return null;
  const here = session.store.touching({ start: offset, end: offset });
  return here.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.id ?? null;
}

function floatingOf(
  ground: CaretGround | null,
  column: HTMLElement | null,
  caret: DeskCaret["caret"],
  barShown: boolean,
): Floating {
  if (!ground || !column || !caret) return { caret: null, bar: null };
  const origin = column.getBoundingClientRect();
  const at = ground.positions.caretRect(caret.focus);
  const span = spanOf(caret);
  const place = at && !span ? { left: at.left - origin.left, top: at.top - origin.top, height: at.height } : null;
  if (!span || !barShown) return { caret: place, bar: null };
  const { scroller, positions } = ground;
  const box = scroller.getBoundingClientRect();
  const [from, to] = [positions.caretRect(span.start), positions.caretRect(span.end)];
  if (!from || !to) return { caret: place, bar: null };
  const below = to.bottom + BAR_HEIGHT < box.bottom;
  const above = !below && from.top - BAR_HEIGHT > box.top;
  const edge = above ? from.top - 6 : Math.min(to.bottom + 6, box.bottom - BAR_HEIGHT);
  // Under the words, not over the names in the margins.
  const words = positions.at(span.end)?.node.parentElement?.getBoundingClientRect() ?? box;
  const width = Math.min(480, box.width - 24);
  const rightmost = Math.min(words.right, box.right - 20) - width;
  const left = Math.max(8, Math.min(Math.max(words.left, to.left - width / 2), rightmost) - box.left);
  return { caret: place, bar: { left, top: edge - box.top + scroller.scrollTop, above } };
}
