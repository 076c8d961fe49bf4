// A transcript typed into a table: which column says who speaks, and each row as lines with the label already known.
import { CLOCK, clockMs } from "./clock";
import type { DocxCell, DocxElement, DocxTable } from "./docx-body";
import { isBlank, type SourceLine } from "./label-blocks";
import { lookOf } from "./label-candidate";

const SPEAKER_TITLE =
  /^(?:speaker|who|name|participant|person|sprecher(?:in)?|wer|falante|locutor|hablante|intervenant|interlocutor|说话人|发言人|話者|דובר)$/iu;
const TEXT_TITLE =
  /^(?:text|transcript|transcription|utterance|speech|content|talk|words|what (?:was )?said|texto|äußerung|propos|内容|文字|発話|טקסט)$/iu;
const TIME_ONLY = new RegExp(`^\\s*[[(]?(${CLOCK})[\\])]?\\s*$`, "u");

interface Layout {
  readonly speaker: number;
  readonly text: number;
  readonly titled: boolean;
}

export function tableLines(table: DocxTable): SourceLine[] {
  const rows = table.rows.map((row) => row.map((cell) => ({ merged: cell.merged, lines: cellLines(cell) })));
  const layout = layoutOf(rows.map((row) => row.map(({ lines }) => lines.join("\n"))));
  if (layout === null) return rows.flatMap((row) => plainRow(row.map(({ lines }) => lines)));
  return rows.slice(layout.titled ? 1 : 0).flatMap((row) =>
    speakerRow(
      row.map(({ lines }) => lines),
      layout,
    ),
  );
}

/** A cell's lines; a table within it is read row by row. */
function cellLines(cell: DocxCell): string[] {
  if (cell.merged) return [];
  return cell.content.flatMap(elementLines).filter((line) => !isBlank(line));
}

function elementLines(element: DocxElement): string[] {
  if (element.kind === "paragraph") return element.lines.map((line) => line.text);
  return element.rows.map((row) => row.map((cell) => cellLines(cell).join("\n")).join("\t"));
}

/** A row whose cells hold one line each is a line; cells of several paragraphs follow one another. */
function plainRow(cells: readonly (readonly string[])[]): SourceLine[] {
  if (cells.every((lines) => lines.length < 2)) return [{ text: cells.map((lines) => lines[0] ?? "").join("\t") }];
  return cells.flatMap((lines) => lines.map((text) => ({ text })));
}

function speakerRow(cells: readonly (readonly string[])[], { speaker, text }: Layout): SourceLine[] {
  // A row with fewer cells spans the table: a section's title, nobody's words.
  if (cells.length <= text) return cells.flatMap((lines) => lines.map((line) => ({ text: line, standsAlone: true })));
  const before = cells.slice(0, text).map((lines) => lines.join("\n"));
  const [first = "", ...more] = cells[text] ?? [];
  const after = cells
    .slice(text + 1)
    .flat()
    .filter((line) => !isBlank(line));
  const label = bareLabel(before[speaker] ?? "");
  const head = before.map((cell) => `${cell}\t`).join("");
  const clock = before.map((cell) => TIME_ONLY.exec(cell)?.[1]).find((time) => time !== undefined);
  const known = { label: label === "" ? null : label, length: head.length };
  return [
    { text: head + first, known, ...(clock === undefined ? {} : { startMs: clockMs(clock) }) },
    ...[...more, ...after].map((line) => ({ text: line, known: { label: null, length: 0 } })),
  ];
}

/** By the titles of the first row; without them by content: short labels that recur, left of the longest column. */
function layoutOf(rows: readonly (readonly string[])[]): Layout | null {
  const [first = []] = rows;
  const titles = first.map((cell) => cell.trim());
  const titled = {
    speaker: titles.findIndex((title) => SPEAKER_TITLE.test(title)),
    text: titles.findIndex((title) => TEXT_TITLE.test(title)),
  };
  if (titled.speaker !== -1 && titled.text > titled.speaker) return { ...titled, titled: true };
  const width = Math.max(...rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, column) =>
    rows.filter((row) => row.length === width).map((row) => row[column] ?? ""),
  );
  const lengths = columns.map((column) => column.reduce((sum, cell) => sum + cell.length, 0));
  const text = lengths.indexOf(Math.max(...lengths));
  const speaker = columns.findIndex((column, i) => i < text && isSpeakerColumn(column));
  return speaker === -1 ? null : { speaker, text, titled: false };
}

function isSpeakerColumn(column: readonly string[]): boolean {
  const filled = column.map(bareLabel).filter((cell) => cell !== "");
  const looks = filled.map((cell) => (cell.length <= 40 ? lookOf(cell, "tab") : null));
  if (filled.length < 2 || looks.some((look) => look === null || look === "heading")) return false;
  const distinct = new Set(filled).size;
  return distinct < filled.length || looks.every((look) => look === "role" || look === "code" || look === "capitals");
}

function bareLabel(cell: string): string {
  const label = cell.trim();
  return label.length > 100 ? label : label.replace(/\s*[:：]$/u, "");
}
