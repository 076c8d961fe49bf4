// The surveys of a project: their documents, how many answered, and the columns by which later rows are recognised.
import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import * as z from "zod";
import { idSchema } from "../id-schema";
import { attribute, document, participant, survey, surveyQuestion } from "../schema";
import { readLayout } from "../survey-layout";
import { projectRead } from "./read";

export const surveys = projectRead({
  name: "surveys",
  summary: "The project's surveys with their documents, the number of respondents, and how their files were read.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema }),
  run(db, actor) {
    const rows = db
      .select()
      .from(survey)
      .where(and(eq(survey.projectId, actor.projectId), isNull(survey.removedAt)))
      .orderBy(asc(survey.addedAt), asc(survey.id))
      .all();
    return {
      surveys: rows.map((row) => {
        const { producer, headerRows, sheet, leaveOut, columns } = readLayout(row.layout);
        return {
          id: row.id,
          name: row.name,
          addedAt: row.addedAt,
          version: row.version,
          producer,
          headerRows,
          sheet,
          leaveOut,
          columns,
          respondents:
            db.select({ n: count() }).from(participant).where(eq(participant.surveyId, row.id)).get()?.n ?? 0,
          attributes:
            db
              .select({ n: count() })
              .from(attribute)
              .where(and(eq(attribute.surveyId, row.id), isNull(attribute.removedAt)))
              .get()?.n ?? 0,
          /** Names are replaced in it: later rows come in with the passphrase alone. */
          pseudonymised:
            db
              .select({ id: document.id })
              .from(surveyQuestion)
              .innerJoin(document, eq(document.id, surveyQuestion.documentId))
              .where(and(eq(surveyQuestion.surveyId, row.id), isNotNull(document.pseudonymisedAt)))
              .get() !== undefined,
          documents: db
            .select({
              id: document.id,
              name: document.name,
              column: surveyQuestion.column,
              question: surveyQuestion.question,
            })
            .from(surveyQuestion)
            .innerJoin(document, eq(document.id, surveyQuestion.documentId))
            .where(and(eq(surveyQuestion.surveyId, row.id), isNull(document.removedAt)))
            .orderBy(document.position)
            .all(),
        };
      }),
    };
  },
});
