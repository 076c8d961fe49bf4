// Open a round: pins the codebook and gives every coder an empty set for every document.
import { and, desc, eq, inArray, isNull, max, ne } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { snapshotCodebook } from "../codebook-version";
import { idSchema, nameSchema } from "../id-schema";
import { code, coder, codingSet, document, member, revision, round, roundDocument } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";

export const openRound = projectAct({
  name: "open-round",
  summary: "Opens a round of blind double coding: documents × coders against the codebook as it is now.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    roundId: idSchema,
    name: nameSchema,
    documentIds: z.array(idSchema).min(1).max(2000),
    coderIds: z.array(idSchema).min(2).max(50),
    openCodebook: z.boolean().default(false),
  }),
  run(tx, actor, input, { now, newId }) {
    assertNewId(tx, round, input.roundId);
    const documentIds = [...new Set(input.documentIds)];
    const coderIds = [...new Set(input.coderIds)];
    if (coderIds.length < 2) throw new Refusal("round-needs-two-coders", 422);
    const documents = tx
      .select({ id: document.id, position: document.position })
      .from(document)
      .where(
        and(inArray(document.id, documentIds), eq(document.projectId, actor.projectId), isNull(document.removedAt)),
      )
      .orderBy(document.position, document.id)
      .all();
    if (documents.length !== documentIds.length) throw new Refusal("round-document-missing", 422);
    const coders = tx
      .select({ id: coder.id })
      .from(coder)
      .innerJoin(member, and(eq(member.userId, coder.userId), eq(member.projectId, coder.projectId)))
      .where(
        and(
          inArray(coder.id, coderIds),
          eq(coder.projectId, actor.projectId),
          isNull(member.removedAt),
          ne(member.role, "observer"),
        ),
      )
      .all();
    if (coders.length !== coderIds.length) throw new Refusal("round-coder-missing", 422);
    const usable = tx
      .select({ id: code.id })
      .from(code)
      .where(
        and(
          eq(code.projectId, actor.projectId),
          isNull(code.removedAt),
          isNull(code.retiredAt),
          isNull(code.proposedBy),
        ),
      )
      .get();
    if (!usable) throw new Refusal("round-needs-a-code", 422);
    const last = tx
      .select({ n: max(round.number) })
      .from(round)
      .where(eq(round.projectId, actor.projectId))
      .get();
    tx.insert(round)
      .values({
        id: input.roundId,
        projectId: actor.projectId,
        number: (last?.n ?? 0) + 1,
        name: input.name,
        codebookVersionId: snapshotCodebook(tx, actor.projectId, now, newId),
        openCodebook: input.openCodebook,
        openedAt: now,
      })
      .run();
    documents.forEach((row, position) => {
      const newest = tx
        .select({ id: revision.id })
        .from(revision)
        .where(eq(revision.documentId, row.id))
        .orderBy(desc(revision.number))
        .get();
      if (!newest) throw new Refusal("round-document-missing", 422);
      tx.insert(roundDocument)
        .values({ roundId: input.roundId, documentId: row.id, revisionId: newest.id, position })
        .run();
      for (const coderId of coderIds) {
        tx.insert(codingSet)
          .values({
            id: newId(),
            projectId: actor.projectId,
            documentId: row.id,
            revisionId: newest.id,
            roundId: input.roundId,
            kind: "coder",
            coderId,
            state: "open",
          })
          .run();
      }
    });
    return {
      result: { roundId: input.roundId },
      final: "coders may have begun",
      tells: [{ to: "project", subject: "rounds", roundId: input.roundId }],
    };
  },
});
