// Names outside the words of the talk: of documents, files, participants, labels, attributes, surveys, and in the journal.
import { and, eq, inArray, isNotNull, isNull, ne, notInArray, or } from "drizzle-orm";
import type { Tx } from "./connection";
import {
  ARRIVING,
  attribute,
  attributeValue,
  document,
  journal,
  original,
  participant,
  recording,
  speakerLabel,
  speakerRule,
  survey,
  surveyQuestion,
} from "./schema";

export type Rename = (words: string) => string;

/** `names`: of people, documents and files, in any case of letters. `words`: in prose, where hope is not Hope. */
export interface Renames {
  readonly names: Rename;
  readonly words: Rename;
}

/** Acts whose entries hold the team's own words, or none at all: those stay as they are. */
const LEFT_ALONE = [
  "apply-code",
  "apply-codes",
  "remove-coding",
  "remove-codings",
  "revive-coding",
  "move-coding",
  "restore-boundaries",
  "recode-coding",
  "recode-codings",
  "recode-back",
  "split-coding",
  "merge-codings",
  "star-coding",
  "begin-coding",
  "submit-coding",
  "reopen-coding",
  "act-together",
  "write-memo",
  "restore-memo",
  "add-code",
  "reword-code",
  "restore-wording",
  "move-code",
  "move-codes",
  "merge-codes",
  "split-code",
  "retire-code",
  "unretire-code",
  "remove-code",
  "revive-code",
  "take-back-code",
  "bring-back-code",
  "adopt-code",
  "open-round",
  "reveal-round",
  "settle-disagreement",
  "withdraw-ruling",
  "revive-ruling",
  "create-project",
  "rename-project",
  "invite-member",
  "withdraw-invitation",
  "remove-member",
];

/** Every string within a value of JSON, its keys left as they are. */
export function renamedWithin<T>(value: T, rename: Rename): T {
  const renamed = (each: unknown): unknown => {
    if (typeof each === "string") return rename(each);
    if (Array.isArray(each)) return each.map(renamed);
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, renamed(inner)]));
  };
  return renamed(value) as T;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Of the documents given: their names, what is noted about them, their files and recordings. */
export function replaceInDocuments(tx: Tx, documentIds: readonly string[], { names, words }: Renames): void {
  for (const id of documentIds) {
    const row = tx.select().from(document).where(eq(document.id, id)).get();
    if (!row) continue;
    const { name, groupName, note } = row;
    tx.update(document)
      .set({ name: names(name), groupName: groupName === null ? null : words(groupName), note: words(note) })
      .where(eq(document.id, id))
      .run();
    for (const file of tx.select().from(original).where(eq(original.documentId, id)).all()) {
      tx.update(original)
        .set({ fileName: names(file.fileName) })
        .where(eq(original.id, file.id))
        .run();
    }
    for (const file of tx.select().from(recording).where(eq(recording.documentId, id)).all()) {
      tx.update(recording)
        .set({ fileName: names(file.fileName), leadOnly: true, version: file.version + 1 })
        .where(eq(recording.id, file.id))
        .run();
    }
  }
}

/** The labels of one document, as its turns have them now; each stays with its participant. */
export function replaceLabels(tx: Tx, documentId: string, labels: ReadonlyMap<string, string>): void {
  const rows = tx.select().from(speakerLabel).where(eq(speakerLabel.documentId, documentId)).all();
  const changed = rows.filter((row) => labels.has(row.label));
  for (const row of changed) {
    tx.delete(speakerLabel)
      .where(and(eq(speakerLabel.documentId, documentId), eq(speakerLabel.label, row.label)))
      .run();
  }
  for (const row of changed) {
    const label = labels.get(row.label) ?? row.label;
    tx.insert(speakerLabel).values({ documentId, label, participantId: row.participantId }).onConflictDoNothing().run();
  }
}

