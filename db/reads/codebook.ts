// The codebook as the actor may know it, with the version that the next round would pin.
import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { nextRedo, nextUndo } from "../acts/undo";
import { currentCodes } from "../codebook-version";
import { idSchema } from "../id-schema";
import { code, codebookVersion, coding, codingSet } from "../schema";
import { readableSet } from "../visibility";
import { projectRead } from "./read";
import { undoNames } from "./undo-names";

export const codebook = projectRead({
  name: "codebook",
  summary: "The theme tree with definitions, and how many readable codings each code has.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema }),
  run(db, actor) {
    const uses = new Map(
      db
        .select({ codeId: coding.codeId, n: count() })
        .from(coding)
        .innerJoin(codingSet, eq(codingSet.id, coding.setId))
        .where(
          sql`${eq(codingSet.projectId, actor.projectId)} and ${isNull(coding.removedAt)} and ${readableSet(db, actor)}`,
        )
        .groupBy(coding.codeId)
        .all()
        .map((row) => [row.codeId, row.n]),
    );
    const ownProposals = new Set(
      db
        .select({ id: code.id })
        .from(code)
        .where(and(eq(code.projectId, actor.projectId), eq(code.proposedBy, actor.coderId ?? "")))
        .all()
        .map((row) => row.id),
    );
    const latest = db
      .select({ number: codebookVersion.number, createdAt: codebookVersion.createdAt })
      .from(codebookVersion)
      .where(eq(codebookVersion.projectId, actor.projectId))
      .orderBy(desc(codebookVersion.number))
      .get();
    return {
      role: actor.role,
      codes: currentCodes(db, actor).map((each) => ({
        ...each,
        codings: uses.get(each.id) ?? 0,
        ownProposal: ownProposals.has(each.id),
      })),
      pinned: latest ?? null,
      ...undoNames(db, nextUndo(db, actor.userId, actor.projectId), nextRedo(db, actor.userId, actor.projectId)),
    };
  },
});
