// The participants: who speaks, in which role, in which documents.
import { and, asc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { idSchema } from "../id-schema";
import { document, participant, speakerLabel } from "../schema";
import { projectRead } from "./read";

export const participants = projectRead({
  name: "participants",
  summary: "The project's participants, interviewers and moderators with the documents they speak in.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema }),
  run(db, actor) {
    const rows = db
      .select({
        id: participant.id,
        name: participant.name,
        role: participant.role,
        version: participant.version,
        documentId: document.id,
        document: document.name,
      })
      .from(participant)
      .leftJoin(speakerLabel, eq(speakerLabel.participantId, participant.id))
      .leftJoin(document, and(eq(document.id, speakerLabel.documentId), isNull(document.removedAt)))
      // Respondents of surveys may be thousands; the grid of attributes pages through them.
      .where(and(eq(participant.projectId, actor.projectId), isNull(participant.surveyId)))
      .orderBy(asc(participant.role), asc(participant.name), asc(document.position))
      .all();
    const found = new Map<
      string,
      { id: string; name: string; role: string; version: number; documents: { id: string; name: string }[] }
    >();
    for (const row of rows) {
      const entry = found.get(row.id) ?? {
        id: row.id,
        name: row.name,
        role: row.role,
        version: row.version,
        documents: [],
      };
      if (row.documentId && row.document && !entry.documents.some((each) => each.id === row.documentId)) {
        entry.documents.push({ id: row.documentId, name: row.document });
      }
      found.set(row.id, entry);
    }
    // Whoever speaks in no document any more came with one that was taken out again.
    return { role: actor.role, participants: [...found.values()].filter((entry) => entry.documents.length > 0) };
  },
});
