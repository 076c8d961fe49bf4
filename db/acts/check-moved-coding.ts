// A coder has looked at codings of theirs whose words a correction changed: theirs alone, without journal or undo.
import { and, eq, inArray, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { coding, codingMove, codingSet } from "../schema";
import { projectAct } from "./act";
import { codingIdsSchema } from "./apply-codes";

export const checkMovedCodings = projectAct({
  name: "check-moved-codings",
  summary: "Marks the actor's own codings whose words a correction changed as looked at.",
  personal: true,
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, codingIds: codingIdsSchema }),
  run(tx, actor, { codingIds }, { now }) {
    const own = tx
      .select({ id: coding.id })
      .from(coding)
      .innerJoin(codingSet, eq(codingSet.id, coding.setId))
      .where(
        and(
          inArray(coding.id, codingIds),
          eq(codingSet.projectId, actor.projectId),
          eq(codingSet.coderId, actor.coderId ?? ""),
        ),
      )
      .all();
    if (own.length !== codingIds.length) throw notFound();
    tx.update(codingMove)
      .set({ checkedAt: now })
      .where(and(inArray(codingMove.codingId, codingIds), isNull(codingMove.checkedAt)))
      .run();
    return { result: {}, final: "looked at, not done" };
  },
});
