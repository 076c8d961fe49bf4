// Keep where a person is in a document, and their bookmarks there: theirs alone, without journal or undo.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { type ChangeMaps, changesBetween, offsetAcross } from "../changes-between";
import { idSchema } from "../id-schema";
import { document, readingPlace, revision } from "../schema";
import { projectAct } from "./act";

const offset = z.int().min(0).max(100_000_000);

interface Place {
  readonly last?: number | undefined;
  readonly bookmarks?: readonly number[] | undefined;
}

function placeIn(maps: ChangeMaps | null, { last, bookmarks }: Place): Place | undefined {
  if (!maps) return undefined;
  const moved = (at: number) => offsetAcross(maps, at, -1);
  return {
    last: last === undefined ? undefined : moved(last),
    bookmarks: bookmarks && [...new Set(bookmarks.map(moved))].sort((a, b) => a - b),
  };
}

export const keepReadingPlace = projectAct({
  name: "keep-reading-place",
  summary: "Keeps the actor's own last place and bookmarks in a document, as offsets; nobody else sees them.",
  personal: true,
  who: ["lead", "coder", "observer"],
  input: z.object({
    projectId: idSchema,
    documentId: idSchema,
    revisionId: idSchema,
    last: offset.optional(),
    bookmarks: z
      .array(offset)
      .max(200)
      .refine((all) => all.every((at, i) => i === 0 || at > (all[i - 1] ?? 0)), "bookmarks ascend")
      .optional(),
  }),
  run(tx, actor, input, { now }) {
    const { documentId, revisionId } = input;
    const row = tx
      .select({ length: revision.length })
      .from(revision)
      .innerJoin(document, eq(document.id, revision.documentId))
      .where(and(eq(revision.id, revisionId), eq(document.id, documentId), eq(document.projectId, actor.projectId)))
      .get();
    if (!row || actor.kind !== "person") throw notFound();
    if (Math.max(input.last ?? 0, input.bookmarks?.at(-1) ?? 0) > row.length) {
      throw new Refusal("span-outside-text", 422);
    }
    const mine = and(eq(readingPlace.userId, actor.userId), eq(readingPlace.documentId, documentId));
    const before = tx.select().from(readingPlace).where(mine).get();
    // A correction may have come between: whichever text is the older, its offsets are taken along.
    const forward = before ? changesBetween(tx, revisionId, before.revisionId) : null;
    const kept = before && !forward ? placeIn(changesBetween(tx, before.revisionId, revisionId), before) : before;
    const here = placeIn(forward ?? [], input);
    const place = {
      revisionId: forward && before ? before.revisionId : revisionId,
      last: here?.last ?? kept?.last ?? 0,
      bookmarks: here?.bookmarks ?? kept?.bookmarks ?? [],
      updatedAt: now,
    };
    tx.insert(readingPlace)
      .values({ userId: actor.userId, documentId, ...place })
      .onConflictDoUpdate({ target: [readingPlace.userId, readingPlace.documentId], set: place })
      .run();
    return { result: {}, final: "a place is kept, not done" };
  },
});
