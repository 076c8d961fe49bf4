// Split a code: add another beside it and give that one some of the actor's own codings, as one act.
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { colourSchema, idSchema, nameSchema } from "../id-schema";
import { projectAct } from "./act";
import { Together } from "./act-together";
import { recodeTogether } from "./apply-codes";
import { readableCodeRow } from "./code-row";
import { openOwnCoding } from "./coding-target";

export const splitCode = projectAct({
  name: "split-code",
  summary:
    "Adds a code (as add-code does, with `setId` too) and gives it those of the actor's own codings that are named.",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    codeId: idSchema,
    newCodeId: idSchema,
    name: nameSchema,
    parentId: idSchema.nullable(),
    colour: colourSchema,
    setId: idSchema.optional(),
    codingIds: z
      .array(idSchema)
      .max(2000)
      .refine((ids) => new Set(ids).size === ids.length, "each coding once"),
  }),
  run(tx, actor, input, moment) {
    const { codeId, newCodeId, codingIds, parentId, name, colour, setId } = input;
    readableCodeRow(tx, actor, codeId);
    for (const codingId of codingIds) {
      if (openOwnCoding(tx, actor, codingId).coding.codeId !== codeId) throw new Refusal("changed-meanwhile", 409);
    }
    const together = new Together(tx, actor, moment);
    const empty = { definition: "", useWhen: "", useNot: "", example: "" };
    const added = together.perform("add-code", { codeId: newCodeId, parentId, name, colour, setId, ...empty });
    const { recoded } = recodeTogether(tx, actor, together, codingIds, newCodeId);
    return {
      result: { codeId: newCodeId, proposal: added.proposal, recoded },
      inverse: together.inverse({ as: "split-code", codeId }),
      trace: { projectId: actor.projectId, codeId, newCodeId, parentId, setId, wording: 1, codingIds },
      tells: together.tells(),
    };
  },
});
