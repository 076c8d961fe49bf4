"use client";

import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import { classes } from "@/app/ui/classes";
import { KIND_WORDS } from "./kind-words";
import { RoundText, type TextMark } from "./round-text";
import styles from "./round-text.module.css";
import type { TextSegment } from "./text-segments";
import type { Answer, Disagreement } from "./use-reconciliation";

export interface DisagreementTextProps {
  answer: Answer;
  segments: readonly TextSegment[];
  active: Disagreement | null;
  onChoose: (key: string) => void;
}

/** The transcript with the disagreement in its place, all sides of it in the text, and the way to the others. */
export function DisagreementText({ answer, segments, active, onChoose }: DisagreementTextProps) {
  const { codes, coders, disagreements } = answer;
  const box = useRef<HTMLDivElement>(null);
  const marks = useMemo((): TextMark[] => {
    if (!active) return [];
    const codeOf = new Map(codes.map((code) => [code.id, code]));
    return active.sides.flatMap(({ coder, codings }, side) =>
      codings.map(({ codeId, start, end }) => ({
        side,
        start,
        end,
        colour: codeOf.get(codeId)?.colour ?? "#808080",
        title: `${coders.find((each) => each.id === coder)?.name ?? "Coder"}: ${codeOf.get(codeId)?.name ?? "code"}`,
      })),
    );
  }, [active, codes, coders]);
  const refs = useMemo(
    () => refsOf(segments, disagreements, active?.key ?? null, onChoose),
    [segments, disagreements, active?.key, onChoose],
  );
  const activeKey = active?.key;
  useLayoutEffect(() => {
    if (activeKey === undefined) return;
    // Twice: turns that come into sight take their true height only then.
    bringIntoSight(box.current);
    const frame = requestAnimationFrame(() => bringIntoSight(box.current));
    return () => cancelAnimationFrame(frame);
  }, [activeKey]);
  return (
    <div ref={box} className={styles.sheet}>
      <RoundText segments={segments} marks={marks} stripes underSpeaker={refs} />
    </div>
  );
}

/** Moves only as far as needed: what can be read already stays where it is. */
function bringIntoSight(box: HTMLElement | null): void {
  const mark = box?.querySelector("[data-mark]");
  const scroller = box?.parentElement;
  if (!mark || !scroller) return;
  const here = mark.getBoundingClientRect();
  const seen = scroller.getBoundingClientRect();
  const comfortable = here.top > seen.top + 48 && here.bottom < seen.bottom - seen.height / 3;
  if (!comfortable) scroller.scrollTop += here.top - seen.top - seen.height / 4;
}

function refsOf(
  segments: readonly TextSegment[],
  disagreements: readonly Disagreement[],
  activeKey: string | null,
  onChoose: (key: string) => void,
): Map<number, ReactNode> {
  const refs = new Map<number, ReactNode>();
  let next = 0;
  for (const segment of segments) {
    const own: ReactNode[] = [];
    for (let each = disagreements[next]; each && each.start < segment.end; each = disagreements[++next]) {
      const { key, kind, ruling } = each;
      const number = next + 1;
      own.push(
        <button
          key={key}
          type="button"
          className={classes(styles.ref, ruling && styles.settled, key === activeKey && styles.current)}
          aria-label={`Disagreement ${number}: ${KIND_WORDS[kind]}, ${ruling ? "settled" : "open"}`}
          aria-current={key === activeKey ? "true" : undefined}
          title={`${KIND_WORDS[kind]}, ${ruling ? "settled" : "open"}`}
          onClick={() => onChoose(key)}
        >
          {number}
          {ruling ? " ✓" : null}
        </button>,
      );
    }
    if (own.length > 0) refs.set(segment.start, <div className={styles.refs}>{own}</div>);
  }
  return refs;
}
