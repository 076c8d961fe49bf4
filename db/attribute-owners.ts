// The rows of a table of attributes: participants who speak somewhere, respondents of one survey, or documents.
import { and, asc, count, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AttributeColumn, AttributeScope } from "./attribute-columns";
import type { Tx } from "./connection";
import { attributeValue, document, participant, speakerLabel } from "./schema";

export interface AttributeOwner {
  readonly id: string;
  readonly name: string;
}

export interface OwnersAsked {
  readonly find?: string | undefined;
  readonly from?: number;
  readonly count?: number;
}

/** In the order that they are shown in. Who speaks in no document any more came with one that was taken out again. */
export function ownersOf(
  tx: Tx,
  projectId: string,
  scope: AttributeScope,
  columns: readonly AttributeColumn[],
  { find = "", from = 0, count: most = -1 }: OwnersAsked = {},
): { owners: AttributeOwner[]; total: number } {
  const table = scope.owner === "document" ? document : participant;
  const which =
    scope.owner === "document"
      ? and(eq(document.projectId, projectId), isNull(document.removedAt))
      : and(eq(participant.projectId, projectId), inSurveyOrSpeaking(scope.surveyId));
  const condition = find === "" ? which : and(which, matching(scope, columns, find));
  const order =
    scope.owner === "document"
      ? [asc(document.position), asc(document.id)]
      : [asc(participant.role), asc(participant.name), asc(participant.id)];
  const owners = tx
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(condition)
    .orderBy(...order)
    .limit(most)
    .offset(from)
    .all();
  const total = tx.select({ n: count() }).from(table).where(condition).get()?.n ?? 0;
  return { owners, total };
}

function inSurveyOrSpeaking(surveyId: string | undefined): SQL | undefined {
  if (surveyId !== undefined) return eq(participant.surveyId, surveyId);
  const speaks = sql`exists (select 1 from ${speakerLabel} join ${document} on ${document.id} = ${speakerLabel.documentId}
    where ${speakerLabel.participantId} = ${participant.id} and ${document.removedAt} is null)`;
  return and(isNull(participant.surveyId), speaks);
}

/** The words in the name, in what a document has, or in a value as it is kept or shown. */
function matching(scope: AttributeScope, columns: readonly AttributeColumn[], find: string): SQL | undefined {
  const like = (column: unknown) => sql`${column} like ${`%${find.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;
  const folded = find.toLowerCase();
  const owner = scope.owner === "document" ? document.id : participant.id;
  const byValue = columns.map(({ id, choices }) => {
    const labelled = (choices ?? []).filter(({ label }) => label.toLowerCase().includes(folded));
    const values = labelled.map(({ value }) => value);
    const found = or(like(attributeValue.value), inArray(attributeValue.value, values));
    return and(eq(attributeValue.attributeId, id), found);
  });
  const recorded = sql`exists (select 1 from ${attributeValue} where ${attributeValue.ownerId} = ${owner} and ${or(...byValue) ?? sql`0`})`;
  if (scope.owner === "participant") return or(like(participant.name), recorded);
  const kinds = (columns.find(({ id }) => id === "kind")?.choices ?? [])
    .filter(({ label }) => label.toLowerCase().includes(folded))
    .map(({ value }) => value);
  const inKind = sql`${document.kind} in ${kinds.length > 0 ? kinds : [""]}`;
  return or(like(document.name), like(document.date), like(document.groupName), like(document.note), inKind, recorded);
}
