// The tables of attributes, page by page: participants, the respondents of one survey, or documents.
import { countDistinct, inArray } from "drizzle-orm";
import * as z from "zod";
import { assertScope, columnsOf, scopeSchema } from "../attribute-columns";
import { ownersOf } from "../attribute-owners";
import { valuesOf } from "../attribute-values";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { document, participant, revision, speakerLabel } from "../schema";
import { projectRead } from "./read";

const MOST_ROWS = 200;

export const attributeGrid = projectRead({
  name: "attribute-grid",
  summary:
    "What is recorded of participants, a survey's respondents or documents: columns, a page of rows with their values, and how many rows there are. Coders and observers may read it; only the lead changes it.",
  who: ["lead", "coder", "observer"],
  // What is looked for may be a person's name.
  byBody: true,
  params: z.object({
    projectId: idSchema,
    ...scopeSchema,
    from: z.int().min(0).default(0),
    count: z.int().min(1).max(MOST_ROWS).default(MOST_ROWS),
    find: z.string().trim().max(200).optional(),
  }),
  run(db, actor, { owner, surveyId, ...asked }) {
    const { projectId } = actor;
    const scope = { owner, surveyId };
    assertScope(db, projectId, scope);
    const columns = columnsOf(db, projectId, scope);
    const { owners, total } = ownersOf(db, projectId, scope, columns, asked);
    const ids = owners.map(({ id }) => id);
    const kept = valuesOf(
      db,
      ids,
      columns.map(({ id }) => id),
    );
    const facts = owner === "document" ? documentFacts(db, ids) : participantFacts(db, ids);
    return {
      role: actor.role,
      columns,
      total,
      rows: owners.map(({ id, name }) => ({
        id,
        name,
        /** In the order of the columns; a document's own columns have its version. */
        values: columns.map((column) => kept.get(id)?.get(column.id)?.value ?? null),
        versions: columns.map(
          (column) => (column.version === 0 ? facts.get(id)?.version : kept.get(id)?.get(column.id)?.version) ?? 0,
        ),
        words: facts.get(id)?.words ?? null,
        speakers: facts.get(id)?.speakers ?? null,
        role: facts.get(id)?.role ?? null,
      })),
    };
  },
});

interface Facts {
  readonly version: number;
  readonly words: number | null;
  readonly speakers: number | null;
  readonly role: string | null;
}

function documentFacts(db: Tx, ids: readonly string[]): Map<string, Facts> {
  const words = db
    .select({ id: revision.documentId, words: revision.words })
    .from(revision)
    .where(inArray(revision.documentId, [...ids]))
    .orderBy(revision.number)
    .all();
  const speakers = db
    .select({ id: speakerLabel.documentId, n: countDistinct(speakerLabel.participantId) })
    .from(speakerLabel)
    .where(inArray(speakerLabel.documentId, [...ids]))
    .groupBy(speakerLabel.documentId)
    .all();
  // Of a document's revisions the newest comes last and stays.
  const wordsOf = new Map(words.map((row) => [row.id, row.words]));
  const speakersOf = new Map(speakers.map((row) => [row.id, row.n]));
  const rows = db
    .select({ id: document.id, version: document.version })
    .from(document)
    .where(inArray(document.id, [...ids]))
    .all();
  return new Map(
    rows.map(({ id, version }) => [
      id,
      { version, words: wordsOf.get(id) ?? 0, speakers: speakersOf.get(id) ?? 0, role: null },
    ]),
  );
}

function participantFacts(db: Tx, ids: readonly string[]): Map<string, Facts> {
  const rows = db
    .select({ id: participant.id, version: participant.version, role: participant.role })
    .from(participant)
    .where(inArray(participant.id, [...ids]))
    .all();
  return new Map(rows.map(({ id, ...facts }) => [id, { ...facts, words: null, speakers: null }]));
}
