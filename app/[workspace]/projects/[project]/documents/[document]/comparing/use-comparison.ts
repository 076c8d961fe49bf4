"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { CaretGround } from "../keys/caret";
import { bringToTop, firstInSight } from "../text/text-sight";
import type { OpenComparison } from "./open-comparison";

export interface ComparisonState {
  readonly isOn: boolean;
  readonly turn: (on: boolean) => void;
  /** Null while it is off, and until the codings are here. */
  readonly comparison: OpenComparison | null;
  readonly show: (comparison: OpenComparison | null) => void;
}

/** Whether two coders are compared. The margins change with it, so the text is set anew: the same words stay in sight. */
export function useComparison(ground: RefObject<CaretGround | null>): ComparisonState {
  const [isOn, setOn] = useState(false);
  const [comparison, setComparison] = useState<OpenComparison | null>(null);
  const sight = useRef<number | null>(null);
  const show = useCallback(
    (next: OpenComparison | null) => {
      sight.current = ground.current && firstInSight(ground.current);
      setComparison(next);
    },
    [ground],
  );
  const turn = useCallback(
    (on: boolean) => {
      setOn(on);
      if (!on) show(null);
    },
    [show],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every change of the comparison, whatever it is.
  useLayoutEffect(() => {
    const at = sight.current;
    sight.current = null;
    if (at !== null && ground.current) bringToTop(ground.current, at);
  }, [comparison, ground]);
  return { isOn, turn, comparison, show };
}
