// Surveys: a table of answers, one document for each question in free text, one respondent for each row.
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { document } from "./documents";
import { project } from "./projects";

/**
 * In the place of a day in `removedAt`, of a survey, its documents and its attributes: their rows are still coming in,
 * nobody sees them yet, and what an end of the program leaves of them is taken out at the next start.
 */
export const ARRIVING = "arriving";

/** `layout` says how its file was read (header rows, what each column is), so that later rows are read the same way. */
export const survey = sqliteTable(
  "survey",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    name: text("name").notNull(),
    layout: text("layout", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    addedAt: text("added_at").notNull(),
    addedBy: text("added_by")
      .notNull()
      .references(() => user.id),
    removedAt: text("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("survey_project").on(t.projectId)],
);

/** The document that holds the answers to one question; its turns are labelled with the respondents' names. */
export const surveyQuestion = sqliteTable(
  "survey_question",
  {
    documentId: text("document_id")
      .primaryKey()
      .references(() => document.id),
    surveyId: text("survey_id")
      .notNull()
      .references(() => survey.id),
    /** The column's name in the file, by which later rows find it. */
    column: text("column").notNull(),
    question: text("question").notNull(),
  },
  (t) => [uniqueIndex("survey_question_column").on(t.surveyId, t.column)],
);
