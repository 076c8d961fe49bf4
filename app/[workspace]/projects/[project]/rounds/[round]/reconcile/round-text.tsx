"use client";

import { type CSSProperties, memo, type ReactNode, useMemo } from "react";
import { classes } from "@/app/ui/classes";
import { overlaps } from "@/lib/text/span";
import { MarkedWords, type SideMark } from "../marked-words";
import styles from "./round-text.module.css";
import { SideStripes } from "./side-stripes";
import type { TextSegment } from "./text-segments";

export interface TextMark extends SideMark {
  /** Whose it is and which code, for those who point at its stripe. */
  readonly title: string;
}

export interface RoundTextProps {
  segments: readonly TextSegment[];
  marks: readonly TextMark[];
  /** Draws a stripe beside the text for every mark: few marks at a time. */
  stripes?: boolean;
  /** What stands in the margin of a turn: below who speaks, or beside the words. */
  underSpeaker?: ReadonlyMap<number, ReactNode>;
  beside?: ReadonlyMap<number, ReactNode>;
}

const NO_MARKS: readonly TextMark[] = [];

/** The transcript for reading, with marks in it. A turn is drawn anew only when its own marks change. */
export function RoundText({ segments, marks, stripes, underSpeaker, beside }: RoundTextProps) {
  const marksOf = useMemo(() => {
    const found = new Map<number, TextMark[]>();
    for (const segment of segments) {
      const own = marks.filter((mark) => overlaps(mark, segment));
      if (own.length > 0) found.set(segment.start, own);
    }
    return found;
  }, [segments, marks]);
  return (
    <div className={classes(styles.text, beside && styles.withNotes)}>
      {segments.map((segment) => (
        <Turn
          key={segment.start}
          segment={segment}
          marks={marksOf.get(segment.start) ?? NO_MARKS}
          stripes={stripes ?? false}
          under={underSpeaker?.get(segment.start)}
          beside={beside?.get(segment.start)}
        />
      ))}
    </div>
  );
}

interface TurnProps {
  segment: TextSegment;
  marks: readonly TextMark[];
  stripes: boolean;
  under: ReactNode;
  beside: ReactNode;
}

const Turn = memo(function Turn({ segment, marks, stripes, under, beside }: TurnProps) {
  const { start, words, turn, speaker, asks } = segment;
  const style: CSSProperties & { "--lines": number } = { "--lines": Math.ceil(words.length / 65) };
  return (
    <div className={classes(styles.turn, asks && styles.asks)} style={style} data-start={start}>
      <div className={styles.margin}>
        {speaker === null ? null : <p className={styles.speaker}>{speaker}</p>}
        {turn === null ? null : <p className={styles.number}>{turn}</p>}
        {under}
      </div>
      <div className={styles.passage}>
        <p className={styles.words} dir="auto">
          <MarkedWords words={words} start={start} marks={marks} />
        </p>
        {stripes && marks.length > 0 ? <SideStripes marks={marks} /> : null}
      </div>
      {beside === undefined ? null : <div className={styles.notes}>{beside}</div>}
    </div>
  );
});
