// Words found in the documents of a project, as they are written there. Nobody's codings.
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { wordFinder } from "@/lib/text/find-words";
import { idSchema } from "../id-schema";
import { prepared } from "../prepared";
import { document, revision } from "../schema";
import { documentRow } from "./coding-desk";
import { projectRead } from "./read";
import { type WordsInContext, wordsInContext } from "./words-in-context";

const HITS_IN_A_DOCUMENT = 200;
const HITS_IN_ALL = 1000;

export interface Hit extends WordsInContext {
  readonly start: number;
  readonly end: number;
}

interface DocumentHits {
  readonly documentId: string;
  readonly name: string;
  readonly hits: readonly Hit[];
  /** What was found and is not in `hits`. */
  readonly more: number;
}

const newestText = prepared((db) =>
  db
    .select({ text: revision.text })
    .from(revision)
    .where(eq(revision.documentId, sql.placeholder("documentId")))
    .orderBy(desc(revision.number))
    .limit(1)
    .prepare(),
);

export const findWords = projectRead({
  name: "find-words",
  summary: "Where the given words stand in the documents of the project, with what is around them.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    projectId: idSchema,
    words: z
      .string()
      .max(200)
      .refine((words) => words.trim() !== "", "there is nothing to look for"),
    matchCase: z.boolean().default(false),
    wholeWords: z.boolean().default(false),
    documentId: idSchema.optional(),
  }),
  byBody: true,
  slow: true,
  run(db, actor, { words, matchCase, wholeWords, documentId }) {
    const documents = documentId
      ? [documentRow(db, actor, documentId)]
      : db
          .select({ id: document.id, name: document.name })
          .from(document)
          .where(and(eq(document.projectId, actor.projectId), isNull(document.removedAt)))
          .orderBy(document.position, document.id)
          .all();
    const find = wordFinder(words, { matchCase, wholeWords });
    const found: DocumentHits[] = [];
    let total = 0;
    let left = HITS_IN_ALL;
    for (const { id, name } of documents) {
      const text = newestText(db).get({ documentId: id })?.text ?? "";
      const { spans, total: here } = find(text, Math.min(left, HITS_IN_A_DOCUMENT));
      if (here === 0) continue;
      total += here;
      left -= spans.length;
      const hits = spans.map((span) => ({ ...span, ...wordsInContext(text, span) }));
      found.push({ documentId: id, name, hits, more: here - hits.length });
    }
    return { total, documents: found };
  },
});
