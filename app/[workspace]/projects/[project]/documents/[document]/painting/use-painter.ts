"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { codePath } from "@/lib/codebook/tree";
import type { OpenComparison } from "../comparing/open-comparison";
import type { CaretGround } from "../keys/caret";
import type { DeskSession } from "../saving/desk-session";
import type { DeskTurn } from "../text/desk-turns";
import { TextPositions } from "../text/text-position";
import { type CodeLook, TurnPainter } from "./turn-painter";

export interface PainterPlaces {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly column: RefObject<HTMLElement | null>;
  readonly ground: RefObject<CaretGround | null>;
}

/** Sets up the painting once the text stands, and the map between the page and the text's offsets with it. */
export function usePainter(
  session: DeskSession,
  text: string,
  turns: readonly DeskTurn[],
  /** Whether all turns stand on the page. */
  whole: boolean,
  { scroller, column, ground }: PainterPlaces,
  /** Painted in place of the person's own codings. */
  comparison: OpenComparison | null,
): RefObject<TurnPainter | null> {
  const painter = useRef<TurnPainter | null>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, column.current];
    if (!whole || !outer || !inner) return;
    ground.current = { text, turns, positions: new TextPositions(inner, turns), scroller: outer };
    return () => {
      ground.current = null;
    };
  }, [text, turns, whole, scroller, column, ground]);
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, column.current];
    if (!whole || !outer || !inner) return;
    const looks = new Map<string, CodeLook>();
    let index = session.head.index;
    const lookOf = (codeId: string): CodeLook => {
      const known = looks.get(codeId);
      if (known) return known;
      const code = index.byId.get(codeId);
      const look = code
        ? { colour: code.colour, name: code.name, path: codePath(index, codeId).join(" › ") }
        : { colour: "#7d7a75", name: "a code no longer here", path: "a code no longer here" };
      looks.set(codeId, look);
      return look;
    };
    const own = new TurnPainter(outer, inner, turns, comparison?.store ?? session.store, lookOf, comparison?.brush);
    painter.current = own;
    const unsubscribe = session.subscribe(() => {
      if (session.head.index === index) return;
      index = session.head.index;
      looks.clear();
      own.repaintAll();
    });
    return () => {
      unsubscribe();
      own.close();
      painter.current = null;
    };
  }, [session, turns, whole, scroller, column, comparison]);
  return painter;
}
