// Apply a code to a span, take it away again, bring it back, move its boundaries, or give it another code.
import { and, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema, spanSchema } from "../id-schema";
import { prepared } from "../prepared";
import { coding, round, roundDocument } from "../schema";
import type { Telling } from "./act";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";
import {
  assertNotCodedYet,
  assertSpan,
  assertUsableCode,
  type OwnSet,
  openOwnCoding,
  openOwnSet,
} from "./coding-target";

/**
 * Only the coder themself may know. A coding made outside a round is the leads' to see as well, but not while the
 * document is being coded blind: a lead who holds a seat there must not learn that somebody is at work on it.
 */
function codingTells(tx: Tx, own: OwnSet): Telling[] {
  const documentId = own.set.documentId;
  const telling = { subject: "codings" as const, documentId };
  if (own.set.roundId) return [{ to: "self", ...telling }];
  const blind = tx
    .select({ id: round.id })
    .from(roundDocument)
    .innerJoin(round, eq(round.id, roundDocument.roundId))
    .where(and(eq(roundDocument.documentId, documentId), isNull(round.revealedAt)))
    .get();
  return [{ to: blind ? "self" : "leads", ...telling }];
}

const codingInsert = prepared((db) =>
  db
    .insert(coding)
    .values({
      id: sql.placeholder("id"),
      setId: sql.placeholder("setId"),
      codeId: sql.placeholder("codeId"),
      start: sql.placeholder("start"),
      end: sql.placeholder("end"),
      codebookVersionId: sql.placeholder("codebookVersionId"),
      createdAt: sql.placeholder("createdAt"),
    })
    .prepare(),
);

function remember(tx: Tx, codingId: string, change: Partial<typeof coding.$inferInsert>, version: number): void {
  tx.update(coding)
    .set({ ...change, version: version + 1 })
    .where(eq(coding.id, codingId))
    .run();
}

function call(act: string, actor: Member, codingId: string, more: Record<string, unknown> = {}) {
  return { act, input: { projectId: actor.projectId, codingId, ...more } };
}

export const applyCode = projectAct({
  name: "apply-code",
  summary:
    "Applies a code to a span of the actor's own coding set. `wordsHash` proves that the client saw these words.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, setId: idSchema, codingId: idSchema, codeId: idSchema, ...spanSchema }),
  run(tx, actor, input, { now }) {
    const own = openOwnSet(tx, actor, input.setId);
    assertNewId(tx, coding, input.codingId);
    assertSpan(tx, own.set.revisionId, input);
    assertUsableCode(tx, actor, own, input.codeId);
    assertNotCodedYet(tx, own.set.id, input.codeId, input);
    codingInsert(tx).run({
      id: input.codingId,
      setId: own.set.id,
      codeId: input.codeId,
      start: input.start,
      end: input.end,
      codebookVersionId: own.codebookVersionId,
      createdAt: now,
    });
    return {
      result: { codingId: input.codingId, version: 1 },
      inverse: call("remove-coding", actor, input.codingId),
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
    remember(tx, codingId, { removedAt: now }, own.coding.version);
    return {
      result: {},
      inverse: call("revive-coding", actor, codingId),
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
    remember(tx, codingId, { removedAt: null }, own.coding.version);
    return {
      result: {},
      inverse: call("remove-coding", actor, codingId),
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
    assertSpan(tx, own.set.revisionId, input);
    assertNotCodedYet(tx, own.set.id, own.coding.codeId, input);
    const { start, end } = own.coding;
    remember(tx, input.codingId, { start: input.start, end: input.end }, own.coding.version);
    return {
      result: { version: own.coding.version + 1 },
      inverse: call("restore-boundaries", actor, input.codingId, { start, end }),
      trace: {
        projectId: actor.projectId,
        codingId: input.codingId,
        codeId: own.coding.codeId,
        start: input.start,
        end: input.end,
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
  input: z.object({ ...one.shape, start: spanSchema.start, end: spanSchema.end }),
  run(tx, actor, input) {
    const own = openOwnCoding(tx, actor, input.codingId);
    assertNotCodedYet(tx, own.set.id, own.coding.codeId, input);
    const { start, end } = own.coding;
    remember(tx, input.codingId, { start: input.start, end: input.end }, own.coding.version);
    return {
      result: { version: own.coding.version + 1 },
      inverse: call("restore-boundaries", actor, input.codingId, { start, end }),
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
    remember(tx, input.codingId, { codeId: input.codeId }, own.coding.version);
    return {
      result: { version: own.coding.version + 1 },
      inverse: call("recode-coding", actor, input.codingId, { codeId: own.coding.codeId }),
      tells: codingTells(tx, own),
    };
  },
});
