// A transcript typed into a table: which column says who speaks, and each row as lines with the label already known.
import { CLOCK, clockMs } from "./clock";
import { isBlank, type SourceLine } from "./label-blocks";
import { lookOf } from "./label-look";
import { boldLength, type FlowCell, type FlowElement, type FlowLine, type FlowTable, joinLines } from "./page-flow";

const SPEAKER_TITLE =
  /^(?:speaker|who|name|participant|person|speaker name|sprecher(?:in)?|wer|falante|locutor|hablante|intervenant|interlocutor|说话人|发言人|話者|דובר)$/iu;
const TEXT_TITLE =
  /^(?:text|transcript|transcription|utterance|speech|content|talk|words|dialogue|what (?:was )?said|texto|äußerung|propos|内容|文字|発話|טקסט)$/iu;
const TIME_ONLY = new RegExp(`^\\s*[[(]?(${CLOCK})[\\])]?\\s*$`, "u");
/** A title over the whole table, or a line about the recording, may stand above the columns' own titles. */
const TITLES_WITHIN = 3;

interface ReadCell {
  readonly lines: readonly FlowLine[];
  readonly text: string;
  readonly columns: number;
}
type ReadRow = readonly ReadCell[];

interface Layout {
  readonly speaker: number;
  readonly text: number;
  readonly width: number;
  /** Which row holds the titles; -1 where there are none. */
  readonly titles: number;
}

/** `titles` tells that a row of titles was understood and is not among the lines. */
export function tableLines(table: FlowTable): { readonly lines: SourceLine[]; readonly titles: boolean } {
  const rows = table.rows.map((row) => row.map(readCell));
  const layout = layoutOf(rows);
  if (layout === null) return { lines: rows.flatMap(plainRow), titles: false };
  const lines = rows.flatMap((row, i) => {
    if (i === layout.titles) return [];
    return i < layout.titles ? standingAlone(row) : speakerRow(row, layout);
  });
  return { lines, titles: layout.titles !== -1 };
}

function readCell(cell: FlowCell): ReadCell {
  const lines = cellLines(cell);
  return { lines, text: lines.map((line) => line.text).join("\n"), columns: cell.columns };
}

/** A cell's lines; a table within it is read row by row. */
function cellLines(cell: FlowCell): FlowLine[] {
  if (cell.merged) return [];
  return cell.content.flatMap(elementLines).filter((line) => !isBlank(line.text));
}

function elementLines(element: FlowElement): readonly FlowLine[] {
  if (element.kind === "paragraph") return element.lines;
  return element.rows.map((row) =>
    joinLines(
      row.map((cell) => joinLines(cellLines(cell), "\n")),
      "\t",
    ),
  );
}

function sourceLine(line: FlowLine): SourceLine {
  return { text: line.text, emphasis: line.emphasis, boldLength: boldLength(line) };
}

/** A row whose cells hold one line each is a line; cells of several paragraphs follow one another. */
function plainRow(row: ReadRow): SourceLine[] {
  const single = row.every(({ lines }) => lines.length < 2);
  if (!single) return row.flatMap(({ lines }) => lines.map(sourceLine));
  return [
    sourceLine(
      joinLines(
        row.map(({ lines }) => lines[0] ?? { text: "", emphasis: [] }),
        "\t",
      ),
    ),
  ];
}

function standingAlone(row: ReadRow): SourceLine[] {
  return row.flatMap(({ lines }) => lines.map((line) => ({ ...sourceLine(line), standsAlone: true })));
}

function speakerRow(row: ReadRow, layout: Layout): SourceLine[] {
  const at = textCellOf(row, layout);
  // A row without a cell of its own for the words spans the table: a section's title, nobody's words.
  if (at === -1) return standingAlone(row);
  const before = row.slice(0, at);
  const said = row[at]?.lines ?? [];
  if (said.length === 0 && before.some((cell, i) => i !== layout.speaker && /\p{L}/u.test(cell.text))) {
    // Words that stand in no column for words are a section's title too, and must not pass for a label.
    return standingAlone(row);
  }
  const head = joinLines(
    before.map(({ lines }) => joinLines(lines, "\n")),
    "\t",
  );
  const [first = { text: "", emphasis: [] }, ...more] = said;
  const after = row.slice(at + 1).flatMap(({ lines }) => lines);
  const whole = before.length === 0 ? first : joinLines([head, first], "\t");
  const speaker = before[Math.min(layout.speaker, at - 1)]?.lines.map((line) => line.text) ?? [];
  const label = bareLabel(speaker.filter((line) => !TIME_ONLY.test(line)).join(" "));
  if (said.length === 0 && label !== "" && (label.length > 40 || lookOf(label, "tab") === null))
    return standingAlone(row);
  const clock = before
    .flatMap(({ lines }) => lines)
    .map((line) => TIME_ONLY.exec(line.text)?.[1])
    .find((time) => time !== undefined);
  const known = { label: label === "" ? null : label, length: whole.text.length - first.text.length };
  return [
    { ...sourceLine(whole), known, ...(clock === undefined ? {} : { startMs: clockMs(clock) }) },
    ...[...more, ...after].map((line) => ({ ...sourceLine(line), known: { label: null, length: 0 } })),
  ];
}

/** The cell that begins at the words' column; a row with all its cells needs no counting of what they cover. */
function textCellOf(row: ReadRow, { text, speaker, width }: Layout): number {
  if (row.length >= width) return text;
  let column = 0;
  let speakerCell = -1;
  for (const [i, cell] of row.entries()) {
    if (column === speaker) speakerCell = i;
    if (column === text && speakerCell !== -1) return i;
    column += cell.columns;
  }
  return -1;
}

/** By the titles of a first row; without them by content: short labels that recur, left of the longest column. */
function layoutOf(rows: readonly ReadRow[]): Layout | null {
  for (const [i, row] of rows.slice(0, TITLES_WITHIN).entries()) {
    const names = row.map((cell) => cell.text.trim());
    const speaker = names.findIndex((title) => SPEAKER_TITLE.test(title));
    const text = names.findIndex((title) => TEXT_TITLE.test(title));
    if (speaker !== -1 && text > speaker) return { speaker, text, width: row.length, titles: i };
  }
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const full = rows.filter((row) => row.length === width);
  const columns = Array.from({ length: Math.min(width, 50) }, (_, column) =>
    full.map((row) => row[column]?.text ?? ""),
  );
  const lengths = columns.map((column) => column.reduce((sum, cell) => sum + cell.length, 0));
  const text = lengths.indexOf(Math.max(...lengths));
  const speaker = columns.findIndex((column, i) => i < text && isSpeakerColumn(column));
  return speaker === -1 ? null : { speaker, text, width, titles: -1 };
}

function isSpeakerColumn(column: readonly string[]): boolean {
  const filled = column.map(bareLabel).filter((cell) => cell !== "");
  const looks = filled.map((cell) => (cell.length <= 40 ? lookOf(cell, "tab") : null));
  if (filled.length < 2 || looks.some((look) => look === null || look === "heading")) return false;
  const distinct = new Set(filled).size;
  return distinct < filled.length || looks.every((look) => look === "role" || look === "code" || look === "capitals");
}

/** The label of a cell, without the time that may stand over or under it and without its colon. */
function bareLabel(cell: string): string {
  const label = cell
    .split("\n")
    .filter((line) => !TIME_ONLY.test(line))
    .join(" ")
    .trim();
  return label.length > 100 ? label : label.replace(/\s*[:：]$/u, "");
}
