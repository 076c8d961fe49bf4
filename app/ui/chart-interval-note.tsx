import { type Domain, linearScale } from "./chart-scale";
import styles from "./chart-svg.module.css";
import { smallSize, textWidth, wrapText } from "./chart-text";

const lineHeight = 14;

export interface PlacedNote {
  words: string;
  lines: string[];
  x: number;
  anchor: "start" | "end";
}

export interface NotedValue {
  value: number | null;
  interval: readonly [number, number] | null;
  note?: string;
}

/** Where it is said in words that something is missing: in the empty plot, or on the roomier side of the point. */
export function placeNote(row: NotedValue, domain: Domain, left: number, right: number): PlacedNote | null {
  const { value, interval, note } = row;
  if (value === null) {
    const words = note ?? "no value";
    return { words, lines: wrapText(words, right - left - 12, 3, smallSize), x: left + 6, anchor: "start" };
  }
  if (interval || !note) return null;
  const at = linearScale(domain, [left, right])(value);
  const [before, after] = [at - left - 12, right - at - 12];
  const behind = textWidth(note, smallSize) <= after || after >= before;
  const lines = wrapText(note, behind ? after : before, 3, smallSize);
  return { words: note, lines, x: behind ? at + 10 : at - 10, anchor: behind ? "start" : "end" };
}

/** The height that a row needs for its note. */
export function noteHeight(note: PlacedNote | null): number {
  return note ? note.lines.length * lineHeight + 6 : 0;
}

export function IntervalNote({ note, middle }: { note: PlacedNote; middle: number }) {
  const { words, lines, x, anchor } = note;
  const width = Math.max(0, ...lines.map((line) => textWidth(line, smallSize))) + 4;
  const top = middle - (lines.length * lineHeight) / 2;
  return (
    <>
      <rect
        x={anchor === "start" ? x - 2 : x + 2 - width}
        y={top - 1}
        width={width}
        height={lines.length * lineHeight + 2}
        className={styles.ground}
      />
      {lines.map((line, index) => {
        const y = top + (index + 0.5) * lineHeight + smallSize * 0.35;
        return (
          <text key={y} x={x} y={y} textAnchor={anchor} fontSize={smallSize} className={styles.soft}>
            {line}
          </text>
        );
      })}
      {lines.at(-1)?.endsWith("…") ? <title>{words}</title> : null}
    </>
  );
}
