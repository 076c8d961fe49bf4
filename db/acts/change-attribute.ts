// Rename an attribute, give it another kind, or change what can be chosen; what is recorded has to fit.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import {
  assertFreeHeading,
  assertValuesFit,
  attributeRow,
  attributeSchema,
  checkedChoices,
  choicesOfValues,
} from "../attribute-input";
import { idSchema } from "../id-schema";
import { attribute } from "../schema";
import { projectAct } from "./act";

export const changeAttribute = projectAct({
  name: "change-attribute",
  summary: "Changes an attribute's name, kind or choices; refused with how many where recorded values would not fit.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, attributeId: idSchema, ...attributeSchema, version: z.int().optional() }),
  run(tx, actor, input) {
    const { projectId } = actor;
    const { attributeId, name, kind } = input;
    const row = attributeRow(tx, projectId, attributeId);
    if (input.version !== undefined && input.version !== row.version) throw new Refusal("changed-meanwhile", 409);
    const scope = { owner: row.owner, surveyId: row.surveyId ?? undefined };
    if (name !== row.name) assertFreeHeading(tx, projectId, scope, name, attributeId);
    const asked = input.choices ?? (kind === "choice" ? (row.choices ?? choicesOfValues(tx, attributeId)) : undefined);
    const choices = checkedChoices(kind, asked);
    assertValuesFit(tx, attributeId, { kind, choices });
    const version = row.version + 1;
    tx.update(attribute).set({ name, kind, choices, version }).where(eq(attribute.id, attributeId)).run();
    return {
      result: { version },
      inverse: {
        act: "change-attribute",
        input: {
          projectId,
          attributeId,
          name: row.name,
          kind: row.kind,
          ...(row.choices && { choices: row.choices }),
          version,
        },
      },
      trace: { projectId, attributeId, kind, version },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
