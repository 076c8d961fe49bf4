// A table, csv or xlsx → talk where one column says who speaks and another what is said, and a survey otherwise.
import { clockMs } from "./clock";
import type { FileContent } from "./file-content";
import { isBlank } from "./label-blocks";
import { lookOf } from "./label-look";
import type { Block, Problem, ReadOptions } from "./read-result";
import { readSurvey } from "./survey";
import { isSurveyHead } from "./survey-head";
import { readTable, type TableRead } from "./table";
import { END_TITLE, SPEAKER_TITLE, START_TITLE, TEXT_TITLE } from "./table-titles";

/** `tableAs` overrules what the columns look like. Throws Refusal as `readTable` does, and survey-no-rows. */
export async function readTableFile(bytes: Uint8Array, options: ReadOptions = {}): Promise<FileContent> {
  const table = await readTable(bytes, options);
  const layout = options.tableAs === "survey" ? null : talkLayout(table.rows, options.tableAs === "turns");
  if (layout === null) return { kind: "survey", survey: readSurvey(table, options) };
  return { kind: "transcript", read: turnsOf(table, layout) };
}

/** Columns by their place; null where the table has none. `first` is the first row of talk. */
interface TalkLayout {
  readonly speaker: number | null;
  readonly text: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly first: number;
}

const LOOKED_FOR_TITLES = 6;

function talkLayout(rows: readonly (readonly string[])[], asked: boolean): TalkLayout | null {
  if (!asked && isSurveyHead(rows)) return null;
  for (const [at, row] of rows.slice(0, LOOKED_FOR_TITLES).entries()) {
    const titles = row.map((cell) => cell.trim().replace(/\s*[:：]$/u, ""));
    const text = titles.findIndex((title) => TEXT_TITLE.test(title));
    const speaker = titles.findIndex((title, i) => i !== text && SPEAKER_TITLE.test(title));
    const start = titles.findIndex((title) => START_TITLE.test(title));
    const talk = rows.slice(at + 1);
    if (text === -1 || talk.length === 0) continue;
    if (speaker === -1 && (start === -1 || !isClockColumn(talk, start))) continue;
    if (speaker !== -1 && !asked && namesEverybodyOnce(talk, speaker)) continue;
    const end = titles.findIndex((title, i) => i !== start && END_TITLE.test(title));
    return { text, speaker: orNull(speaker), start: orNull(start), end: orNull(end), first: at + 1 };
  }
  return untitled(rows) ?? (asked ? plainest(rows) : null);
}

/** Short labels that recur, the first row's too, left of the longest column. */
function untitled(rows: readonly (readonly string[])[]): TalkLayout | null {
  const width = rows[0]?.length ?? 0;
  if (width < 2 || width > 6 || rows.length < 3) return null;
  const text = longestColumn(rows);
  const speaker = rows[0]?.findIndex((_, column) => column < text && isSpeakerColumn(rows, column)) ?? -1;
  const first = (rows[0]?.[text] ?? "").trim();
  if (speaker === -1 || first.split(/\s+/u).length < 2) return null;
  const clocks = [...Array(text).keys()].filter((column) => column !== speaker && isClockColumn(rows, column));
  return { speaker, text, start: clocks[0] ?? null, end: clocks[1] ?? null, first: 0 };
}

function plainest(rows: readonly (readonly string[])[]): TalkLayout {
  return { speaker: null, text: longestColumn(rows), start: null, end: null, first: 0 };
}

function longestColumn(rows: readonly (readonly string[])[]): number {
  const lengths = (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? "").length, 0));
  return lengths.indexOf(Math.max(...lengths));
}

function isSpeakerColumn(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((row) => bareLabel(row[column] ?? "")).filter((label) => label !== "");
  const looks = filled.map((label) => (label.length <= 40 ? lookOf(label, "tab") : null));
  if (filled.length < 2 || looks.some((look) => look === null || look === "heading")) return false;
  const [head = ""] = filled;
  return filled.indexOf(head, 1) !== -1 && new Set(filled).size < filled.length;
}

/** A respondent answers once; whoever talks comes back. */
function namesEverybodyOnce(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((row) => bareLabel(row[column] ?? "")).filter((label) => label !== "");
  return filled.length >= 6 && new Set(filled).size > filled.length * 0.8;
}

function isClockColumn(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter((cell) => timeMs(cell, false) !== null).length >= filled.length * 0.9;
}

/** A clock time, or a number of seconds (of milliseconds where the title says so). */
function timeMs(cell: string, thousandths: boolean): number | null {
  const text = cell.trim().replace(/^[[(]|[\])]$/g, "");
  if (/^(?:\d{1,3}(?::\d{1,2})?:\d{2}(?:[.,]\d{1,9}|:\d{2})?|\d{1,3}'\d{2}")$/.test(text)) return clockMs(text);
  if (!/^\d{1,9}(?:[.,]\d{1,9})?s?$/.test(text)) return null;
  return Math.round(Number(text.replace(",", ".").replace("s", "")) * (thousandths ? 1 : 1000));
}

function turnsOf(table: TableRead, layout: TalkLayout) {
  const { speaker, text, start, end } = layout;
  const titles = layout.first > 0 ? (table.rows[layout.first - 1] ?? []) : [];
  const time = (row: readonly string[], column: number | null) =>
    column === null ? null : timeMs(row[column] ?? "", /(?:^|[^a-z])ms(?:$|[^a-z])|milli/i.test(titles[column] ?? ""));
  const problems: Problem[] = [...table.problems];
  let unreadable = 0;
  const blocks: Block[] = table.rows.slice(layout.first).map((row) => {
    const said = row[text] ?? "";
    const who = speaker === null ? "" : (row[speaker] ?? "");
    const label = bareLabel(who);
    const startMs = time(row, start);
    if (start !== null && startMs === null && !isBlank(row[start] ?? "")) unreadable++;
    const head = speaker === null || isBlank(who) ? "" : `${who}\t`;
    return {
      raw: head + said,
      label: label === "" ? null : label,
      labelLength: head.length,
      startMs,
      endMs: time(row, end),
    };
  });
  const used = new Set([speaker, text, start, end]);
  const others = (table.rows[0] ?? []).filter(
    (_, column) => !used.has(column) && table.rows.slice(layout.first).some((row) => !isBlank(row[column] ?? "")),
  ).length;
  if (others > 0) problems.push({ code: "columns-left-out", params: { count: others } });
  if (layout.first > 1) problems.push({ code: "rows-above-titles", params: { count: layout.first - 1 } });
  if (unreadable > 0) problems.push({ code: "times-unreadable", params: { count: unreadable } });
  if (blocks.every((block) => block.label === null)) problems.push({ code: "no-speakers-found", params: {} });
  const unit = start === null ? ("line" as const) : ("cue" as const);
  return { format: table.format, encoding: table.encoding, unit, blocks, problems };
}

function bareLabel(cell: string): string {
  const label = cell.trim();
  return label.length > 100 ? label : label.replace(/\s*[:：]$/u, "");
}

function orNull(place: number): number | null {
  return place === -1 ? null : place;
}
