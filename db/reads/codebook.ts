// The codebook as the actor may know it, with the version that the next round would pin.
import { count, desc, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { currentCodes } from "../codebook-version";
import { idSchema } from "../id-schema";
import { codebookVersion, coding, codingSet } from "../schema";
import { readableSet } from "../visibility";
import { nextRedo, nextUndo } from "../acts/undo";
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
    const latest = db
      .select({ number: codebookVersion.number, createdAt: codebookVersion.createdAt })
      .from(codebookVersion)
      .where(eq(codebookVersion.projectId, actor.projectId))
      .orderBy(desc(codebookVersion.number))
      .get();
    return {
      role: actor.role,
      codes: currentCodes(db, actor).map((code) => ({ ...code, codings: uses.get(code.id) ?? 0 })),
      pinned: latest ?? null,
      ...undoNames(nextUndo(db, actor.userId, actor.projectId), nextRedo(db, actor.userId, actor.projectId)),
    };
  },
});
