// The rows of a survey's respondents: themselves, what they are called in its documents, and their attributes' values.
import { eq, sql } from "drizzle-orm";
import type { Tx } from "./connection";
import { attributeValue, participant, speakerLabel } from "./schema";

/** Rows in statements of 500, as JSON where there may be millions: one statement each would take minutes. */
const CHUNK = 500;
const VALUE_CHUNK = 20_000;

/** Name → id of everybody who answered the survey so far. */
export function respondentsOf(tx: Tx, surveyId: string): Map<string, string> {
  const rows = tx
    .select({ id: participant.id, name: participant.name })
    .from(participant)
    .where(eq(participant.surveyId, surveyId))
    .all();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Returns their ids, in the order of the names. */
export function insertRespondents(
  tx: Tx,
  where: { readonly projectId: string; readonly surveyId: string },
  names: readonly string[],
  newId: () => string,
): string[] {
  // Rising ids keep the rows that hang on them together on the disk.
  const ids = names.map(newId).sort();
  const rows = names.map((name, i) => ({ ...where, id: ids[i] ?? newId(), name, role: "participant" as const }));
  for (let at = 0; at < rows.length; at += CHUNK) {
    tx.insert(participant)
      .values(rows.slice(at, at + CHUNK))
      .run();
  }
  return rows.map(({ id }) => id);
}

export function labelRespondents(
  tx: Tx,
  documentId: string,
  labels: readonly string[],
  ids: ReadonlyMap<string, string>,
): void {
  const rows = [...new Set(labels)].flatMap((label) => {
    const participantId = ids.get(label);
    return participantId === undefined ? [] : [{ documentId, label, participantId }];
  });
  for (let at = 0; at < rows.length; at += CHUNK) {
    tx.insert(speakerLabel)
      .values(rows.slice(at, at + CHUNK))
      .run();
  }
}

/** What the attributes have for the respondents; a list of values is in the order of the respondents. */
export interface RespondentValues {
  readonly attributeId: string;
  readonly values: readonly (string | null)[];
}

/**
 * `owners` are in the order of the values, null for who gets none. Respondent by respondent: their ids rise, so both
 * indices of the table are written at their ends, which for millions of values is many times quicker.
 */
export function insertValues(
  tx: Tx,
  attributes: readonly RespondentValues[],
  owners: readonly (string | null)[],
): void {
  let rows: [string, string, string][] = [];
  const flush = () => {
    if (rows.length === 0) return;
    tx.run(sql`
      insert into ${attributeValue} (attribute_id, owner_id, value, version)
      select json_extract(each.value, '$[0]'), json_extract(each.value, '$[1]'), json_extract(each.value, '$[2]'), 1
      from json_each(${JSON.stringify(rows)}) as each`);
    rows = [];
  };
  for (const [i, owner] of owners.entries()) {
    if (owner === null) continue;
    for (const { attributeId, values } of attributes) {
      const value = values[i] ?? null;
      if (value !== null) rows.push([attributeId, owner, value]);
    }
    if (rows.length >= VALUE_CHUNK) flush();
  }
  flush();
}
