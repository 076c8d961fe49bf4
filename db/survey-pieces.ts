// A laid survey in pieces, a line of JSON each: small enough to be read and stored between other people's requests.
import { once } from "node:events";
import fs from "node:fs";
import { finished } from "node:stream/promises";
import type { LaidAttribute } from "@/lib/readers/lay-survey";
import type { PreparedSurvey } from "./build-staged-survey";

/** How many rows one piece makes at most: some 20 ms of writing. */
const ROWS = 2_500;

export type PreparedQuestion = PreparedSurvey["questions"][number];

/** The first line: everything but what there is much of. */
export interface SurveyHead extends Pick<PreparedSurvey, "producer" | "sheet" | "columns" | "identifier" | "counts"> {
  readonly respondents: number;
  readonly questions: number;
  readonly attributes: readonly Omit<LaidAttribute, "values">[];
}

/** A turn's start, end and label. */
type PieceTurn = readonly [number, number, string];
/** The places of its attribute and its respondent in the survey, and the value. */
type PieceValue = readonly [number, number, string];

export type SurveyPiece =
  | { readonly kind: "respondents"; readonly names: readonly string[] }
  /** Without its turns, which come in the pieces behind it. */
  | { readonly kind: "question"; readonly question: PreparedQuestion }
  /** `from` is the number of the first one. */
  | { readonly kind: "turns"; readonly from: number; readonly turns: readonly PieceTurn[] }
  | { readonly kind: "values"; readonly values: readonly PieceValue[] };

function* inPieces<T>(rows: readonly T[]): Generator<{ at: number; some: T[] }> {
  for (let at = 0; at < rows.length; at += ROWS) yield { at, some: rows.slice(at, at + ROWS) };
}

export function surveyHead(survey: PreparedSurvey): SurveyHead {
  const { producer, sheet, columns, identifier, counts, respondents, questions } = survey;
  const attributes = survey.attributes.map(({ values: _, ...each }) => each);
  return {
    ...{ producer, sheet, columns, identifier, counts, attributes },
    respondents: respondents.length,
    questions: questions.length,
  };
}

/** Respondents, then each question with its turns, then the values. Questions that nobody answered are left out. */
export function* surveyPieces(survey: PreparedSurvey): Generator<SurveyPiece> {
  for (const { some } of inPieces(survey.respondents)) yield { kind: "respondents", names: some };
  for (const each of survey.questions) {
    const { turns } = each.transcript;
    if (turns.length === 0) continue;
    yield { kind: "question", question: { ...each, transcript: { ...each.transcript, turns: [] } } };
    for (const { at, some } of inPieces(turns)) {
      const rows = some.map(({ start, end, label }): PieceTurn => [start, end, label ?? ""]);
      yield { kind: "turns", from: at + 1, turns: rows };
    }
  }
  // Respondent by respondent: their ids rise, so both indices of the table are written at their ends.
  let values: PieceValue[] = [];
  for (const respondent of survey.respondents.keys()) {
    for (const [attribute, each] of survey.attributes.entries()) {
      const value = each.values[respondent] ?? null;
      if (value === null) continue;
      values.push([attribute, respondent, value]);
      if (values.length < ROWS) continue;
      yield { kind: "values", values };
      values = [];
    }
  }
  if (values.length > 0) yield { kind: "values", values };
}

/** The file stands under its name only when it is whole. */
export async function writeSurveyPieces(path: string, survey: PreparedSurvey): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  const file = fs.createWriteStream(partial, { mode: 0o600 });
  const write = async (value: SurveyHead | SurveyPiece) => {
    if (!file.write(`${JSON.stringify(value)}\n`)) await once(file, "drain");
  };
  await write(surveyHead(survey));
  for (const piece of surveyPieces(survey)) await write(piece);
  file.end();
  await finished(file);
  await fs.promises.rename(partial, path);
}

/** The lines as they stand: the head's, then each piece's. A line break within a word is escaped in JSON. */
export async function* surveyLines(path: string): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  for await (const chunk of fs.createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = chunk as Buffer;
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      parts.push(bytes.subarray(from, end));
      yield Buffer.concat(parts).toString("utf8");
      parts = [];
      from = end + 1;
    }
    parts.push(bytes.subarray(from));
  }
}