/** What the whole project has: participants, rules for speakers, attributes, surveys, and the journal's entries of them. */
export function replaceInProject(tx: Tx, projectId: string, { names, words }: Renames): void {
  replaceInParticipants(tx, projectId, names);
  for (const row of tx.select().from(speakerRule).where(eq(speakerRule.projectId, projectId)).all()) {
    const next = { name: names(row.name), decisions: renamedWithin(row.decisions, names) };
    if (!isSame(next, { name: row.name, decisions: row.decisions })) {
      tx.update(speakerRule).set(next).where(eq(speakerRule.id, row.id)).run();
    }
  }
  replaceInAttributes(tx, projectId, words);
  for (const row of tx.select().from(survey).where(eq(survey.projectId, projectId)).all()) {
    tx.update(survey)
      .set({ name: names(row.name) })
      .where(eq(survey.id, row.id))
      .run();
    for (const each of tx.select().from(surveyQuestion).where(eq(surveyQuestion.surveyId, row.id)).all()) {
      tx.update(surveyQuestion)
        .set({ question: words(each.question) })
        .where(eq(surveyQuestion.documentId, each.documentId))
        .run();
    }
  }
  replaceInJournal(tx, projectId, names);
}

function replaceInParticipants(tx: Tx, projectId: string, rename: Rename): void {
  const rows = tx.select().from(participant).where(eq(participant.projectId, projectId)).all();
  // Within a survey the name identifies the respondent: it stays one of a kind.
  const taken = new Set(rows.map((row) => `${row.surveyId} ${row.name}`));
  for (const row of rows) {
    const wanted = rename(row.name);
    if (wanted === row.name) continue;
    let name = wanted;
    for (let n = 2; row.surveyId !== null && taken.has(`${row.surveyId} ${name}`); n++) name = `${wanted} (${n})`;
    taken.add(`${row.surveyId} ${name}`);
    tx.update(participant)
      .set({ name, version: row.version + 1 })
      .where(eq(participant.id, row.id))
      .run();
  }
}

function replaceInAttributes(tx: Tx, projectId: string, rename: Rename): void {
  const attributes = tx.select().from(attribute).where(eq(attribute.projectId, projectId)).all();
  for (const row of attributes) {
    const choices = renamedWithin(row.choices, rename);
    const name = rename(row.name);
    if (name !== row.name || !isSame(choices, row.choices)) {
      tx.update(attribute).set({ name, choices }).where(eq(attribute.id, row.id)).run();
    }
    if (row.kind !== "text" && row.kind !== "choice") continue;
    const values = tx
      .selectDistinct({ value: attributeValue.value })
      .from(attributeValue)
      .where(eq(attributeValue.attributeId, row.id))
      .all();
    for (const { value } of values) {
      const next = rename(value);
      if (next === value) continue;
      tx.update(attributeValue)
        .set({ value: next })
        .where(and(eq(attributeValue.attributeId, row.id), eq(attributeValue.value, value)))
        .run();
    }
  }
}

function replaceInJournal(tx: Tx, projectId: string, rename: Rename): void {
  const entries = tx
    .select({ id: journal.id, input: journal.input, inverse: journal.inverse })
    .from(journal)
    .where(and(eq(journal.projectId, projectId), notInArray(journal.act, LEFT_ALONE)))
    .all();
  for (const entry of entries) {
    const input = renamedWithin(entry.input, rename);
    const inverse = renamedWithin(entry.inverse, rename);
    if (isSame(input, entry.input) && isSame(inverse, entry.inverse)) continue;
    tx.update(journal).set({ input }).where(eq(journal.id, entry.id)).run();
    if (inverse !== null)
      tx.update(journal)
        .set({ inverse })
        .where(and(eq(journal.id, entry.id), isNotNull(journal.inverse)))
        .run();
  }
}

/** Ids in the order in which they were asked for, of documents that are there, removed ones among them. */
export function documentIdsOf(tx: Tx, projectId: string, wanted: "all" | readonly string[]): string[] {
  return tx
    .select({ id: document.id })
    .from(document)
    .where(
      and(
        eq(document.projectId, projectId),
        or(isNull(document.removedAt), ne(document.removedAt, ARRIVING)),
        wanted === "all" ? undefined : inArray(document.id, [...wanted]),
      ),
    )
    .orderBy(document.position, document.id)
    .all()
    .map((row) => row.id);
}
