// Take a survey out of a project with its documents and attributes, and bring it back; what is coded stays.
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { attribute, document, survey, surveyQuestion } from "../schema";
import { projectAct } from "./act";
import { removeDocuments, restoreDocuments } from "./remove-documents";

const input = z.object({ projectId: idSchema, surveyId: idSchema });

export const removeSurvey = projectAct({
  name: "remove-survey",
  summary: "Takes a survey out of the project, if none of its documents is coded or in a round.",
  who: ["lead"],
  input,
  run(tx, actor, { surveyId }, moment) {
    setRemoved(tx, actor.projectId, surveyId, moment.now);
    const documentIds = documentsOf(tx, surveyId, true);
    if (documentIds.length > 0) {
      removeDocuments.run(tx, actor, { projectId: actor.projectId, documentIds }, moment);
    }
    return {
      result: {},
      inverse: { act: "restore-survey", input: { projectId: actor.projectId, surveyId, documentIds } },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});

export const restoreSurvey = projectAct({
  name: "restore-survey",
  summary: "Brings a survey back that was taken out.",
  who: ["lead"],
  input: input.extend({ documentIds: z.array(idSchema).max(4_000) }),
  onlyUndo: true,
  run(tx, actor, { surveyId, documentIds }, moment) {
    setRemoved(tx, actor.projectId, surveyId, null);
    const gone = new Set(documentsOf(tx, surveyId, false));
    const back = documentIds.filter((id) => gone.has(id));
    if (back.length > 0) {
      restoreDocuments.run(tx, actor, { projectId: actor.projectId, documentIds: back }, moment);
    }
    return {
      result: {},
      inverse: { act: "remove-survey", input: { projectId: actor.projectId, surveyId } },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});

function setRemoved(tx: Tx, projectId: string, surveyId: string, removedAt: string | null): void {
  const row = tx
    .select()
    .from(survey)
    .where(
      and(
        eq(survey.id, surveyId),
        eq(survey.projectId, projectId),
        removedAt === null ? isNotNull(survey.removedAt) : isNull(survey.removedAt),
      ),
    )
    .get();
  if (!row) throw notFound();
  tx.update(survey)
    .set({ removedAt, version: row.version + 1 })
    .where(eq(survey.id, surveyId))
    .run();
  // Only those that went with the survey come back with it.
  const theirs = eq(attribute.surveyId, surveyId);
  tx.update(attribute)
    .set({ removedAt })
    .where(and(theirs, removedAt === null ? eq(attribute.removedAt, row.removedAt ?? "") : isNull(attribute.removedAt)))
    .run();
}

function documentsOf(tx: Tx, surveyId: string, present: boolean): string[] {
  return tx
    .select({ id: document.id })
    .from(surveyQuestion)
    .innerJoin(document, eq(document.id, surveyQuestion.documentId))
    .where(
      and(eq(surveyQuestion.surveyId, surveyId), present ? isNull(document.removedAt) : isNotNull(document.removedAt)),
    )
    .all()
    .map(({ id }) => id);
}
