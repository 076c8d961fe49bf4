// How a survey's file was read, kept with the survey, so that later rows are read the same way.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { SURVEY_PRODUCERS } from "@/lib/readers/survey-read";
import { notFound } from "@/lib/refusal";
import { columnKindSchema, leaveOutSchema } from "./build-staged-survey";
import type { Tx } from "./connection";
import { survey } from "./schema";

const layoutSchema = z.object({
  producer: z.enum(SURVEY_PRODUCERS),
  headerRows: z.int(),
  sheet: z.string().nullable(),
  leaveOut: leaveOutSchema,
  /** Those that were not ignored, by their names in the file; `title` is what the team calls what was made of it. */
  columns: z.array(z.object({ column: z.string(), kind: columnKindSchema, title: z.string() })).readonly(),
});

export type SurveyLayout = z.output<typeof layoutSchema>;

/** Throws `not-found` for a survey of another project or one that was taken out. */
export function surveyOf(tx: Tx, projectId: string, surveyId: string) {
  const row = tx
    .select()
    .from(survey)
    .where(and(eq(survey.id, surveyId), eq(survey.projectId, projectId), isNull(survey.removedAt)))
    .get();
  if (!row) throw notFound();
  return { ...row, layout: layoutSchema.parse(row.layout) };
}

export function readLayout(layout: unknown): SurveyLayout {
  return layoutSchema.parse(layout);
}
