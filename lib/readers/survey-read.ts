// What reading a survey's table gives: its rows as they stand, and a proposal of what each column is.
import type { Problem } from "./read-result";
import type { SurveyFilter } from "./survey-filters";

/** "free-text" becomes a document; "closed", "number" and "date" attributes of the respondent; "identifier" names them. */
export const SURVEY_COLUMN_KINDS = ["free-text", "closed", "number", "date", "identifier", "ignore"] as const;
export type SurveyColumnKind = (typeof SURVEY_COLUMN_KINDS)[number];

export const SURVEY_PRODUCERS = [
  "qualtrics",
  "limesurvey",
  "jisc",
  "microsoft-forms",
  "google-forms",
  "plain",
] as const;
export type SurveyProducer = (typeof SURVEY_PRODUCERS)[number];

export interface SurveyColumn {
  readonly index: number;
  /** By which later rows of the same survey find it: the first header row's words, made unique. */
  readonly name: string;
  readonly question: string;
  readonly kind: SurveyColumnKind;
  /** Addresses, places, names: proposed to be left out. */
  readonly sensitive: boolean;
  readonly filled: number;
  readonly distinct: number;
  /** At most five, at most 120 characters each. */
  readonly examples: readonly string[];
  /** For "closed", at most 200: what was answered, in the order of first use. */
  readonly values: readonly string[];
}

/** `rows` are the answers alone, cell by cell as the file has them, every row as wide as the columns. */
export interface SurveyRead {
  readonly format: "csv" | "xlsx";
  readonly encoding: string | null;
  readonly producer: SurveyProducer;
  readonly headerRows: number;
  /** Names of the workbook's sheets; which of them was read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly columns: readonly SurveyColumn[];
  /** Rows that a person may want to leave out; they are among the rows. */
  readonly filters: readonly SurveyFilter[];
  /** How many rows at least one of the filters would leave out. */
  readonly filtered: number;
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}
