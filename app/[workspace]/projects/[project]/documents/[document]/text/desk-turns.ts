import type { Span } from "@/lib/text/span";

/** What the read gives of a turn. */
export interface TurnRow extends Span {
  readonly label: string | null;
  readonly startMs: number | null;
}

export interface SpeakerRow {
  readonly label: string;
  readonly name: string;
  readonly role: string;
}

/** A paragraph of the text; `line` counts the lines of the text as it is stored, so that it is the same at every width. */
export interface DeskBlock extends Span {
  readonly line: number;
}

/** A turn as the desk shows it; each block is a paragraph of its text and one text node of the page. */
export interface DeskTurn extends Span {
  readonly number: number | null;
  readonly speaker: string | null;
  readonly asks: boolean;
  readonly startMs: number | null;
  readonly blocks: readonly DeskBlock[];
}

const ASKING = new Set(["interviewer", "moderator"]);

/** Which line of the text an offset stands in; asked in the order of the text. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (let next = text.indexOf("\n", at); next >= 0 && next < offset; next = text.indexOf("\n", at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}

function paragraphsOf(text: string, span: Span, lineAt: (offset: number) => number): DeskBlock[] {
  const blocks: DeskBlock[] = [];
  let start = span.start;
  while (start < span.end) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline > span.end ? span.end : newline;
    if (end > start) blocks.push({ start, end, line: lineAt(start) });
    start = end + 1;
  }
  return blocks;
}

/** The turns in order, with their speakers; text that no turn holds stands between them without a number. */
export function deskTurns(text: string, rows: readonly TurnRow[], speakers: readonly SpeakerRow[]): DeskTurn[] {
  const byLabel = new Map(speakers.map((speaker) => [speaker.label, speaker]));
  const turns: DeskTurn[] = [];
  const lineAt = lineCounter(text);
  const add = (span: Span, more: Omit<DeskTurn, "start" | "end" | "blocks">) => {
    const blocks = paragraphsOf(text, span, lineAt);
    if (blocks.length > 0) turns.push({ start: span.start, end: span.end, ...more, blocks });
  };
  const between = { number: null, speaker: null, asks: false, startMs: null };
  let at = 0;
  for (const [index, row] of rows.entries()) {
    if (row.start > at) add({ start: at, end: row.start }, between);
    const speaker = row.label === null ? undefined : byLabel.get(row.label);
    add(row, {
      number: index + 1,
      speaker: speaker?.name ?? row.label,
      asks: ASKING.has(speaker?.role ?? ""),
      startMs: row.startMs,
    });
    at = Math.max(at, row.end);
  }
  if (at < text.length) add({ start: at, end: text.length }, between);
  return turns;
}

/** `1:02:03`, or `2:03` within the first hour. */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** The last of the spans that begins at or before the offset; 0 where none does. */
export function indexAt(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
