// Keep what was decided about a file's labels as a rule, which proposes the same for the next file of that style.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { SPEAKER_ROLES } from "@/lib/readers/read-result";
import { notFound } from "@/lib/refusal";
import { idSchema, nameSchema } from "../id-schema";
import { speakerRule } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";

/** A rule is about labels alone: which turns of one file are somebody else's means nothing in another. */
export const ruleDecisionSchema = z.object({
  label: z.string().min(1).max(200),
  treatment: z.enum(["speaker", "not-speaker"]),
  name: z.string().max(200),
  role: z.enum(SPEAKER_ROLES),
});

export const saveSpeakerRule = projectAct({
  name: "save-speaker-rule",
  summary: "Keeps decisions about speaker labels as a rule for further files of the same style.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    ruleId: idSchema,
    name: nameSchema,
    decisions: z.array(ruleDecisionSchema).min(1).max(200).readonly(),
  }),
  run(tx, actor, { ruleId, name, decisions }, { now }) {
    assertNewId(tx, speakerRule, ruleId);
    const { projectId, userId } = actor;
    tx.insert(speakerRule).values({ id: ruleId, projectId, name, decisions, savedAt: now, savedBy: userId }).run();
    return {
      result: { ruleId },
      inverse: { act: "remove-speaker-rule", input: { projectId, ruleId } },
      // Names of people may stand in a rule; the journal does without them.
      trace: { projectId, ruleId, labels: decisions.length },
      tells: [{ to: "leads", subject: "project" }],
    };
  },
});

export const restoreSpeakerRule = projectAct({
  name: "restore-speaker-rule",
  summary: "Brings a rule for speaker labels back that was removed.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, ruleId: idSchema }),
  run(tx, actor, { ruleId }) {
    const row = tx
      .select()
      .from(speakerRule)
      .where(and(eq(speakerRule.id, ruleId), eq(speakerRule.projectId, actor.projectId)))
      .get();
    if (!row || row.removedAt === null) throw notFound();
    tx.update(speakerRule)
      .set({ removedAt: null, version: row.version + 1 })
      .where(eq(speakerRule.id, ruleId))
      .run();
    return {
      result: { ruleId },
      inverse: { act: "remove-speaker-rule", input: { projectId: actor.projectId, ruleId } },
      tells: [{ to: "leads", subject: "project" }],
    };
  },
});
