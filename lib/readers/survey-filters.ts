// Rows of a survey that a person may want to leave out: previews and spam, answers that were not finished.
import type { SurveyColumn, SurveyProducer } from "./survey-read";

export const SURVEY_FILTERS = ["previews", "incomplete"] as const;
export type SurveyFilterKind = (typeof SURVEY_FILTERS)[number];

export interface SurveyFilter {
  readonly kind: SurveyFilterKind;
  readonly count: number;
}

/** What these rules need of a survey; the whole of it, and its preview's rows, have it. */
export interface FilteredSurvey {
  readonly producer: SurveyProducer;
  readonly columns: readonly Pick<SurveyColumn, "index" | "name" | "question">[];
}

/** Qualtrics writes words or the numbers behind them: 1 and 17 previews, 2 tests, 8, 9 and 12 spam. */
const PREVIEW = /^(?:.*\b(?:preview|test|spam)\b.*|1|2|8|9|12|17|.*(?:vorschau|aperçu|vista previa).*)$/iu;

/** Whether a row is one that the filter leaves out. */
export function rowFilter(survey: FilteredSurvey): (row: readonly string[], kind: SurveyFilterKind) => boolean {
  const find = (...names: readonly string[]) =>
    survey.columns.find(({ name, question }) =>
      names.some((wanted) => [name, question].some((title) => title.toLowerCase().replace(/[\s_]/g, "") === wanted)),
    )?.index ?? null;
  const isLime = survey.producer === "limesurvey";
  const isQualtrics = survey.producer === "qualtrics";
  const status = isQualtrics ? find("status") : null;
  const finished = isQualtrics ? find("finished") : null;
  const progress = isQualtrics ? find("progress") : null;
  const submitted = isLime ? find("submitdate", "submitdate.datesubmitted", "datesubmitted", "datumabgeschickt") : null;
  return (row, kind) => {
    const cell = (index: number | null) => (index === null ? null : (row[index] ?? "").trim());
    if (kind === "previews") return PREVIEW.test(cell(status) ?? "");
    if (isLime) return cell(submitted) === "";
    const share = cell(progress);
    return (
      /^(?:false|0|no|falsch|faux)$/iu.test(cell(finished) ?? "") ||
      (share !== null && share !== "" && Number(share) < 100)
    );
  };
}

/** Those filters that would leave anything out, and how many rows that is in all. */
export function surveyFilters(
  survey: FilteredSurvey,
  rows: readonly (readonly string[])[],
): { readonly filters: readonly SurveyFilter[]; readonly filtered: number } {
  const isLeftOut = rowFilter(survey);
  const counts = SURVEY_FILTERS.map((kind) => ({ kind, count: rows.filter((row) => isLeftOut(row, kind)).length }));
  const filtered = rows.filter((row) => SURVEY_FILTERS.some((kind) => isLeftOut(row, kind))).length;
  return { filters: counts.filter(({ count }) => count > 0), filtered };
}
