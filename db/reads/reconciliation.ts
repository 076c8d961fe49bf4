// The queue of disagreements of a revealed round: per document how many are settled, and one document's in order.
import { and, count, desc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import { nextRedo, nextUndo } from "../acts/undo";
import { pinnedCodes } from "../codebook-version";
import { idSchema } from "../id-schema";
import { documentDisagreements } from "../round-disagreements";
import { coder, coding, codingSet, document, memo, memoWording, roundDocument, ruling, user } from "../schema";
import { readableMemo } from "../visibility";
import { projectRead } from "./read";
import { readableRound } from "./round-progress";
import { undoNames } from "./undo-names";

export const reconciliation = projectRead({
  name: "reconciliation",
  summary: "The disagreements of a revealed round with their rulings, and the consensus so far, document by document.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema, roundId: idSchema, documentId: idSchema.optional() }),
  run(db, actor, params) {
    const row = readableRound(db, actor, params.roundId);
    if (!row.revealedAt) throw notFound();
    const documents = db
      .select({ id: document.id, name: document.name, kind: document.kind })
      .from(roundDocument)
      .innerJoin(document, eq(document.id, roundDocument.documentId))
      .where(eq(roundDocument.roundId, row.id))
      .orderBy(roundDocument.position)
      .all();
    const settledIn = new Map(
      db
        .select({ documentId: ruling.documentId, n: count() })
        .from(ruling)
        .where(and(eq(ruling.roundId, row.id), isNull(ruling.removedAt)))
        .groupBy(ruling.documentId)
        .all()
        .map((each) => [each.documentId, each.n]),
    );
    const reports = new Map(documents.map((each) => [each.id, documentDisagreements(db, row.id, each.id)]));
    const progress = documents.map((each) => ({
      ...each,
      total: reports.get(each.id)?.disagreements.length ?? 0,
      settled: settledIn.get(each.id) ?? 0,
      agreed: reports.get(each.id)?.agreed.length ?? 0,
    }));
    const chosen = params.documentId ?? progress.find((each) => each.settled < each.total)?.id ?? documents[0]?.id;
    const report = chosen ? reports.get(chosen) : undefined;
    if (!chosen || !report) throw notFound();
    const rulings = db
      .select({
        id: ruling.id,
        key: ruling.disagreementKey,
        decision: ruling.decision,
        coderId: ruling.coderId,
        reason: ruling.reason,
        decidedAt: ruling.decidedAt,
        decidedBy: user.name,
      })
      .from(ruling)
      .innerJoin(user, eq(user.id, ruling.decidedBy))
      .where(and(eq(ruling.roundId, row.id), eq(ruling.documentId, chosen), isNull(ruling.removedAt)))
      .all();
    const byKey = new Map(rulings.map((each) => [each.key, each]));
    const memos = db
      .select({ codingId: memo.codingId, text: memoWording.text })
      .from(memo)
      .innerJoin(memoWording, and(eq(memoWording.memoId, memo.id), eq(memoWording.number, memo.wording)))
      .innerJoin(coding, eq(coding.id, memo.codingId))
      .innerJoin(codingSet, eq(codingSet.id, coding.setId))
      .where(
        and(
          eq(codingSet.roundId, row.id),
          eq(codingSet.documentId, chosen),
          eq(codingSet.kind, "coder"),
          isNull(coding.removedAt),
          readableMemo(db, actor),
        ),
      )
      .all()
      .filter((each) => each.text !== "");
    const consensus = db
      .select({
        id: coding.id,
        codeId: coding.codeId,
        start: coding.start,
        end: coding.end,
        rulingId: coding.rulingId,
      })
      .from(coding)
      .innerJoin(codingSet, eq(codingSet.id, coding.setId))
      .where(
        and(
          eq(codingSet.roundId, row.id),
          eq(codingSet.documentId, chosen),
          eq(codingSet.kind, "consensus"),
          isNull(coding.removedAt),
        ),
      )
      .orderBy(coding.start, desc(coding.end), coding.id)
      .all();
    const seats = db
      .select({ id: coder.id, name: coder.name })
      .from(codingSet)
      .innerJoin(coder, eq(coder.id, codingSet.coderId))
      .where(and(eq(codingSet.roundId, row.id), eq(codingSet.documentId, chosen), eq(codingSet.kind, "coder")))
      .orderBy(codingSet.coderId)
      .all();
    return {
      me: { role: actor.role, coderId: actor.coderId },
      round: { id: row.id, name: row.name, number: row.number },
      documents: progress,
      documentId: chosen,
      coders: seats,
      codes: pinnedCodes(db, actor, row.codebookVersionId, row.id),
      disagreements: report.disagreements.map((each) => ({ ...each, ruling: byKey.get(each.key) ?? null })),
      consensus,
      memos,
      ...undoNames(db, nextUndo(db, actor.userId, actor.projectId), nextRedo(db, actor.userId, actor.projectId)),
    };
  },
});
