// The columns of a survey: their names, and from their titles and answers a proposal of what each is.

import type { SurveyColumn, SurveyColumnKind, SurveyProducer } from "./survey-read";
import { isSensitive, showsPeople } from "./survey-sensitive";

const MOST_VALUES = 200;
const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 120;
/** Whether a cell is free text shows in its beginning; one cell may be the whole file. */
const LOOKED_AT = 2_000;
/** Kinds are told from so many answers, spread over all of them. */
const SAMPLE = 1_000;

/** What people write in order to say nothing. */
const NOTHING =
  /^(?:[-–—./\s]*|n\s?[/.]?\s?a\.?|none|nil|null|-none-|keine?|k\.\s?a\.|\(?no (?:answer|response)\)?)$/iu;

/** Whether an answer says anything: an empty one, a dash and `N/A` make no turn. */
export function isAnswer(cell: string): boolean {
  return !NOTHING.test(cell.trim());
}

export function surveyColumns(
  heads: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
  width: number,
  producer: SurveyProducer,
): SurveyColumn[] {
  const names = columnNames(heads, width, producer);
  let identified = false;
  const columns = names.map((name, index) => {
    const question = questionOf(heads, index, producer) || name;
    const column = describe(rows, index);
    const tag = (heads[2]?.[index] ?? "").trim();
    const kind = kindOf({ name, question, tag }, column);
    return { index, name, question, kind, ...column, sample: undefined };
  });
  return columns.map(({ sample: _, ...column }) => {
    const sensitive = isSensitive(column.name) || isSensitive(column.question) || showsPeople(column.examples);
    if (sensitive) return { ...column, sensitive, kind: "ignore" };
    // One column names the respondent; a second is a number like any other.
    if (column.kind === "identifier") {
      const kind: SurveyColumnKind = identified ? "ignore" : "identifier";
      identified = true;
      return { ...column, sensitive, kind };
    }
    return { ...column, sensitive };
  });
}

/** The first row's titles, made unique; titles over groups of columns take those below them along. */
function columnNames(heads: readonly (readonly string[])[], width: number, producer: SurveyProducer): string[] {
  const first = Array.from({ length: width }, (_, i) => (heads[0]?.[i] ?? "").trim());
  const grouped = producer === "plain" && heads.length > 1 && new Set(first.filter(Boolean)).size * 2 <= width;
  const seen = new Map<string, number>();
  let group = "";
  return first.map((title, i) => {
    const below = (heads[1]?.[i] ?? "").trim();
    if (title !== "") group = title;
    const own = grouped ? [group, below].filter(Boolean).join(" – ") : title;
    const name = (own || `Column ${i + 1}`).replace(/\s+/gu, " ");
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function questionOf(heads: readonly (readonly string[])[], index: number, producer: SurveyProducer): string {
  const [first, second] = heads;
  const words = producer === "qualtrics" && second ? second[index] : first?.[index];
  return (words ?? "").trim();
}

interface Described {
  readonly filled: number;
  readonly distinct: number;
  readonly examples: readonly string[];
  readonly values: readonly string[];
  readonly sample: readonly string[];
}

function describe(rows: readonly (readonly string[])[], index: number): Described {
  const seen = new Set<string>();
  let filled = 0;
  for (const row of rows) {
    const cell = row[index] ?? "";
    if (cell === "" || cell.trim() === "") continue;
    filled++;
    seen.add(cell);
  }
  const sample: string[] = [];
  const step = Math.max(1, Math.floor(rows.length / (SAMPLE * 2)));
  for (let i = 0; i < rows.length && sample.length < SAMPLE; i += step) {
    const cell = (rows[i]?.[index] ?? "").trim();
    if (isAnswer(cell)) sample.push(cell);
  }
  const distinct: string[] = [];
  for (const value of seen) {
    if (distinct.push(value) === MOST_VALUES) break;
  }
  const examples = distinct.filter(isAnswer).slice(0, MOST_EXAMPLES).map(shortened);
  return { filled, distinct: seen.size, examples, values: distinct, sample };
}

function shortened(words: string): string {
  const flat = words.slice(0, LOOKED_AT).replace(/\s+/gu, " ").trim();
  if (flat.length <= LONGEST_EXAMPLE) return flat;
  return flat
    .slice(0, LONGEST_EXAMPLE - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .concat("…");
}

interface Titles {
  readonly name: string;
  readonly question: string;
  /** Qualtrics' `{"ImportId":…}`. */
  readonly tag: string;
}

const IDENTIFIER =
  /^(?:.*\b)?(?:response ?_?-?id|responseid|respondent(?: ?_?(?:id|no|number))?|participant ?_?(?:id|no|number|code)|unique response number|case ?_?id|record ?_?id|id|code|nr|no|lfdn|antwort.?id|vp.?code|uuid|submission ?id)\.?$/iu;
const QUANTITY =
  /\b(?:age|alter|âge|edad|idade|years?|jahre?|duration|dauer|progress|score|number of|how many|anzahl|seconds|minutes|hours|income)\b/iu;
const TEXTUAL =
  /(?:_text$|\[?other\]?$|\bcomments?\b|comment$|please (?:specify|explain|describe|elaborate|tell)|in your own words|anything else|\bwhy\b|kommentar|bemerkung|anmerkung|begründ|warum|sonstiges|freitext|pourquoi|commentaire|comentario|comentário)/iu;
const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:[ ,.]\d{3})+)?(?:[.,]\d+)?(?:E[+-]?\d+)?%?$/i;
const DATE =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\/\d{1,2}\/\d{1,2})(?:[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|[A-Z]{2,4}|GMT)?(?:[+-]\d{1,2}:?\d{0,2})?)?)?$/i;

function kindOf({ name, question, tag }: Titles, column: Described): SurveyColumnKind {
  const { filled, distinct, sample } = column;
  if (filled === 0) return "ignore";
  const isTextual =
    TEXTUAL.test(name) || /_TEXT"/.test(tag) || (TEXTUAL.test(question) && !/selected choice/i.test(question));
  const all = (pattern: RegExp) => sample.length > 0 && sample.every((cell) => pattern.test(cell));
  if (
    distinct === filled &&
    (IDENTIFIER.test(name) || IDENTIFIER.test(question)) &&
    sample.every((cell) => !/\s.*\s/.test(cell))
  ) {
    return "identifier";
  }
  if (all(DATE)) return "date";
  if (all(NUMBER)) {
    const few = distinct <= 11 && filled >= distinct * 4 && !QUANTITY.test(`${name} ${question}`);
    return few ? "closed" : "number";
  }
  if (isTextual) return "free-text";
  if (sample.length === 0) return "closed";
  const words = sample.reduce((sum, cell) => sum + wordsOf(cell), 0) / sample.length;
  const longest = sample.reduce((most, cell) => Math.max(most, cell.length), 0);
  const share = distinct / filled;
  // Long statements that many people chose are choices all the same.
  if (distinct <= 25 && filled >= distinct * 4) return "closed";
  if (longest > 200 || sample.some((cell) => cell.includes("\n"))) return "free-text";
  return words >= 2.5 && share >= 0.5 ? "free-text" : "closed";
}

/** Scripts without spaces are counted in letters. */
function wordsOf(whole: string): number {
  const cell = whole.slice(0, LOOKED_AT);
  const spaced = cell.split(/\s+/u).length;
  return spaced > 2
    ? spaced
    : Math.max(
        spaced,
        (cell.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0) / 2,
      );
}
