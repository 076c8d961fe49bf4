// Where the names of a table stand in the documents of a project: how often in each, and those of one name in context.
import { and, eq, isNull } from "drizzle-orm";
import { nameFinder } from "@/lib/pseudonyms/find-names";
import { nameTableSchema } from "@/lib/pseudonyms/name-entry";
import { idSchema } from "../id-schema";
import { newestRevision } from "../lay-revision";
import { document, turn } from "../schema";
import { projectRead } from "./read";
import { wordsInContext } from "./words-in-context";

const PLACES = 2000;

export interface NamePlace {
  readonly documentId: string;
  readonly revisionId: string;
  readonly start: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly insert: string;
}

export const namePlaces = projectRead({
  name: "name-places",
  summary: "Where the given names stand in the newest text of the documents, and what would stand in their place.",
  who: ["lead"],
  params: nameTableSchema.pick({ entries: true, endings: true }).extend({
    projectId: idSchema,
    /** The entry whose places are asked for; without it only counts are. */
    entryId: idSchema.optional(),
  }),
  byBody: true,
  slow: true,
  run(db, actor, { entries, endings, entryId }) {
    const find = nameFinder(entries, { endings });
    const findLoosely = nameFinder(entries, { endings, loosely: true });
    const rows = db
      .select({ id: document.id, name: document.name })
      .from(document)
      .where(and(eq(document.projectId, actor.projectId), isNull(document.removedAt)))
      .orderBy(document.position, document.id)
      .all();
    const places: NamePlace[] = [];
    let inAll = 0;
    const documents = rows.map(({ id, name }) => {
      const { id: revisionId, text } = newestRevision(db, id);
      const counts: Record<string, number> = {};
      for (const { start, end, entryId: found, insert } of find(text)) {
        counts[found] = (counts[found] ?? 0) + 1;
        if (found !== entryId) continue;
        inAll++;
        if (places.length >= PLACES) continue;
        places.push({ documentId: id, revisionId, start, insert, ...wordsInContext(text, { start, end }) });
      }
      const labels = db.selectDistinct({ label: turn.label }).from(turn).where(eq(turn.revisionId, revisionId)).all();
      return {
        documentId: id,
        revisionId,
        name,
        counts,
        /** Labels of speakers, and the document's own name, that hold one. */
        labels: labels.filter(({ label }) => label !== null && findLoosely(label).length > 0).length,
        named: findLoosely(name).length > 0,
      };
    });
    return { documents, places, more: inAll - places.length };
  },
});
