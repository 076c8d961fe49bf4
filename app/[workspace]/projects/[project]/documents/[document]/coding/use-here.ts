"use client";

import { useMemo, useRef } from "react";
import type { Span } from "@/lib/text/span";
import { type Caret, spanOf } from "../keys/caret";
import type { CodingStore, DeskCoding } from "../saving/coding-store";

export interface Here {
  /** The selection, or the caret as an empty span; null before there is one. */
  readonly place: Span | null;
  /** The codings there, in document order. */
  readonly here: readonly DeskCoding[];
}

/** What lies at the caret. The same list while it holds the same codings: a caret that moves renders no pane anew. */
export function useHere(store: CodingStore, revision: number, caret: Caret | null): Here {
  const span = spanOf(caret);
  const start = span?.start ?? caret?.focus ?? null;
  const end = span?.end ?? caret?.focus ?? null;
  const place = useMemo(() => (start === null || end === null ? null : { start, end }), [start, end]);
  const last = useRef<readonly DeskCoding[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store keeps its identity; its revision tells of change.
  const here = useMemo(() => {
    const now = place ? store.touching(place) : [];
    const before = last.current;
    return now.length === before.length && now.every((each, i) => each === before[i]) ? before : now;
  }, [store, revision, place]);
  last.current = here;
  return { place, here };
}
