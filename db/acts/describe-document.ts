// Say what a document is: its kind, date, group, and what the team notes about it.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { valueSchema } from "../attribute-input";
import { idSchema } from "../id-schema";
import { DOCUMENT_KINDS, document } from "../schema";
import { traceOf, writeCells } from "../write-cells";
import { projectAct } from "./act";

export const describeDocument = projectAct({
  name: "describe-document",
  summary: "Changes a document's kind, date, group and note. What they were is kept for a day, for undo.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    documentId: idSchema,
    kind: z.enum(DOCUMENT_KINDS),
    /** YYYY-MM-DD. */
    date: valueSchema.nullable(),
    groupName: valueSchema.nullable(),
    note: valueSchema,
    version: z.int(),
  }),
  run(tx, actor, input, moment) {
    const { projectId } = actor;
    const { documentId, version: seen } = input;
    const row = tx
      .select()
      .from(document)
      .where(and(eq(document.id, documentId), eq(document.projectId, projectId), isNull(document.removedAt)))
      .get();
    if (!row) throw notFound();
    if (seen !== row.version) throw new Refusal("changed-meanwhile", 409);
    const fields = { kind: input.kind, date: input.date, group: input.groupName, note: input.note };
    const changes = Object.entries(fields).map(([columnId, value]) => ({ ownerId: documentId, columnId, value }));
    const written = writeCells(tx, actor, moment, changes);
    const version = written.changed > 0 ? row.version + 1 : row.version;
    return {
      result: { version },
      inverse: {
        act: "restore-attribute-values",
        input: { projectId, keptId: written.keptId, revive: [], remove: [] },
      },
      trace: { projectId, documentId, ...traceOf(written), version },
      tells: [{ to: "project", subject: "documents", documentId }],
    };
  },
});
