// Apply a code to a span, take it away again, bring it back, move its boundaries, or give it another code.
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { idSchema, spanSchema } from "../id-schema";
import { assertCodeStands } from "../offered-codes";
import { coding } from "../schema";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";
import { boundariesCall, changeCoding, codingCall, codingTells, insertCoding } from "./coding-row";
import { assertNotCodedYet, assertUsableCode, openOwnCoding, openOwnSet } from "./coding-target";
import { landedSpan, rememberedSpan, traceLanding } from "./landed-span";

export const applyCode = projectAct({
  name: "apply-code",
  summary:
    "Applies a code to a span of the actor's own coding set. `wordsHash` proves that the client saw these words.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, setId: idSchema, codingId: idSchema, codeId: idSchema, ...spanSchema }),
  run(tx, actor, input, { now }) {
    const own = openOwnSet(tx, actor, input.setId);
    assertNewId(tx, coding, input.codingId);
    const { codingId, codeId } = input;
    const landed = landedSpan(tx, own.set.revisionId, input);
    const made = { codingId, codeId, start: landed.start, end: landed.end };
    assertUsableCode(tx, actor, own, codeId);
    assertNotCodedYet(tx, own.set.id, codeId, made);
    insertCoding(tx, own.set.id, own.codebookVersionId, made, now);
    traceLanding(tx, own.set.revisionId, codingId, landed);
    return {
      result: { codingId, version: 1 },
      inverse: codingCall("remove-coding", actor, codingId),
      trace: { projectId: actor.projectId, setId: own.set.id, ...made },
      tells: codingTells(tx, own),
    };
  },
});

const one = z.object({ projectId: idSchema, codingId: idSchema });

export const removeCoding = projectAct({
  name: "remove-coding",
  summary: "Removes a coding from the actor's own open set.",
  who: ["lead", "coder"],
  input: one,
  run(tx, actor, { codingId }, { now }) {
    const own = openOwnCoding(tx, actor, codingId);
    changeCoding(tx, own.coding, { removedAt: now });
    return {
      result: {},
      inverse: codingCall("revive-coding", actor, codingId),
      trace: { projectId: actor.projectId, codingId, codeId: own.coding.codeId },
      tells: codingTells(tx, own),
    };
  },
});

export const reviveCoding = projectAct({
  name: "revive-coding",
  summary: "Brings back a coding that the actor removed, with the same id and its memo.",
  who: ["lead", "coder"],
  input: one,
  run(tx, actor, { codingId }) {
    const own = openOwnCoding(tx, actor, codingId, true);
    assertNotCodedYet(tx, own.set.id, own.coding.codeId, own.coding);
    assertCodeStands(tx, own.coding.codeId);
    changeCoding(tx, own.coding, { removedAt: null });
    return {
      result: {},
      inverse: codingCall("remove-coding", actor, codingId),
      trace: { projectId: actor.projectId, codingId, codeId: own.coding.codeId },
      tells: codingTells(tx, own),
    };
  },
});

export const moveCoding = projectAct({
  name: "move-coding",
  summary: "Moves the boundaries of a coding in the actor's own open set.",
  who: ["lead", "coder"],
  input: z.object({ ...one.shape, ...spanSchema, version: z.int().optional() }),
  run(tx, actor, input) {
    const own = openOwnCoding(tx, actor, input.codingId);
    if (input.version !== undefined && input.version !== own.coding.version)
      throw new Refusal("changed-meanwhile", 409);
    const landed = landedSpan(tx, own.set.revisionId, input);
    assertNotCodedYet(tx, own.set.id, own.coding.codeId, landed);
    const back = boundariesCall(actor, own);
    const version = changeCoding(tx, own.coding, { start: landed.start, end: landed.end });
    traceLanding(tx, own.set.revisionId, input.codingId, landed);
    return {
      result: { version },
      inverse: back,
      trace: {
        projectId: actor.projectId,
        codingId: input.codingId,
        codeId: own.coding.codeId,
        start: landed.start,
        end: landed.end,
      },
      tells: codingTells(tx, own),
    };
  },
});

export const restoreBoundaries = projectAct({
  name: "restore-boundaries",
  summary: "Puts a coding back on a span that it had; the way back of move-coding, which needs no words.",
  onlyUndo: true,
  who: ["lead", "coder"],
  input: z.object({
    ...one.shape,
    revisionId: spanSchema.revisionId,
    start: spanSchema.start,
    end: spanSchema.end,
  }),
  run(tx, actor, input) {
    const own = openOwnCoding(tx, actor, input.codingId);
    const { start, end } = rememberedSpan(tx, own.set.revisionId, input);
    assertNotCodedYet(tx, own.set.id, own.coding.codeId, { start, end });
    const back = boundariesCall(actor, own);
    const version = changeCoding(tx, own.coding, { start, end });
    return {
      result: { version },
      inverse: back,
      tells: codingTells(tx, own),
    };
  },
});

export const recodeCoding = projectAct({
  name: "recode-coding",
  summary: "Gives a coding another code and keeps its exact span.",
  who: ["lead", "coder"],
  input: z.object({ ...one.shape, codeId: idSchema }),
  run(tx, actor, input) {
    const own = openOwnCoding(tx, actor, input.codingId);
    assertUsableCode(tx, actor, own, input.codeId);
    assertNotCodedYet(tx, own.set.id, input.codeId, own.coding);
    const version = changeCoding(tx, own.coding, { codeId: input.codeId });
    return {
      result: { version },
      inverse: codingCall("recode-back", actor, input.codingId, { codeId: own.coding.codeId }),
      tells: codingTells(tx, own),
    };
  },
});

export const recodeBack = projectAct({
  name: "recode-back",
  summary: "Gives a coding the code that it had; the way back of recode-coding, also to a code that is retired since.",
  onlyUndo: true,
  who: ["lead", "coder"],
  input: z.object({ ...one.shape, codeId: idSchema }),
  run(tx, actor, input) {
    const own = openOwnCoding(tx, actor, input.codingId);
    assertCodeStands(tx, input.codeId);
    assertNotCodedYet(tx, own.set.id, input.codeId, own.coding);
    const version = changeCoding(tx, own.coding, { codeId: input.codeId });
    return {
      result: { version },
      inverse: codingCall("recode-coding", actor, input.codingId, { codeId: own.coding.codeId }),
      tells: codingTells(tx, own),
    };
  },
});
