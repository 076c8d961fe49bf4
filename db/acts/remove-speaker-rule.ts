// Give up a rule for speaker labels; what was imported with it stays as it is.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { speakerRule } from "../schema";
import { projectAct } from "./act";

export const removeSpeakerRule = projectAct({
  name: "remove-speaker-rule",
  summary: "Removes a rule for speaker labels.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, ruleId: idSchema }),
  run(tx, actor, { ruleId }, { now }) {
    const row = tx
      .select()
      .from(speakerRule)
      .where(and(eq(speakerRule.id, ruleId), eq(speakerRule.projectId, actor.projectId)))
      .get();
    if (!row || row.removedAt !== null) throw notFound();
    tx.update(speakerRule)
      .set({ removedAt: now, version: row.version + 1 })
      .where(eq(speakerRule.id, ruleId))
      .run();
    return {
      result: { ruleId },
      inverse: { act: "restore-speaker-rule", input: { projectId: actor.projectId, ruleId } },
      tells: [{ to: "leads", subject: "project" }],
    };
  },
});
