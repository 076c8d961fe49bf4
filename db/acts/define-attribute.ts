// Define an attribute of the participants, of the documents or of a survey's respondents.
import { and, eq, max } from "drizzle-orm";
import * as z from "zod";
import type { AttributeKind, Choice } from "@/lib/attributes/attribute-value";
import type { Member } from "../actor";
import { type AttributeScope, assertScope, scopeSchema } from "../attribute-columns";
import { assertFreeHeading, attributeSchema, checkedChoices } from "../attribute-input";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { attribute } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";

export interface NewAttribute {
  readonly attributeId: string;
  readonly name: string;
  readonly kind: AttributeKind;
  readonly choices?: readonly Choice[] | undefined;
}

export function insertNewAttribute(tx: Tx, actor: Member, scope: AttributeScope, made: NewAttribute): void {
  const { projectId } = actor;
  const { attributeId, name, kind } = made;
  assertNewId(tx, attribute, attributeId);
  assertFreeHeading(tx, projectId, scope, name);
  const choices = checkedChoices(kind, made.choices);
  const last = tx
    .select({ n: max(attribute.position) })
    .from(attribute)
    .where(and(eq(attribute.projectId, projectId), eq(attribute.owner, scope.owner)))
    .get();
  const { owner, surveyId } = scope;
  const position = (last?.n ?? -1) + 1;
  tx.insert(attribute).values({ id: attributeId, projectId, owner, surveyId, name, kind, choices, position }).run();
}

export const defineAttribute = projectAct({
  name: "define-attribute",
  summary:
    "Adds an attribute (text, number, date or choice) to the participants, the documents or a survey's respondents.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, attributeId: idSchema, ...scopeSchema, ...attributeSchema }),
  run(tx, actor, input) {
    const { projectId } = actor;
    const { attributeId, owner, surveyId, kind } = input;
    assertScope(tx, projectId, input);
    insertNewAttribute(tx, actor, { owner, surveyId }, input);
    return {
      result: { attributeId, version: 1 },
      inverse: { act: "remove-attribute", input: { projectId, attributeId, version: 1 } },
      trace: { projectId, attributeId, owner, ...(surveyId !== undefined && { surveyId }), kind, version: 1 },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
