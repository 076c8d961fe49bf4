// What a word processor's file shows, whatever its format: paragraphs of lines, tables of cells, and what was left out.
import type { Emphasis } from "./read-result";

/** `emphasis` lies over `text`, rising and apart. */
export interface FlowLine {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
}

/** A paragraph's lines are parted by soft breaks. */
export interface FlowParagraph {
  readonly kind: "paragraph";
  readonly lines: readonly FlowLine[];
  /** From a text box, which floats beside the talk. */
  readonly boxed: boolean;
}

export interface FlowCell {
  readonly content: readonly FlowElement[];
  /** Shows what the cell above it holds. */
  readonly merged: boolean;
  /** How many columns of the table it covers. */
  readonly columns: number;
}

export interface FlowTable {
  readonly kind: "table";
  readonly rows: readonly (readonly FlowCell[])[];
}

export type FlowElement = FlowParagraph | FlowTable;

/** What stands in the file and not, or not as such, in the text: numbers of things, never words. */
export interface FlowCounts {
  hiddenCharacters: number;
  insertions: number;
  deletions: number;
  symbols: number;
  numbersRebuilt: number;
  numbersLeft: number;
  comments: number;
  notes: number;
  headers: number;
  embedded: number;
  macros: number;
}

export interface Flow {
  readonly content: readonly FlowElement[];
  readonly counts: FlowCounts;
}

export function noCounts(): FlowCounts {
  return {
    hiddenCharacters: 0,
    insertions: 0,
    deletions: 0,
    symbols: 0,
    numbersRebuilt: 0,
    numbersLeft: 0,
    comments: 0,
    notes: 0,
    headers: 0,
    embedded: 0,
    macros: 0,
  };
}

/** How many leading characters are bold, the blanks among them included. */
export function boldLength({ text, emphasis }: FlowLine): number {
  let at = 0;
  for (const span of emphasis) {
    if (!span.bold || (span.start > at && text.slice(at, span.start).trim() !== "")) break;
    at = span.end;
  }
  if (at === 0) return 0;
  return at + (/^\s*/u.exec(text.slice(at, at + 200))?.[0].length ?? 0);
}

/** One line of several, with `between` set between them. */
export function joinLines(lines: readonly FlowLine[], between: string): FlowLine {
  const texts: string[] = [];
  const emphasis: Emphasis[] = [];
  let at = 0;
  for (const line of lines) {
    for (const span of line.emphasis) emphasis.push({ ...span, start: span.start + at, end: span.end + at });
    texts.push(line.text);
    at += line.text.length + between.length;
  }
  return { text: texts.join(between), emphasis };
}
