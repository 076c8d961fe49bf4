import type { CSSProperties } from "react";
import { classes } from "@/app/ui/classes";
import { runs } from "@/lib/text/runs";
import type { Span } from "@/lib/text/span";
import styles from "./sides.module.css";

export interface SideMark extends Span {
  /** The place of the coder among those compared: chooses the pattern of the line. */
  readonly side: number;
  readonly colour: string;
}

export interface MarkedWordsProps {
  readonly words: string;
  /** Where the words begin in the text that the marks count in. */
  readonly start: number;
  readonly marks: readonly SideMark[];
}

const PATTERNS = 4;

/** Words with each coder's marks on them: a line of its own pattern for each, a tint behind all. */
export function MarkedWords({ words, start, marks }: MarkedWordsProps) {
  const end = start + words.length;
  const inside = marks.flatMap((mark, index) => {
    const span = { start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start };
    return span.end > span.start ? [{ ...span, id: String(index) }] : [];
  });
  if (inside.length === 0) return words;
  return runs(words.length, inside).map((run) => {
    const text = words.slice(run.start, run.end);
    const lines = run.ids.flatMap((id) => {
      const mark = marks[Number(id)];
      return mark ? [{ ...mark, id }] : [];
    });
    return <Lined key={run.start} text={text} marks={lines} />;
  });
}

function Lined({ text, marks }: { text: string; marks: readonly (SideMark & { id: string })[] }) {
  const [mark, ...rest] = marks;
  if (!mark) return text;
  const style: CSSProperties & { "--colour": string } = { "--colour": mark.colour };
  return (
    <span
      data-colour
      data-mark={mark.id}
      style={style}
      className={classes(styles.tint, styles.side, styles[`side${mark.side % PATTERNS}`])}
    >
      <Lined text={text} marks={rest} />
    </span>
  );
}

/** The pattern of a coder's line, to stand beside their name. */
export function SideSample({ side }: { side: number }) {
  const pattern = side % PATTERNS;
  return <span aria-hidden className={classes(styles.sample, pattern > 0 && styles[`sample${pattern}`])} />;
}
