// A survey and what its columns are to be → respondents, one transcript for each question in free text, and attributes.
import { paragraphBounds, sentenceBounds } from "../text/sentences";
import type { TextChange } from "../text/text-changes";
import type { Transcript, TranscriptTurn } from "./read-result";
import { isAnswer } from "./survey-columns";
import { rowFilter, type SurveyFilterKind } from "./survey-filters";
import type { SurveyColumnKind, SurveyRead } from "./survey-read";

/** `column` is its place in the file, or its name, by which later rows of the same survey find it. */
export interface ColumnChoice {
  readonly column: number | string;
  readonly kind: SurveyColumnKind;
}

export interface LaidQuestion {
  readonly column: string;
  readonly question: string;
  /** A turn for each answer, labelled with the respondent's name. */
  readonly transcript: Transcript;
}

export interface LaidAttribute {
  readonly column: string;
  readonly question: string;
  /** "text" where a value is not what the column was taken for, or too many differ to choose from. */
  readonly kind: "text" | "number" | "date" | "choice";
  readonly choices: readonly string[];
  /** One for each respondent; null where nothing was answered. */
  readonly values: readonly (string | null)[];
}

export interface LaidSurvey {
  /** In the order of the rows; no two alike. */
  readonly respondents: readonly string[];
  readonly identifier: string | null;
  readonly questions: readonly LaidQuestion[];
  readonly attributes: readonly LaidAttribute[];
  /** Rows that the filters left out, rows whose identifier is empty, columns that were asked for and are not there. */
  readonly counts: { readonly leftOut: number; readonly unnamed: number; readonly missing: number };
}

const MOST_CHOICES = 200;

export function laySurvey(
  survey: SurveyRead,
  choices: readonly ColumnChoice[],
  leaveOut: readonly SurveyFilterKind[],
): LaidSurvey {
  const isLeftOut = rowFilter(survey);
  const rows = survey.rows.filter((row) => !leaveOut.some((kind) => isLeftOut(row, kind)));
  const found = choices.flatMap(({ column, kind }) => {
    const match = survey.columns.find((each) => (typeof column === "number" ? each.index : each.name) === column);
    return match ? [{ ...match, kind }] : [];
  });
  const identifier = found.find(({ kind }) => kind === "identifier") ?? null;
  const { respondents, unnamed } = respondentsOf(rows, identifier?.index ?? null);
  return {
    respondents,
    identifier: identifier?.name ?? null,
    questions: found
      .filter(({ kind }) => kind === "free-text")
      .map(({ index, name, question }) => ({
        column: name,
        question,
        transcript: transcriptOf(rows.flatMap((row, i) => answerOf(respondents[i] ?? "", row[index] ?? ""))),
      })),
    attributes: found.flatMap((column) => {
      const { index, name, question, kind } = column;
      if (kind !== "closed" && kind !== "number" && kind !== "date") return [];
      const values = rows.map((row) => (row[index] ?? "").trim() || null);
      return [{ column: name, question, ...valuesOf(values, kind) }];
    }),
    counts: { leftOut: survey.rows.length - rows.length, unnamed, missing: choices.length - found.length },
  };
}

function respondentsOf(rows: readonly (readonly string[])[], identifier: number | null) {
  let unnamed = 0;
  const taken = new Map<string, number>();
  const respondents = rows.map((row, i) => {
    const own = identifier === null ? "" : (row[identifier] ?? "").replace(/\s+/gu, " ").trim().slice(0, 150);
    if (identifier !== null && own === "") unnamed++;
    const name = own || `Respondent ${i + 1}`;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
  return { respondents, unnamed };
}

interface Answer {
  readonly label: string;
  readonly words: string;
}

function answerOf(label: string, cell: string): Answer[] {
  return isAnswer(cell) ? [{ label, words: cell.replace(/\r\n?/g, "\n") }] : [];
}

function transcriptOf(answers: readonly Answer[]): Transcript {
  const turns: TranscriptTurn[] = [];
  let at = 0;
  for (const { label, words } of answers) {
    turns.push({ start: at, end: at + words.length, label, startMs: null, endMs: null });
    at += words.length + 1;
  }
  const text = answers.map(({ words }) => words).join("\n");
  return { text, turns, cues: [], paragraphs: paragraphBounds(text), sentences: sentenceBounds(text) };
}

/** The question's transcript with further answers behind it; what stands there keeps its place. */
export function withMoreAnswers(
  before: Transcript,
  more: Transcript,
  isNew: (label: string) => boolean,
): { readonly transcript: Transcript; readonly changes: readonly TextChange[]; readonly answers: number } {
  const added = transcriptOf(
    more.turns.flatMap(({ start, end, label }) =>
      label !== null && isNew(label) ? [{ label, words: more.text.slice(start, end) }] : [],
    ),
  );
  const length = before.text.length;
  const from = length + 1;
  const moved = (bounds: readonly number[]) => bounds.map((at) => at + from);
  return {
    transcript: {
      ...before,
      text: `${before.text}\n${added.text}`,
      turns: [
        ...before.turns,
        ...added.turns.map((turn) => ({ ...turn, start: turn.start + from, end: turn.end + from })),
      ],
      paragraphs: [...before.paragraphs, ...moved(added.paragraphs)],
      sentences: [...before.sentences, ...moved(added.sentences)],
    },
    changes: [{ from: length, to: length, insert: `\n${added.text}` }],
    answers: added.turns.length,
  };
}

/** What a column's values are recorded as. */
export function valuesOf(
  values: readonly (string | null)[],
  kind: "closed" | "number" | "date",
): Pick<LaidAttribute, "kind" | "choices" | "values"> {
  if (kind === "closed") {
    const choices = [...new Set(values.filter((value) => value !== null))];
    return choices.length > MOST_CHOICES ? { kind: "text", choices: [], values } : { kind: "choice", choices, values };
  }
  const read = kind === "number" ? plainNumber : isoDate;
  const known = values.map((value) => (value === null ? null : read(value)));
  const isClean = known.every((value, i) => value !== null || values[i] === null);
  return isClean ? { kind, choices: [], values: known } : { kind: "text", choices: [], values };
}

/** `4,5` as `4.5`; what could be thousands or decimals is left as text. */
export function plainNumber(value: string): string | null {
  if (/^[-+]?\d+(?:\.\d+)?(?:E[-+]?\d+)?$/i.test(value)) return value;
  return /^[-+]?\d+,\d{1,2}$/.test(value) ? value.replace(",", ".") : null;
}

/** Only the order year, month, day says by itself which is which; the time of day is not part of an attribute. */
export function isoDate(value: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d/-])/.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10) === iso ? iso : null;
}
