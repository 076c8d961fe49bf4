// What a survey's file holds, in a few figures: for the command line, before anybody decided anything.
import { laySurvey } from "./lay-survey";
import type { SurveyColumn, SurveyProducer, SurveyRead } from "./survey-read";

export interface SurveySummary {
  readonly producer: SurveyProducer;
  readonly headerRows: number;
  readonly rows: number;
  readonly columns: readonly Pick<SurveyColumn, "name" | "kind" | "sensitive">[];
  /** As the proposals would make them: answers in free text, and their documents' texts joined by `\n`. */
  readonly answers: number;
  readonly text: string;
}

export function surveySummary(survey: SurveyRead): SurveySummary {
  const { producer, headerRows, rows, columns } = survey;
  const choices = columns.map(({ index, kind }) => ({ column: index, kind }));
  const { questions } = laySurvey(survey, choices, []);
  return {
    producer,
    headerRows,
    rows: rows.length,
    columns: columns.map(({ name, kind, sensitive }) => ({ name, kind, sensitive })),
    answers: questions.reduce((sum, { transcript }) => sum + transcript.turns.length, 0),
    text: questions.map(({ transcript }) => transcript.text).join("\n"),
  };
}
