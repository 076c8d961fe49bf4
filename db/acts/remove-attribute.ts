// Take an attribute out with all that is recorded in it, and bring it back.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { assertScope } from "../attribute-columns";
import { assertFreeHeading, attributeRow } from "../attribute-input";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { attribute } from "../schema";
import { projectAct } from "./act";

const input = z.object({ projectId: idSchema, attributeId: idSchema, version: z.int().optional() });

export function takeOutAttribute(
  tx: Tx,
  projectId: string,
  attributeId: string,
  now: string,
  seen?: number,
): { version: number } {
  const row = attributeRow(tx, projectId, attributeId);
  if (seen !== undefined && seen !== row.version) throw new Refusal("changed-meanwhile", 409);
  const version = row.version + 1;
  tx.update(attribute).set({ removedAt: now, version }).where(eq(attribute.id, attributeId)).run();
  return { version };
}

export function bringBackAttribute(tx: Tx, projectId: string, attributeId: string): { version: number } {
  const row = attributeRow(tx, projectId, attributeId, true);
  const scope = { owner: row.owner, surveyId: row.surveyId ?? undefined };
  assertScope(tx, projectId, scope);
  assertFreeHeading(tx, projectId, scope, row.name);
  const version = row.version + 1;
  tx.update(attribute).set({ removedAt: null, version }).where(eq(attribute.id, attributeId)).run();
  return { version };
}

export const removeAttribute = projectAct({
  name: "remove-attribute",
  summary: "Takes an attribute out of its table; what is recorded in it comes back with it.",
  who: ["lead"],
  input,
  run(tx, actor, { attributeId, version: seen }, { now }) {
    const { projectId } = actor;
    const { version } = takeOutAttribute(tx, projectId, attributeId, now, seen);
    return {
      result: { version },
      inverse: { act: "restore-attribute", input: { projectId, attributeId } },
      trace: { projectId, attributeId, version },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});

export const restoreAttribute = projectAct({
  name: "restore-attribute",
  summary: "Brings an attribute back that was taken out.",
  who: ["lead"],
  input: input.omit({ version: true }),
  onlyUndo: true,
  run(tx, actor, { attributeId }) {
    const { projectId } = actor;
    const { version } = bringBackAttribute(tx, projectId, attributeId);
    return {
      result: { version },
      inverse: { act: "remove-attribute", input: { projectId, attributeId, version } },
      trace: { projectId, attributeId, version },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
