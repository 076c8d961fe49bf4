// Text of a table in plain letters → its rows, whatever parts the cells; nothing in a cell is turned into anything else.
import Papa from "papaparse";
import type { Problem } from "./read-result";
import type { TableRows } from "./table";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const LOOKED_AT = 128 * 1024;
const LOOKED_ROWS = 50;

/** `text` has line ends `\n`. A first line `sep=;` names the delimiter, as Excel writes it. */
export function readCsv(text: string): TableRows {
  const named = /^"?sep=([^\n"])"?[ \t]*(?:\n|$)/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? guessDelimiter(body);
  const { data, errors, unclosed } = parseWhole(body, delimiter, WHISPER_HEAD.test(body) ? LITERAL_QUOTE : '"');
  const problems: Problem[] = unclosed.map((row) => ({
    code: "quote-unclosed",
    params: { row: row + (named ? 2 : 1) },
  }));
  const stray = errors.filter((error) => error.code === "InvalidQuotes").length;
  if (stray > 0) problems.push({ code: "quotes-stray", params: { count: stray } });
  return { rows: data.filter((row) => row.some((cell) => cell !== "")), problems };
}

/** Stands for a quotation mark that opens nothing while the rest is read again; no text has it for a character. */
const LITERAL_QUOTE = "\uFDD0";

/** Whisper's own program quotes no cell: a quotation mark there is somebody's words. */
const WHISPER_HEAD = /^start\tend\ttext\n/;

/** A quote that nothing closes would swallow every row after it: it is a letter then. `unclosed`: the rows it stood in. */
function parseWhole(body: string, delimiter: string, quoteChar: string) {
  let text = body;
  const unclosed: number[] = [];
  for (;;) {
    const { data, errors } = Papa.parse<string[]>(text, {
      delimiter,
      quoteChar,
      newline: "\n",
      dynamicTyping: false,
      header: false,
    });
    const missing = errors.find((error) => error.code === "MissingQuotes");
    // The parser stands behind the mark by then.
    const at = (missing?.index ?? 0) - 1;
    if (missing?.row !== undefined) unclosed.push(missing.row);
    if (!missing || unclosed.length > 3 || text[at] !== '"') {
      const restore = (cell: string) => cell.replaceAll(LITERAL_QUOTE, '"');
      return { data: unclosed.length > 0 ? data.map((row) => row.map(restore)) : data, errors, unclosed };
    }
    text = text.slice(0, at) + LITERAL_QUOTE + text.slice(at + 1);
  }
}

/** No text has it: the file is one column, whose commas are the answers' own. */
const NONE = "\u001F";

/** The delimiter that gives most rows the same number of cells, and more than one. */
export function guessDelimiter(text: string): string {
  const head = text.slice(0, LOOKED_AT);
  let best = { delimiter: NONE, score: 0 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline: "\n", preview: LOOKED_ROWS });
    const widths = data.filter((row) => row.length > 1 || row[0] !== "").map((row) => row.length);
    const score = steadiness(widths);
    // Below a title in one cell, most rows still have to be cut alike.
    if (score > best.score && ((widths[0] ?? 0) > 1 || score > 0.6)) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The share of rows as wide as most are, a little more for wider ones; 0 for a single column. */
function steadiness(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    if (width > 1) best = Math.max(best, count / widths.length + Math.min(width, 100) / 1_000);
  }
  return best;
}

/**
 * Whether plain text that is not named as one is a table all the same: Qualtrics' row of ImportIds, Excel's `sep=`,
 * every cell quoted, or at least three columns in each of its first rows parted by tabs.
 */
export function looksLikeTable(text: string): boolean {
  const head = text.slice(0, 64 * 1024);
  if (/^"?sep=[^\n"]"?[ \t]*\n/i.test(head) || /[,;\t]"?\{"{1,2}ImportId"{1,2}:/.test(head)) return true;
  const lines = head.split("\n").filter((line) => line.trim() !== "");
  const first = lines.slice(0, 20);
  if (first.length < 3) return false;
  if (first.slice(0, 3).every((line) => /^"(?:[^"]|"")*"(?:([,;\t])"(?:[^"]|"")*")+$/.test(line))) return true;
  const tabs = first.map((line) => line.split("\t").length - 1);
  return (tabs[0] ?? 0) >= 2 && tabs.every((count) => count === tabs[0]);
}
