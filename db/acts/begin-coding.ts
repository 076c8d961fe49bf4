// Begin to code a document outside any round: makes the actor's own, still empty coding set.
import { and, desc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { codingSet, document, revision } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";

export const beginCoding = projectAct({
  name: "begin-coding",
  summary: "Makes the actor's coding set of a document outside rounds, when there is none yet.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, documentId: idSchema, setId: idSchema }),
  run(tx, actor, input) {
    const row = tx
      .select({ revisionId: revision.id })
      .from(document)
      .innerJoin(revision, eq(revision.documentId, document.id))
      .where(
        and(eq(document.id, input.documentId), eq(document.projectId, actor.projectId), isNull(document.removedAt)),
      )
      .orderBy(desc(revision.number))
      .get();
    if (!row) throw notFound();
    if (!actor.coderId) throw new Refusal("role-may-not", 403, { role: actor.role });
    const existing = tx
      .select({ id: codingSet.id })
      .from(codingSet)
      .where(
        and(
          eq(codingSet.revisionId, row.revisionId),
          eq(codingSet.coderId, actor.coderId),
          eq(codingSet.kind, "coder"),
          isNull(codingSet.roundId),
        ),
      )
      .get();
    if (existing) return { result: { setId: existing.id }, final: "an empty set has nothing to undo" };
    assertNewId(tx, codingSet, input.setId);
    tx.insert(codingSet)
      .values({
        id: input.setId,
        projectId: actor.projectId,
        documentId: input.documentId,
        revisionId: row.revisionId,
        kind: "coder",
        coderId: actor.coderId,
        state: "open",
      })
      .run();
    return { result: { setId: input.setId }, final: "an empty set has nothing to undo" };
  },
});
