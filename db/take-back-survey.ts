// Takes out what is stored of a survey that was still on its way in, a little at a time.
import { setImmediate } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import type { Db, Sqlite } from "./connection";
import { ARRIVING, attribute, document, original, revision, survey, surveyQuestion } from "./schema";
import { writeUnflushed } from "./write-unflushed";

const ROWS = 2_500;
const RESPONDENTS = 30;

/** Step by step, each in a transaction of its own: the rows first, last what says that they were on their way. */
function* stepsBack(db: Db, surveyId: string): Generator<undefined> {
  const marked = and(eq(survey.id, surveyId), eq(survey.removedAt, ARRIVING));
  if (!db.select({ id: survey.id }).from(survey).where(marked).get()) return;
  const sqlite = db.$client;
  const documentIds = db
    .select({ id: surveyQuestion.documentId })
    .from(surveyQuestion)
    .where(eq(surveyQuestion.surveyId, surveyId))
    .all()
    .map(({ id }) => id);
  const labels = sqlite.prepare(
    "delete from speaker_label where rowid in (select rowid from speaker_label where document_id = ? limit ?)",
  );
  const turns = sqlite.prepare(
    `delete from turn where rowid in (select turn.rowid from turn join revision on revision.id = turn.revision_id
      where revision.document_id = ? limit ?)`,
  );
  for (const documentId of documentIds) {
    while (labels.run(documentId, ROWS).changes > 0) yield;
    while (turns.run(documentId, ROWS).changes > 0) yield;
  }
  while (removeRespondents(sqlite, surveyId) > 0) yield;
  db.transaction((tx) => {
    tx.delete(surveyQuestion).where(eq(surveyQuestion.surveyId, surveyId)).run();
    tx.delete(original).where(inArray(original.documentId, documentIds)).run();
    tx.delete(revision).where(inArray(revision.documentId, documentIds)).run();
    tx.delete(document).where(inArray(document.id, documentIds)).run();
    tx.delete(attribute).where(eq(attribute.surveyId, surveyId)).run();
    tx.delete(survey).where(marked).run();
  });
}

/** Some of them with their values. Returns how many. */
function removeRespondents(sqlite: Sqlite, surveyId: string): number {
  const some = sqlite.prepare("select id from participant where survey_id = ? limit ?").pluck();
  const ids = JSON.stringify(some.all(surveyId, RESPONDENTS));
  const among = "(select value from json_each(?))";
  // Their labels are gone. For each of them the reference would be looked for among all labels of all surveys.
  sqlite.pragma("foreign_keys = off");
  try {
    return sqlite.transaction(() => {
      sqlite.prepare(`delete from attribute_value where owner_id in ${among}`).run(ids);
      return sqlite.prepare(`delete from participant where id in ${among}`).run(ids).changes;
    })();
  } finally {
    sqlite.pragma("foreign_keys = on");
  }
}

/** Between other people's requests. When the database is closed in the middle, the next start does the rest. */
export async function takeBackSurvey(db: Db, surveyId: string): Promise<void> {
  const steps = stepsBack(db, surveyId);
  while (db.$client.open && !writeUnflushed(db.$client, () => steps.next()).done) await setImmediate();
}

/** At the start, when nothing can be on its way: what an end in the middle left behind. */
export function takeBackArrivingSurveys(db: Db): void {
  const left = db.select({ id: survey.id }).from(survey).where(eq(survey.removedAt, ARRIVING)).all();
  for (const { id } of left) writeUnflushed(db.$client, () => [...stepsBack(db, id)]);
}
