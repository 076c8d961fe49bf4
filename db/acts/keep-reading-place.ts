// Keep where a person is in a document, and their bookmarks there: theirs alone, without journal or undo.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { document, readingPlace, revision } from "../schema";
import { projectAct } from "./act";

const offset = z.int().min(0).max(100_000_000);

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
    // Offsets of an earlier revision mean nothing in this one.
    const kept = before?.revisionId === revisionId ? before : undefined;
    const place = {
      revisionId,
      last: input.last ?? kept?.last ?? 0,
      bookmarks: input.bookmarks ?? kept?.bookmarks ?? [],
      updatedAt: now,
    };
    tx.insert(readingPlace)
      .values({ userId: actor.userId, documentId, ...place })
      .onConflictDoUpdate({ target: [readingPlace.userId, readingPlace.documentId], set: place })
      .run();
    return { result: {}, final: "a place is kept, not done" };
  },
});
