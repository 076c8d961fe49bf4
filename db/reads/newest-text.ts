// The newest text of a document, for whoever is about to correct it; rounds may still be on an earlier one.
import * as z from "zod";
import { idSchema } from "../id-schema";
import { newestRevision } from "../lay-revision";
import { transcriptOf } from "../transcript-of";
import { documentRow, speakersOf } from "./coding-desk";
import { projectRead } from "./read";

export const newestText = projectRead({
  name: "newest-text",
  summary: "The newest text of a document with its turns and speakers, to be corrected.",
  who: ["lead"],
  params: z.object({ projectId: idSchema, documentId: idSchema }),
  run(db, actor, { documentId }) {
    const { name, kind } = documentRow(db, actor, documentId);
    const { id, number, words } = newestRevision(db, documentId);
    const { text, turns } = transcriptOf(db, id);
    return {
      document: { id: documentId, name, kind },
      revision: { id, number, words },
      text,
      speakers: speakersOf(db, documentId),
      turns: turns.map(({ label, start, end }) => ({ label, start, end })),
    };
  },
});
