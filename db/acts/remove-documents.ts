// Take documents out of a project, and bring them back; what is in a round or coded stays.
import { and, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { coding, codingSet, document, roundDocument } from "../schema";
import { projectAct } from "./act";

const input = z.object({ projectId: idSchema, documentIds: z.array(idSchema).min(1).max(500) });

export const removeDocuments = projectAct({
  name: "remove-documents",
  summary: "Takes documents out of the project that are in no round and not coded.",
  who: ["lead"],
  input,
  run(tx, actor, { documentIds }, { now }) {
    const rows = tx
      .select()
      .from(document)
      .where(and(inArray(document.id, documentIds), eq(document.projectId, actor.projectId)))
      .all()
      .filter((row) => row.removedAt === null);
    if (rows.length !== new Set(documentIds).size) throw notFound();
    const inRound = tx.select().from(roundDocument).where(inArray(roundDocument.documentId, documentIds)).get();
    const coded = tx
      .select({ id: coding.id })
      .from(coding)
      .innerJoin(codingSet, eq(codingSet.id, coding.setId))
      .where(inArray(codingSet.documentId, documentIds))
      .get();
    if (inRound || coded) throw new Refusal("document-in-use", 409);
    for (const row of rows) {
      tx.update(document)
        .set({ removedAt: now, version: row.version + 1 })
        .where(eq(document.id, row.id))
        .run();
    }
    return {
      result: {},
      inverse: { act: "restore-documents", input: { projectId: actor.projectId, documentIds } },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});

export const restoreDocuments = projectAct({
  name: "restore-documents",
  summary: "Brings documents back that were taken out.",
  who: ["lead"],
  input,
  run(tx, actor, { documentIds }) {
    const rows = tx
      .select()
      .from(document)
      .where(and(inArray(document.id, documentIds), eq(document.projectId, actor.projectId)))
      .all()
      .filter((row) => row.removedAt !== null);
    if (rows.length !== new Set(documentIds).size) throw notFound();
    for (const row of rows) {
      tx.update(document)
        .set({ removedAt: null, version: row.version + 1 })
        .where(eq(document.id, row.id))
        .run();
    }
    return {
      result: {},
      inverse: { act: "remove-documents", input: { projectId: actor.projectId, documentIds } },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
