// The codebook → CSV, one row a code, in the order given.
import { csvText } from "./csv";

export interface CodebookRow {
  /** From the theme down to the code itself. */
  readonly path: readonly string[];
  readonly name: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly useNot: string;
  readonly example: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly retired: boolean;
}

const HEADER = [
  "Code path",
  "Code",
  "Level",
  "Definition",
  "Use when",
  "Do not use when",
  "Example",
  "Colour",
  "Retired",
];

export function codebookCsv(rows: readonly CodebookRow[]): string {
  return csvText(
    HEADER,
    rows.map((row) => [
      row.path.join(" > "),
      row.name,
      row.path.length,
      row.definition,
      row.useWhen,
      row.useNot,
      row.example,
      row.colour,
      row.retired ? "yes" : "no",
    ]),
  );
}
