// What may be names in a project: proposed from its words, labels, participants and documents. Nobody's codings.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { nameCandidates } from "@/lib/pseudonyms/candidates";
import { idSchema } from "../id-schema";
import { newestRevision } from "../lay-revision";
import { document, participant, turn } from "../schema";
import { projectRead } from "./read";

export const pseudonymCandidates = projectRead({
  name: "pseudonym-candidates",
  summary: "Words that may be names, from the newest text of every document, with how often they stand there.",
  who: ["lead"],
  params: z.object({ projectId: idSchema }),
  slow: true,
  run(db, actor) {
    const rows = db
      .select({ id: document.id, name: document.name })
      .from(document)
      .where(and(eq(document.projectId, actor.projectId), isNull(document.removedAt)))
      .orderBy(document.position, document.id)
      .all();
    const documents = rows.map(({ id, name }) => {
      const { id: revisionId, text } = newestRevision(db, id);
      const labels = db.selectDistinct({ label: turn.label }).from(turn).where(eq(turn.revisionId, revisionId)).all();
      return { name, text, labels: labels.flatMap((each) => each.label ?? []) };
    });
    // Respondents of a survey are called by what identifies their row, and there may be 20,000 of them.
    const spoken = db
      .select({ name: participant.name })
      .from(participant)
      .where(and(eq(participant.projectId, actor.projectId), isNull(participant.surveyId)))
      .all();
    return nameCandidates(
      documents,
      spoken.map((each) => each.name),
    );
  },
});
