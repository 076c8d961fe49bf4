// Many codings at once: apply them, remove them, give them another code. All or nothing, and undone as one.
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema, spanSchema } from "../id-schema";
import { coding } from "../schema";
import { projectAct } from "./act";
import { type About, Together, togetherCall } from "./act-together";
import { assertNewId } from "./assert-new-id";
import { codingCall, codingTells, insertCoding } from "./coding-row";
import { assertNotCodedYet, assertUsableCode, isCoded, openOwnCoding, openOwnSet } from "./coding-target";
import { landedSpans, traceLanding } from "./landed-span";

export const codingIdsSchema = z
  .array(idSchema)
  .min(1)
  .max(2000)
  .refine((ids) => new Set(ids).size === ids.length, "each coding once");

/** What all the codings have in common: undo names the code and the place only where there is one. */
export function aboutCodings(tx: Tx, actor: Member, as: string, codingIds: readonly string[]): About {
  const codes = new Set<string>();
  const sets = new Set<string>();
  const documents = new Set<string>();
  for (const codingId of codingIds) {
    const own = openOwnCoding(tx, actor, codingId);
    codes.add(own.coding.codeId);
    sets.add(own.set.id);
    documents.add(own.set.documentId);
  }
  const only = (ids: Set<string>) => (ids.size === 1 ? [...ids][0] : undefined);
  return { as, codeId: only(codes), setId: only(sets), documentId: only(documents) };
}

export const applyCodes = projectAct({
  name: "apply-codes",
  summary:
    "Applies codes to spans of the actor's own coding set, all or none: several codes, or one code on many spans.",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    setId: idSchema,
    codings: z
      .array(z.object({ codingId: idSchema, codeId: idSchema, ...spanSchema }))
      .min(1)
      .max(2000),
  }),
  run(tx, actor, { setId, codings }, { now }) {
    const own = openOwnSet(tx, actor, setId);
    const codes = new Set(codings.map((each) => each.codeId));
    for (const codeId of codes) assertUsableCode(tx, actor, own, codeId);
    const { revisionId } = own.set;
    const landed = landedSpans(tx, revisionId, codings);
    const made = landed.map(({ named: { codingId, codeId }, start, end }) => ({ codingId, codeId, start, end }));
    for (const each of made) {
      assertNewId(tx, coding, each.codingId);
      assertNotCodedYet(tx, setId, each.codeId, each);
      insertCoding(tx, setId, own.codebookVersionId, each, now);
    }
    for (const each of landed) traceLanding(tx, revisionId, each.named.codingId, each);
    const [codeId] = codes;
    const about = { as: "apply-codes", codeId: codes.size === 1 ? codeId : undefined, setId };
    const back = codings.map((each) => codingCall("remove-coding", actor, each.codingId)).toReversed();
    return {
      result: { codings: codings.length },
      inverse: togetherCall(actor, about, back),
      trace: {
        projectId: actor.projectId,
        setId,
        codeId: about.codeId,
        codings: made,
      },
      tells: codingTells(tx, own),
    };
  },
});

export const removeCodings = projectAct({
  name: "remove-codings",
  summary: "Removes several codings from the actor's own open sets, all or none.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, codingIds: codingIdsSchema }),
  run(tx, actor, { codingIds }, moment) {
    const about = aboutCodings(tx, actor, "remove-codings", codingIds);
    const together = new Together(tx, actor, moment);
    for (const codingId of codingIds) together.perform("remove-coding", { codingId });
    const { as: _, ...what } = about;
    return {
      result: { removed: codingIds.length },
      inverse: together.inverse(about),
      trace: { projectId: actor.projectId, ...what, codingIds },
      tells: together.tells(),
    };
  },
});

/**
 * Gives the actor's own codings another code; one that would repeat a coding which is there already is removed
 * instead. Returns how many changed.
 */
export function recodeTogether(
  tx: Tx,
  actor: Member,
  together: Together,
  codingIds: readonly string[],
  codeId: string,
): { recoded: number; removed: number } {
  let recoded = 0;
  let removed = 0;
  for (const codingId of codingIds) {
    const own = openOwnCoding(tx, actor, codingId);
    if (own.coding.codeId === codeId) continue;
    if (isCoded(tx, own.set.id, codeId, own.coding)) {
      // The code is on these words already, so it may be used there.
      together.perform("remove-coding", { codingId });
      removed++;
    } else {
      together.perform("recode-coding", { codingId, codeId });
      recoded++;
    }
  }
  return { recoded, removed };
}

export const recodeCodings = projectAct({
  name: "recode-codings",
  summary:
    "Gives several codings another code and keeps their spans; one that would repeat a coding of that code is removed.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, codingIds: codingIdsSchema, codeId: idSchema }),
  run(tx, actor, { codingIds, codeId }, moment) {
    const about = { ...aboutCodings(tx, actor, "recode-codings", codingIds), codeId };
    const together = new Together(tx, actor, moment);
    const result = recodeTogether(tx, actor, together, codingIds, codeId);
    if (together.size === 0) throw new Refusal("already-coded", 409);
    const { as: _, ...what } = about;
    return {
      result,
      inverse: together.inverse(about),
      trace: { projectId: actor.projectId, ...what, codingIds },
      tells: together.tells(),
    };
  },
});
