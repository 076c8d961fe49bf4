// Add later rows to a survey: new respondents' answers come behind those that stand there, and no coding moves.
import fs from "node:fs";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import * as z from "zod";
import { withMoreAnswers } from "@/lib/readers/lay-survey";
import { Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import { insertAttribute, insertQuestion } from "../arriving-survey";
import type { PreparedSurvey } from "../build-staged-survey";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { insertRespondents, insertValues, labelRespondents, respondentsOf } from "../insert-respondents";
import { layRevision, newestRevision } from "../lay-revision";
import { passphraseSchema } from "../pseudonym-key";
import { ImportPseudonyms, type SealedImport } from "../pseudonymise-import";
import { attribute, document, original, surveyQuestion } from "../schema";
import { discardStaged, findStaged, keepOriginal, type StagedMeta } from "../staged-import";
import { surveyOf } from "../survey-layout";
import { transcriptOf } from "../transcript-of";
import { projectAct } from "./act";
import { withBuiltSurvey } from "./import-survey";

export const addSurveyRows = projectAct({
  name: "add-survey-rows",
  summary: "Adds the rows of a staged file to a survey, as far as their respondents are not in it yet.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    surveyId: idSchema,
    stageId: idSchema,
    /** Puts pseudonyms in the place of names before anything is stored. */
    pseudonyms: z.object({ passphrase: passphraseSchema }).optional(),
  }),
  secret: ["pseudonyms"],
  async prepare({ projectId, surveyId, stageId, pseudonyms }, folder, actor, tools, db): Promise<StagedSurvey> {
    const { layout } = surveyOf(db, projectId, surveyId);
    if (!pseudonyms) assertPlain(db, surveyId);
    const staged = await findStaged(folder, stageId, projectId, actor.userId);
    const naming = pseudonyms ? await ImportPseudonyms.open(db, projectId, pseudonyms.passphrase) : null;
    const job = {
      columns: layout.columns.map(({ column, kind }) => ({ column, kind })),
      leaveOut: layout.leaveOut,
      headerRows: layout.headerRows,
      inPieces: false,
      ...(naming ? { pseudonyms: naming.table } : {}),
    };
    const read = async (built: string) => JSON.parse(await fs.promises.readFile(built, "utf8")) as PreparedSurvey;
    // Written by this program's own child.
    const survey = await withBuiltSurvey(tools, staged, job, read);
    const { counts, identifier, questions } = survey;
    if (counts.missing > 0) throw new Refusal("survey-columns-missing", 422, { count: counts.missing });
    if (identifier === null) throw new Refusal("survey-no-identifier", 422);
    const sealed = new Map<string, SealedImport>();
    for (const { column } of naming ? questions : []) {
      if (naming) sealed.set(column, await naming.sealedCopy(folder, staged));
    }
    if (!naming) await keepOriginal(folder, staged);
    return { survey, meta: staged.meta, sealed: naming ? sealed : null };
  },
  afterwards(input, folder) {
    discardStaged(folder, input.stageId);
  },
  run(tx, actor, { surveyId, stageId }, { now, newId, prepared }) {
    const { layout } = surveyOf(tx, actor.projectId, surveyId);
    const { survey: laid, meta, sealed } = prepared;
    // Names may have been replaced since it was prepared.
    if (!sealed) assertPlain(tx, surveyId);
    const known = respondentsOf(tx, surveyId);
    const names = laid.respondents.filter((name) => !known.has(name));
    const added = new Set(names);
    const made = insertRespondents(tx, { projectId: actor.projectId, surveyId }, names, newId);
    const ids = new Map(names.map((name, i) => [name, made[i] ?? ""]));
    const titles = new Map(layout.columns.map(({ column, title }) => [column, title]));
    const documents = laid.questions.flatMap((question) => {
      const where = and(eq(surveyQuestion.surveyId, surveyId), eq(surveyQuestion.column, question.column));
      const row = tx.select().from(surveyQuestion).where(where).get();
      const name = titles.get(question.column) ?? question.column;
      if (!row) {
        if (question.transcript.turns.length === 0) return [];
        // Nobody had answered this one before.
        const documentId = newId();
        const first = { documentId, name, surveyId, meta, question, stageId, sealed: sealed?.get(question.column) };
        const revisionId = insertQuestion(tx, actor, first, now, newId);
        labelRespondents(tx, documentId, labelsOf(question), ids);
        return [{ documentId, revisionId }];
      }
      const isNew = (label: string) => added.has(label);
      return appendAnswers(tx, actor, row.documentId, question, isNew, { ids, meta, sealed, now, newId });
    });
    // In the order of the file's rows; null for those who are known, whose values stay as they are.
    const owners = laid.respondents.map((name) => ids.get(name) ?? null);
    const attributes = laid.attributes.map((each) => ({
      attributeId: attributeFor(tx, actor, surveyId, each, owners, titles.get(each.column), newId),
      values: each.values,
    }));
    insertValues(tx, attributes, owners);
    return {
      result: {
        surveyId,
        documents,
        added: names.length,
        known: laid.respondents.length - names.length,
        leftOut: laid.counts.leftOut,
        newColumns: laid.columns.filter((column) => !titles.has(column)).length,
      },
      final: "the rows may have been read and coded since",
      trace: { projectId: actor.projectId, surveyId, sha256: meta.sha256, documents, respondents: names.length },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});

interface StagedSurvey {
  readonly survey: PreparedSurvey;
  readonly meta: StagedMeta;
  /** Column of a question → where its document's copy of the file lies sealed; null where no names are replaced. */
  readonly sealed: ReadonlyMap<string, SealedImport> | null;
}

/** Refuses where names were replaced in the survey's documents: later rows would bring them back. */
function assertPlain(tx: Tx, surveyId: string): void {
  const replaced = tx
    .select({ id: document.id })
    .from(surveyQuestion)
    .innerJoin(document, eq(document.id, surveyQuestion.documentId))
    .where(and(eq(surveyQuestion.surveyId, surveyId), isNotNull(document.pseudonymisedAt)))
    .get();
  if (replaced) throw new Refusal("survey-has-pseudonyms", 422);
}

function labelsOf(question: PreparedSurvey["questions"][number]): string[] {
  return question.transcript.turns.flatMap(({ label }) => (label === null ? [] : [label]));
}

interface Moment {
  readonly ids: ReadonlyMap<string, string>;
  readonly meta: StagedMeta;
  readonly sealed: StagedSurvey["sealed"];
  readonly now: string;
  readonly newId: () => string;
}

/** Nothing for a document that was taken out, or to which there is no new answer. */
function appendAnswers(
  tx: Tx,
  actor: Member,
  documentId: string,
  question: PreparedSurvey["questions"][number],
  isNew: (label: string) => boolean,
  { ids, meta, sealed, now, newId }: Moment,
): { documentId: string; revisionId: string }[] {
  const present = and(eq(document.id, documentId), isNull(document.removedAt));
  if (!tx.select({ id: document.id }).from(document).where(present).get()) return [];
  const before = transcriptOf(tx, newestRevision(tx, documentId).id);
  const { transcript, changes, answers } = withMoreAnswers(before, question.transcript, isNew);
  if (answers === 0) return [];
  const laid = { documentId, transcript, changes, reason: "survey-rows" as const, rounds: "keep" as const, now, newId };
  const { revisionId } = layRevision(tx, actor, laid);
  labelRespondents(tx, documentId, labelsOf(question).filter(isNew), ids);
  const { sha256, bytes, format, encoding } = meta;
  const copy = sealed?.get(question.column);
  tx.insert(original)
    .values({
      ...{ documentId, sha256, bytes, encoding },
      id: copy?.originalId ?? newId(),
      fileName: copy ? copy.renames.names(meta.fileName) : meta.fileName,
      format: format ?? "csv",
      sealed: copy !== undefined,
    })
    .run();
  return [{ documentId, revisionId }];
}

/** The attribute of a column, with the new values among its choices. */
function attributeFor(
  tx: Tx,
  actor: Member,
  surveyId: string,
  laid: PreparedSurvey["attributes"][number],
  owners: readonly (string | null)[],
  title: string | undefined,
  newId: () => string,
): string {
  const where = and(eq(attribute.surveyId, surveyId), eq(attribute.column, laid.column));
  const row = tx.select().from(attribute).where(where).get();
  if (!row) {
    const id = newId();
    insertAttribute(tx, actor, { id, name: title ?? laid.column, surveyId, attribute: laid });
    return id;
  }
  const values = laid.values.filter((value, i) => value !== null && owners[i] !== null);
  const listed = row.choices ?? [];
  const known = new Set(listed.map(({ value }) => value));
  const more = [...new Set(values)].flatMap((value) => (value === null || known.has(value) ? [] : [value]));
  if (row.kind === "choice" && more.length > 0) {
    const choices = [...listed, ...more.map((value) => ({ value, label: value }))];
    tx.update(attribute)
      .set({ choices, version: row.version + 1 })
      .where(eq(attribute.id, row.id))
      .run();
  } else if (row.kind !== "choice" && row.kind !== laid.kind && values.length > 0) {
    // A value that is no number or no day is kept as it was written; so the column is text from now on.
    tx.update(attribute)
      .set({ kind: "text", version: row.version + 1 })
      .where(eq(attribute.id, row.id))
      .run();
  }
  return row.id;
}
