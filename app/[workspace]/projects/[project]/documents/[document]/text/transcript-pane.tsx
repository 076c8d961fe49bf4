"use client";

import {
  type CSSProperties,
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
import { overlaps, type Span } from "@/lib/text/span";
import { useCodeDrop } from "../codebook/use-code-drop";
import type { BarPlace } from "../coding/bar-place";
import { codingsAt, nextOf } from "../coding/codings-at";
import type { Hand } from "../coding/use-desk-acts";
import { useFloating } from "../coding/use-floating";
import { useQuickMode } from "../coding/use-quick-mode";
import { useRested } from "../coding/use-rested";
import type { OpenComparison } from "../comparing/open-comparison";
import { type CaretGround, spanOf } from "../keys/caret";
import { TEXT_HELP } from "../keys/desk-status";
import type { DeskCaret } from "../keys/use-caret";
import { useTurnDescriptions } from "../keys/use-turn-descriptions";
import { lazyPart } from "../lazy-part";
import { usePainter } from "../painting/use-painter";
import type { DeskCoding } from "../saving/coding-store";
import type { DeskHead, DeskSession } from "../saving/desk-session";
import type { DeskTurn } from "./desk-turns";
import { Transcript } from "./transcript";
import styles from "./transcript-pane.module.css";

const BoundaryHandles = lazyPart(async () => (await import("../coding/boundary-handles")).BoundaryHandles);
const NoteMarks = lazyPart(async () => (await import("../coding/note-marks")).NoteMarks);
const QuickLine = lazyPart(async () => (await import("../coding/quick-line")).QuickLine);

export interface TranscriptPaneProps {
  session: DeskSession;
  head: DeskHead;
  title: string;
  text: string;
  turns: readonly DeskTurn[];
  desk: DeskCaret;
  hand: Hand;
  chosen: DeskCoding | null;
  quickCode: string | null;
  scroller: RefObject<HTMLDivElement | null>;
  ground: RefObject<CaretGround | null>;
  /** All of the text stands on the page. */
  onStanding: () => void;
  /** Whatever sets the text anew without changing its width. */
  looks: string;
  /** Shown in place of the person's own codings. */
  comparison: OpenComparison | null;
  /** Over the text; it does not scroll. */
  above: ReactNode;
  /** After the last turn. */
  end: ReactNode;
  notice: ReactNode;
  /** Beside the selection, its list opening away from it; null while nothing can be coded. */
  bar: ((side: BarPlace["side"], byTouch: boolean) => ReactNode) | null;
  onKeyDown: (event: ReactKeyboardEvent) => void;
  /** A coding was pressed. */
  onPress: (coding: DeskCoding) => void;
}

export function TranscriptPane(props: TranscriptPaneProps) {
  const { session, head, title, text, turns, desk, hand, chosen, quickCode, scroller, ground, notice } = props;
  const { onStanding, looks, comparison, above, end, bar, onKeyDown, onPress } = props;
  const column = useRef<HTMLDivElement>(null);
  const hover = useRef({ frame: 0, id: null as string | null });
  const [byTouch, setByTouch] = useState(false);
  const [drawn, setDrawn] = useState<Span | null>(null);
  // The page brings the beginning, so that it can be read at once; all of it stands before anybody can do anything.
  const [whole, setWhole] = useState(false);
  useLayoutEffect(() => setWhole(true), []);
  const painter = usePainter(session, text, turns, whole, { scroller, column, ground }, comparison);
  useTurnDescriptions(session, turns, scroller, comparison);
  const shownStore = comparison?.store ?? session.store;
  const { caret, focused, selecting } = desk;
  const chosenId = chosen?.id ?? null;
  const handled = useRested(chosen);
  const held = useMemo(() => drawn ?? (focused ? null : spanOf(caret)), [drawn, focused, caret]);
  const barShown = bar !== null && !selecting && (quickCode === null || byTouch);
  const floating = useFloating(ground, column, caret, { shown: barShown, docked: byTouch });
  const drop = useCodeDrop(ground, desk, hand);
  useQuickMode(scroller, desk, { code: quickCode, hand });

  // biome-ignore lint/correctness/useExhaustiveDependencies: with a comparison another painter begins.
  useEffect(() => {
    painter.current?.mark({ chosen: chosenId, hovered: hover.current.id, held });
  }, [painter, chosenId, held, comparison]);

  useEffect(() => {
    if (whole) onStanding();
  }, [whole, onStanding]);

  const lookedSo = useRef(looks);
  useLayoutEffect(() => {
    if (lookedSo.current !== looks) painter.current?.repaintAll();
    lookedSo.current = looks;
  }, [painter, looks]);

  const hoverOver = (id: string | null) => {
    if (hover.current.id === id) return;
    hover.current.id = id;
    painter.current?.mark({ chosen: chosenId, hovered: id, held });
  };
  const onPointerMove = ({ target, clientX, clientY, buttons }: PointerEvent) => {
    cancelAnimationFrame(hover.current.frame);
    hover.current.frame = requestAnimationFrame(() => {
      if (buttons === 0) hoverOver(codingsAt(shownStore, ground.current, target, clientX, clientY)[0]?.id ?? null);
    });
  };
  const onClick = ({ target, clientX, clientY }: { target: EventTarget; clientX: number; clientY: number }) => {
    if (!(target instanceof Element) || target.closest("[data-floating]")) return;
    const span = spanOf(desk.caret);
    if (span && !target.closest("[data-coding]")) {
      // Other words were selected: what is chosen elsewhere is let go of.
      if (chosen && !overlaps(chosen, span)) hand.choose(null);
      return;
    }
    const here = codingsAt(shownStore, ground.current, target, clientX, clientY);
    if (comparison) {
      if (here.length > 0) hand.say(comparison.wordsOf(here));
      return;
    }
    const next = nextOf(here, chosenId);
    if (!next) return hand.choose(null);
    onPress(next);
    if (here.length < 2) return;
    const name = head.index.byId.get(next.codeId)?.name ?? "A code";
    hand.say(`${name}: ${here.indexOf(next) + 1} of ${here.length} codings here. Press again for the next.`);
  };

  const side = floating.bar?.side;
  const code = handled ? head.index.byId.get(handled.codeId) : undefined;
  return (
    <section
      className={styles.region}
      aria-label={`Transcript of ${title}`}
      tabIndex={-1}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget) scroller.current?.focus({ preventScroll: true });
      }}
    >
      <h2 className={styles.heading}>Transcript</h2>
      {above}
      {/* An application: screen readers hand its keys on to the desk, which says what the caret passes. */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="application"
        aria-label={`Text of ${title}`}
        aria-roledescription="transcript"
        aria-describedby={TEXT_HELP}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and it holds the caret.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDownCapture={(event) => setByTouch(event.pointerType === "touch")}
      >
        {notice ? <div className={styles.notice}>{notice}</div> : null}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the text are the section's. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
        <div
          ref={column}
          className={styles.column}
          data-selecting={selecting || undefined}
          data-comparing={comparison ? "" : undefined}
          onPointerMove={onPointerMove}
          onPointerLeave={() => hoverOver(null)}
          onClick={onClick}
          {...drop}
        >
          <Transcript text={text} turns={turns} begun={!whole} />
          {focused && floating.caret ? (
            <div
              // A new one after every move: it does not blink away just then.
              key={caret?.focus}
              aria-hidden
              className={styles.caret}
              style={{
                insetInlineStart: floating.caret.left,
                insetBlockStart: floating.caret.top,
                blockSize: floating.caret.height,
              }}
            />
          ) : null}
          {whole && head.textMemos.length > 0 ? (
            <NoteMarks ground={ground} column={column} notes={head.textMemos} hand={hand} />
          ) : null}
          {handled && session.lock === null ? (
            <BoundaryHandles
              key={handled.id}
              ground={ground}
              column={column}
              coding={handled}
              name={code?.name ?? "the coding"}
              colour={code?.colour ?? ""}
              hand={hand}
              onPreview={setDrawn}
            />
          ) : null}
        </div>
        {end}
        {barShown && floating.bar && floating.bar.side !== "dock" ? (
          <div className={styles.bar} data-above={side === "above" || undefined} style={barStyle(floating.bar)}>
            {bar(floating.bar.side, byTouch)}
          </div>
        ) : null}
      </div>
      {barShown && side === "dock" ? <div className={styles.dock}>{bar("dock", byTouch)}</div> : null}
      {quickCode !== null ? (
        <QuickLine codeId={quickCode} index={head.index} recent={session.recent} hand={hand} />
      ) : null}
    </section>
  );
}

function barStyle({ left, top, room }: { left: number; top: number; room: number }): CSSProperties {
  const style: CSSProperties & Record<"--list-room", string> = {
    insetInlineStart: left,
    insetBlockStart: top,
    "--list-room": `${Math.max(96, Math.round(room))}px`,
  };
  return style;
}
