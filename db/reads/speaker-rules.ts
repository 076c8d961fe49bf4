// The rules for speaker labels that a project keeps: with names of people in them, and so for leads alone.
import { and, asc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { ruleDecisionSchema } from "../acts/save-speaker-rule";
import { idSchema } from "../id-schema";
import { speakerRule } from "../schema";
import { projectRead } from "./read";

const decisionsSchema = z.array(ruleDecisionSchema);

export const speakerRules = projectRead({
  name: "speaker-rules",
  summary: "The project's rules for the speaker labels of further files.",
  who: ["lead"],
  params: z.object({ projectId: idSchema }),
  run(db, actor) {
    const rows = db
      .select({
        id: speakerRule.id,
        name: speakerRule.name,
        decisions: speakerRule.decisions,
        savedAt: speakerRule.savedAt,
      })
      .from(speakerRule)
      .where(and(eq(speakerRule.projectId, actor.projectId), isNull(speakerRule.removedAt)))
      .orderBy(asc(speakerRule.savedAt), asc(speakerRule.id))
      .all();
    return { rules: rows.map((row) => ({ ...row, decisions: decisionsSchema.parse(row.decisions) })) };
  },
});
