// Cut a coding in two, and make several codings of one code into one.
import { and, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import type { Tx } from "../connection";
import { idSchema, spanSchema } from "../id-schema";
import { coding, memo, memoWording } from "../schema";
import { projectAct } from "./act";
import { Together, togetherCall } from "./act-together";
import { assertNewId } from "./assert-new-id";
import { boundariesCall, changeCoding, codingCall, codingTells, insertCoding } from "./coding-row";
import { assertNotCodedYet, assertSpans, type OwnCoding, openOwnCoding } from "./coding-target";
import { assertOfThisText } from "./landed-span";

export const splitCoding = projectAct({
  name: "split-coding",
  summary:
    "Cuts a coding in two: it keeps its id, code and memo up to `firstEnd`; a new coding of the same code goes from `secondStart` to where it ended.",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    codingId: idSchema,
    revisionId: spanSchema.revisionId,
    firstEnd: spanSchema.end,
    firstHash: spanSchema.wordsHash,
    newCodingId: idSchema,
    secondStart: spanSchema.start,
    secondHash: spanSchema.wordsHash,
  }),
  run(tx, actor, input, { now }) {
    const own = openOwnCoding(tx, actor, input.codingId);
    const { id, codeId, start, end, setId } = own.coding;
    assertOfThisText(own.set.revisionId, input.revisionId);
    const first = { start, end: input.firstEnd, wordsHash: input.firstHash };
    const second = { start: input.secondStart, end, wordsHash: input.secondHash };
    if (first.end > second.start || first.end > end) throw new Refusal("span-outside-text", 422);
    assertSpans(tx, own.set.revisionId, [first, second]);
    assertNewId(tx, coding, input.newCodingId);
    assertNotCodedYet(tx, setId, codeId, first);
    assertNotCodedYet(tx, setId, codeId, second);
    const version = changeCoding(tx, own.coding, { end: first.end });
    const made = { codingId: input.newCodingId, codeId, start: second.start, end };
    insertCoding(tx, setId, own.coding.codebookVersionId, made, now);
    const { documentId } = own.set;
    return {
      result: { version },
      inverse: togetherCall(actor, { as: "split-coding", codeId, setId, documentId }, [
        codingCall("remove-coding", actor, input.newCodingId),
        boundariesCall(actor, own),
      ]),
      trace: {
        projectId: actor.projectId,
        codingId: id,
        codeId,
        setId,
        firstEnd: first.end,
        newCodingId: input.newCodingId,
        secondStart: second.start,
      },
      tells: codingTells(tx, own),
    };
  },
});

/** The codings in the order of the text. Throws unless they are of one code in one set. */
function alike(codings: readonly OwnCoding[]): [OwnCoding, ...OwnCoding[]] {
  const [first, ...others] = codings.toSorted(
    (a, b) => a.coding.start - b.coding.start || a.coding.end - b.coding.end || (a.coding.id < b.coding.id ? -1 : 1),
  );
  if (!first) throw notFound();
  for (const { coding: other } of others) {
    if (other.setId !== first.coding.setId || other.codeId !== first.coding.codeId) {
      throw new Refusal("codings-not-alike", 409);
    }
  }
  return [first, ...others];
}

function memosOf(tx: Tx, coderId: string, codingIds: readonly string[]) {
  const rows = tx
    .select({ codingId: memo.codingId, id: memo.id, wording: memo.wording, text: memoWording.text })
    .from(memo)
    .innerJoin(memoWording, and(eq(memoWording.memoId, memo.id), eq(memoWording.number, memo.wording)))
    .where(and(inArray(memo.codingId, [...codingIds]), eq(memo.coderId, coderId)))
    .all();
  return codingIds.flatMap((codingId) => rows.filter((row) => row.codingId === codingId && row.text !== ""));
}

/** As long as what a person may write at once: longer, it could never be changed again. */
const LONGEST_MEMO = 20_000;

export const mergeCodings = projectAct({
  name: "merge-codings",
  summary:
    "Makes several codings of one code in one set into one: the first in the text keeps its id and gets the whole span and all the memos.",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    codingIds: z
      .array(idSchema)
      .min(2)
      .max(2000)
      .refine((ids) => new Set(ids).size === ids.length, "each coding once"),
    ...spanSchema,
  }),
  run(tx, actor, input, moment) {
    const [kept, ...others] = alike(input.codingIds.map((codingId) => openOwnCoding(tx, actor, codingId)));
    const all = [kept, ...others];
    assertOfThisText(kept.set.revisionId, input.revisionId);
    const start = kept.coding.start;
    const end = all.reduce((last, each) => Math.max(last, each.coding.end), 0);
    if (input.start !== start || input.end !== end) throw new Refusal("changed-meanwhile", 409);
    const codingId = kept.coding.id;
    const memos = memosOf(
      tx,
      actor.coderId ?? "",
      all.map((each) => each.coding.id),
    );
    const together = new Together(tx, actor, moment);
    for (const each of others) together.perform("remove-coding", { codingId: each.coding.id });
    if (kept.coding.end === end) assertSpans(tx, kept.set.revisionId, [input]);
    else together.perform("move-coding", { codingId, start, end, wordsHash: input.wordsHash });
    if (!kept.coding.starred && others.some((each) => each.coding.starred)) {
      together.perform("star-coding", { codingId, starred: true });
    }
    if (memos.some((each) => each.codingId !== codingId)) {
      const own = memos.find((each) => each.codingId === codingId);
      const text = memos.map((each) => each.text).join("\n\n");
      if (text.length > LONGEST_MEMO) throw new Refusal("memo-too-long", 422, { longest: LONGEST_MEMO });
      together.perform("write-memo", {
        codingId,
        memoId: own?.id ?? moment.newId(),
        wording: own?.wording ?? 0,
        text,
      });
    }
    const { setId, codeId } = kept.coding;
    const { documentId } = kept.set;
    const version = tx.select({ version: coding.version }).from(coding).where(eq(coding.id, codingId)).get()?.version;
    return {
      result: { codingId, version: version ?? 0 },
      inverse: together.inverse({ as: "merge-codings", codeId, setId, documentId }),
      trace: { projectId: actor.projectId, setId, codeId, codingIds: input.codingIds, start, end },
      tells: together.tells(),
    };
  },
});
