// Rename a document or change its kind.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema, nameSchema } from "../id-schema";
import { DOCUMENT_KINDS, document } from "../schema";
import { projectAct } from "./act";

export const renameDocument = projectAct({
  name: "rename-document",
  summary: "Gives a document another name or kind.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    documentId: idSchema,
    name: nameSchema,
    kind: z.enum(DOCUMENT_KINDS),
    version: z.int().optional(),
    /** Refuses unless the document is called this now: undo must not take back what somebody else did since. */
    from: z.object({ name: nameSchema, kind: z.enum(DOCUMENT_KINDS) }).optional(),
  }),
  run(tx, actor, input) {
    const row = tx
      .select()
      .from(document)
      .where(
        and(eq(document.id, input.documentId), eq(document.projectId, actor.projectId), isNull(document.removedAt)),
      )
      .get();
    if (!row) throw notFound();
    if (input.version !== undefined && input.version !== row.version) throw new Refusal("changed-meanwhile", 409);
    const { from } = input;
    if (from && (from.name !== row.name || from.kind !== row.kind)) throw new Refusal("changed-meanwhile", 409);
    tx.update(document)
      .set({ name: input.name, kind: input.kind, version: row.version + 1 })
      .where(eq(document.id, row.id))
      .run();
    return {
      result: { version: row.version + 1 },
      inverse: {
        act: "rename-document",
        input: {
          projectId: actor.projectId,
          documentId: row.id,
          name: row.name,
          kind: row.kind,
          from: { name: input.name, kind: input.kind },
        },
      },
      tells: [{ to: "project", subject: "documents", documentId: row.id }],
    };
  },
});
