import type { SurveyPreview } from "@/app/api/imports/import-preview";
import type { ActInput } from "@/db/acts";
import type { ReadResult } from "@/db/reads";
import type { SurveyFilterKind } from "@/lib/readers/survey-filters";
import type { SurveyColumn, SurveyColumnKind } from "@/lib/readers/survey-read";

/** What a person decides about a survey before anything is stored. */
export interface SurveyDecisions {
  readonly kinds: readonly SurveyColumnKind[];
  /** What the documents and attributes are called, column by column. */
  readonly titles: readonly string[];
  readonly leaveOut: readonly SurveyFilterKind[];
}

/** Everything that is decided about a survey's file, for as long as the file is in the queue. */
export interface SurveyChoices {
  /** The id that it will have as a survey of its own: the same however often it is sent. */
  readonly surveyId: string;
  /** The survey whose later rows these are; null for one of its own. */
  readonly into: string | null;
  readonly decisions: SurveyDecisions;
}

export type KnownSurvey = ReadResult<"surveys">["surveys"][number];

const LONGEST_TITLE = 200;

/** As the reader proposes: previews are left out, unfinished answers kept. */
export function proposedDecisions({ survey }: Pick<SurveyPreview, "survey">): SurveyDecisions {
  return {
    kinds: survey.columns.map(({ kind }) => kind),
    titles: survey.columns.map(titleOf),
    leaveOut: survey.filters.flatMap(({ kind }) => (kind === "previews" ? [kind] : [])),
  };
}

/** The question where the file has one, on one line. */
function titleOf({ name, question }: SurveyColumn): string {
  const words = question.replace(/\s+/gu, " ").trim() || name;
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE - 1)}…`;
}

/** One column at most names the respondents: whichever did before is left out then. */
export function withKind(decisions: SurveyDecisions, index: number, kind: SurveyColumnKind): SurveyDecisions {
  const kinds = decisions.kinds.map((each, i) => {
    if (i === index) return kind;
    return kind === "identifier" && each === "identifier" ? "ignore" : each;
  });
  return { ...decisions, kinds };
}

/** `null`: nobody is named, the respondents are numbered. */
export function withIdentifier(decisions: SurveyDecisions, index: number | null): SurveyDecisions {
  if (index !== null) return withKind(decisions, index, "identifier");
  return { ...decisions, kinds: decisions.kinds.map((kind) => (kind === "identifier" ? "ignore" : kind)) };
}

export function withTitle(decisions: SurveyDecisions, index: number, title: string): SurveyDecisions {
  return { ...decisions, titles: decisions.titles.map((each, i) => (i === index ? title : each)) };
}

export interface SurveyOutcome {
  readonly documents: number;
  readonly attributes: number;
  readonly respondents: number;
  readonly ignored: number;
}

/** What importing will make. */
export function outcomeOf({ survey, rowCount }: SurveyPreview, { kinds, leaveOut }: SurveyDecisions): SurveyOutcome {
  const among = (...wanted: readonly SurveyColumnKind[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  const chosen = survey.filters.filter(({ kind }) => leaveOut.includes(kind));
  const [only] = chosen;
  const left = chosen.length > 1 ? survey.filtered : (only?.count ?? 0);
  return {
    documents: survey.columns.filter(({ filled }, i) => kinds[i] === "free-text" && filled > 0).length,
    attributes: among("closed", "number", "date"),
    respondents: rowCount - left,
    ignored: among("ignore"),
  };
}

/** Why it cannot be imported as it is, for a person. */
export function lackOf(decisions: SurveyDecisions, outcome: SurveyOutcome, name: string): string | null {
  if (name.trim() === "") return "Give the survey a name first.";
  if (decisions.titles.some((title, i) => title.trim() === "" && decisions.kinds[i] === "free-text")) {
    return "Every document needs a name.";
  }
  if (outcome.documents + outcome.attributes === 0) return "Nothing would be made: every column is left out.";
  return outcome.respondents === 0 ? "Nobody is left: every row is left out." : null;
}

export function importInput(
  projectId: string,
  preview: SurveyPreview,
  surveyId: string,
  name: string,
  { kinds, titles, leaveOut }: SurveyDecisions,
): ActInput<"import-survey"> {
  const { stageId, survey } = preview;
  const columns = survey.columns.map(({ index, name: column }, i) => ({
    index,
    kind: kinds[i] ?? "ignore",
    name: titles[i]?.trim() || column.slice(0, LONGEST_TITLE),
  }));
  return { projectId, stageId, surveyId, name, headerRows: survey.headerRows, columns, leaveOut: [...leaveOut] };
}

/** Surveys to which the file's rows can be added: read the same way, with a column that names the respondents. */
export function matchingSurveys(known: readonly KnownSurvey[], { survey }: SurveyPreview): KnownSurvey[] {
  const names = new Set(survey.columns.map(({ name }) => name));
  return known.filter(
    ({ columns, headerRows }) =>
      headerRows === survey.headerRows &&
      columns.some(({ kind }) => kind === "identifier") &&
      columns.every(({ column }) => names.has(column)),
  );
}
