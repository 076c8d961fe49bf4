"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Span } from "@/lib/text/span";
import type { CaretGround } from "../keys/caret";
import type { DeskSession } from "../saving/desk-session";
import type { DeskTurn } from "../text/desk-turns";
import { whenIdle } from "../when-idle";
import { Reading, type ReadingHand } from "./reading";

export interface ReadingParts {
  readonly session: DeskSession;
  readonly text: string;
  readonly turns: readonly DeskTurn[];
  readonly revisionId: string;
  readonly ground: RefObject<CaretGround | null>;
  readonly hand: ReadingHand;
  /** What the page was opened for. */
  readonly target: Span | null;
}

export interface OpenReading {
  readonly reading: Reading;
  /** All of the text stands on the page. */
  readonly standing: boolean;
  /** To be called once it does. */
  readonly onStanding: () => void;
}

/** How long the text has rested when the place is kept. */
const RESTED_MS = 2000;

/** One reading for the life of the desk, begun when the text stands; keeps the place when the scrolling rests. */
export function useReading(parts: ReadingParts): OpenReading {
  const { session, text, turns, revisionId, ground, target } = parts;
  const hand = useRef(parts.hand);
  hand.current = parts.hand;
  const [reading] = useState(() => new Reading(session, text, turns, revisionId, ground, hand));
  const [standing, setStanding] = useState(false);
  const onStanding = useCallback(() => setStanding(true), []);

  const wanted = useRef(target);
  wanted.current = target;
  const begun = useRef(false);
  const link = target ? `${target.start}-${target.end}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link that is followed is another target.
  useEffect(() => {
    if (!standing || (begun.current && !wanted.current)) return;
    begun.current = true;
    reading.begin(wanted.current);
  }, [reading, standing, link]);

  useEffect(() => {
    if (!standing) return;
    let end: (() => void) | null = null;
    const cancel = whenIdle(() => {
      end = reading.coded.begin();
    });
    return () => {
      cancel();
      end?.();
    };
  }, [reading, standing]);

  // A layout effect is ended while the text still stands on the page: leaving for another document keeps the place too.
  useLayoutEffect(() => {
    const scroller = ground.current?.scroller;
    if (!standing || !scroller) return;
    let timer = 0;
    const rest = () => {
      timer = 0;
      whenIdle(() => reading.keepSight());
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = window.setTimeout(rest, RESTED_MS);
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") reading.keepSight(true);
    };
    // Whoever stands in the text may press f and go on typing: the search must be there by then.
    const ahead = () => void import("./find-bar");
    scroller.addEventListener("focus", ahead, { once: true });
    scroller.addEventListener("scroll", onScroll, { passive: true });
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("pagehide", onHide);
    return () => {
      scroller.removeEventListener("focus", ahead);
      scroller.removeEventListener("scroll", onScroll);
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pagehide", onHide);
      if (timer) reading.keepSight(true);
      clearTimeout(timer);
    };
  }, [reading, ground, standing]);

  return { reading, standing, onStanding };
}
