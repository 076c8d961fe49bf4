// The revisions of a document, for the lead: what each one changed and why, and the words that stood there before.
import { and, asc, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { changesOfStored } from "@/lib/text/text-changes";
import { idSchema } from "../id-schema";
import { revision, user } from "../schema";
import { transcriptOf } from "../transcript-of";
import { documentRow } from "./coding-desk";
import { projectRead } from "./read";

const words = (text: string) => text.split(/\s+/u).filter(Boolean).length;

export const documentRevisions = projectRead({
  name: "document-revisions",
  summary: "The revisions of a document: when, by whom, why, and how many words each changed.",
  who: ["lead"],
  params: z.object({ projectId: idSchema, documentId: idSchema }),
  run(db, actor, { documentId }) {
    documentRow(db, actor, documentId);
    const rows = db
      .select({ row: revision, by: user.name })
      .from(revision)
      .leftJoin(user, eq(user.id, revision.createdBy))
      .where(eq(revision.documentId, documentId))
      .orderBy(asc(revision.number))
      .all();
    let before: string | null = null;
    const revisions = rows.map(({ row, by }) => {
      const sealed = row.sealedText !== null;
      const changes = changesOfStored(row.changes ?? [], row.text);
      const old: string | null = before;
      before = sealed ? null : row.text;
      const known = row.reason !== "import" && old !== null && !sealed;
      return {
        id: row.id,
        number: row.number,
        at: row.createdAt,
        by,
        reason: row.reason,
        words: row.words,
        sealed,
        /** Null where the words before or after are sealed, and for the first. */
        changedWords: known
          ? changes.reduce((sum, { from, to, insert }) => sum + Math.max(words(old.slice(from, to)), words(insert)), 0)
          : null,
      };
    });
    return { revisions: revisions.toReversed() };
  },
});

export const oldRevision = projectRead({
  name: "old-revision",
  summary: "The text of one revision of a document as it was, with its turns; refused once pseudonyms sealed it.",
  who: ["lead"],
  params: z.object({ projectId: idSchema, documentId: idSchema, revisionId: idSchema }),
  run(db, actor, { documentId, revisionId }) {
    documentRow(db, actor, documentId);
    const row = db
      .select({ number: revision.number, at: revision.createdAt, sealed: revision.sealedText })
      .from(revision)
      .where(and(eq(revision.id, revisionId), eq(revision.documentId, documentId)))
      .get();
    if (!row) throw notFound();
    if (row.sealed !== null) throw new Refusal("revision-sealed", 409);
    const { text, turns } = transcriptOf(db, revisionId);
    return {
      number: row.number,
      at: row.at,
      text,
      turns: turns.map(({ label, start, end }) => ({ label, start, end })),
    };
  },
});
