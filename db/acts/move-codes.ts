// Move several codes at once, in the order given, as one act.
import * as z from "zod";
import { idSchema } from "../id-schema";
import { projectAct } from "./act";
import { Together } from "./act-together";

export const moveCodes = projectAct({
  name: "move-codes",
  summary:
    "Moves several codes below `parentId` (null: to the top level), in the order given, before the sibling `beforeId` (null: to the end).",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    codeIds: z
      .array(idSchema)
      .min(1)
      .max(200)
      .refine((ids) => new Set(ids).size === ids.length, "each code once"),
    parentId: idSchema.nullable(),
    beforeId: idSchema.nullable(),
  }),
  run(tx, actor, { codeIds, parentId, beforeId }, moment) {
    const together = new Together(tx, actor, moment);
    for (const codeId of codeIds) together.perform("move-code", { codeId, parentId, beforeId });
    const codeId = codeIds.length === 1 ? codeIds[0] : undefined;
    return {
      result: { moved: codeIds.length },
      inverse: together.inverse({ as: "move-codes", codeId }),
      trace: { projectId: actor.projectId, codeId, codeIds, parentId, beforeId },
      tells: together.tells(),
    };
  },
});
