// Add a code: to the codebook, or as the private proposal of a coder in a round whose codebook is closed.
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { colourSchema, idSchema, nameSchema, wordsSchema } from "../id-schema";
import { code, codeWording } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";
import { assertFreeName, assertParentFits, codebookTells, lastPosition } from "./code-row";
import { openOwnSet } from "./coding-target";

export const addCode = projectAct({
  name: "add-code",
  summary:
    "Adds a code to the theme tree; with `setId` of an open coding set in a round with a closed codebook, as the coder's private proposal. Coders add to the codebook only with `setId` in a round whose codebook is open.",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    codeId: idSchema,
    parentId: idSchema.nullable(),
    name: nameSchema,
    colour: colourSchema,
    definition: wordsSchema.default(""),
    useWhen: wordsSchema.default(""),
    useNot: wordsSchema.default(""),
    example: wordsSchema.default(""),
    setId: idSchema.optional(),
  }),
  run(tx, actor, input, { now }) {
    assertNewId(tx, code, input.codeId);
    let mayAdd = actor.role === "lead";
    let proposal: { by: string; in: string } | null = null;
    if (input.setId) {
      const { set, openCodebook } = openOwnSet(tx, actor, input.setId);
      if (set.roundId && set.coderId && !openCodebook) proposal = { by: set.coderId, in: set.roundId };
      mayAdd ||= set.roundId !== null;
    }
    if (!mayAdd) throw new Refusal("codebook-is-the-leads", 403);
    if (input.parentId) assertParentFits(tx, actor, input.parentId, proposal?.in ?? null);
    assertFreeName(tx, actor, input.parentId, input.name);
    tx.insert(code)
      .values({
        id: input.codeId,
        projectId: actor.projectId,
        parentId: input.parentId,
        position: lastPosition(tx, actor, input.parentId, proposal !== null),
        wording: 1,
        proposedBy: proposal?.by ?? null,
        proposedIn: proposal?.in ?? null,
      })
      .run();
    tx.insert(codeWording)
      .values({
        codeId: input.codeId,
        number: 1,
        name: input.name,
        colour: input.colour,
        definition: input.definition,
        useWhen: input.useWhen,
        useNot: input.useNot,
        example: input.example,
        createdAt: now,
      })
      .run();
    return {
      result: { codeId: input.codeId, proposal: proposal !== null },
      inverse:
        proposal || actor.role === "lead"
          ? { act: "remove-code", input: { projectId: actor.projectId, codeId: input.codeId } }
          : { act: "take-back-code", input: { projectId: actor.projectId, codeId: input.codeId, wording: 1 } },
      trace: { projectId: actor.projectId, codeId: input.codeId, parentId: input.parentId, wording: 1 },
      tells: codebookTells({ hidden: proposal !== null }),
    };
  },
});
