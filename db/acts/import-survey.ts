// Import a survey: a document for each question in free text, attributes of the respondents for the others, all or none.
import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import type { Actor } from "../actor";
import { type ArrivedSurvey, layInSurvey, showSurvey } from "../arriving-survey";
import { type BuildSurveyJob, columnKindSchema, leaveOutSchema } from "../build-staged-survey";
import type { Db } from "../connection";
import type { DataFolder } from "../data-folder";
import { idSchema, nameSchema } from "../id-schema";
import { memberOf } from "../membership";
import { newId } from "../new-id";
import { passphraseSchema } from "../pseudonym-key";
import { ImportPseudonyms } from "../pseudonymise-import";
import { survey } from "../schema";
import {
  assertStagedKind,
  discardStaged,
  findStaged,
  keepOriginal,
  type StagedFile,
  type StagedMeta,
} from "../staged-import";
import { beginArrival, endArrival } from "../survey-arrivals";
import type { SurveyLayout } from "../survey-layout";
import type { SurveyHead } from "../survey-pieces";
import { takeBackSurvey } from "../take-back-survey";
import { type PrepareTools, projectAct } from "./act";

const columnSchema = z.object({
  /** Its place in the file. */
  index: z.int().min(0),
  kind: columnKindSchema,
  /** What the document or the attribute is called. */
  name: nameSchema,
  documentId: idSchema.optional(),
  attributeId: idSchema.optional(),
});

const inputSchema = z.object({
  projectId: idSchema,
  stageId: idSchema,
  surveyId: idSchema,
  name: nameSchema,
  /** As the person saw it: a file that was read in another way meanwhile is refused. */
  headerRows: z.int().min(0).max(10),
  columns: z.array(columnSchema).max(4_000),
  leaveOut: leaveOutSchema,
  /** Puts pseudonyms in the place of names before anything is stored. */
  pseudonyms: z.object({ passphrase: passphraseSchema }).optional(),
});

type Input = z.output<typeof inputSchema>;

interface Prepared {
  readonly arrived: ArrivedSurvey;
  readonly meta: StagedMeta;
}

/** A staged survey laid out by a child, in a file that lasts as long as `use`. */
export async function withBuiltSurvey<T>(
  tools: PrepareTools,
  staged: StagedFile,
  job: Omit<BuildSurveyJob, "readPath" | "outPath">,
  use: (path: string) => Promise<T>,
): Promise<T> {
  assertStagedKind(staged, "survey");
  const outPath = path.join(staged.paths.dir, `survey.${newId()}.json`);
  try {
    await tools.buildSurvey({ readPath: staged.paths.read, outPath, ...job });
    return await use(outPath);
  } finally {
    await fs.promises.rm(outPath, { force: true });
  }
}

/** Stores all of it, hidden; the act itself then only shows it. */
async function laidIn(
  input: Input,
  folder: DataFolder,
  actor: Actor,
  tools: PrepareTools,
  db: Db,
): Promise<Prepared | undefined> {
  const { projectId, stageId, surveyId } = input;
  // Done by the request before this one: the runner has its answer, or says that the id is taken.
  if (db.select({ id: survey.id }).from(survey).where(eq(survey.id, surveyId)).get()) return undefined;
  const staged = await findStaged(folder, stageId, projectId, actor.userId);
  const { pseudonyms } = input;
  const naming = pseudonyms ? await ImportPseudonyms.open(db, projectId, pseudonyms.passphrase) : null;
  const asked = (index: number) => input.columns.find((each) => each.index === index);
  const job = {
    columns: input.columns.map(({ index, kind }) => ({ column: index, kind })),
    leaveOut: input.leaveOut,
    headerRows: input.headerRows,
    inPieces: true,
    ...(naming ? { pseudonyms: naming.table } : {}),
  };
  const words = (text: string) => (naming ? naming.renames.words(text) : text);
  return withBuiltSurvey(tools, staged, job, async (built) => {
    if (!naming) await keepOriginal(folder, staged);
    const arriving = {
      ...{ surveyId, stageId, meta: staged.meta },
      sealedCopy: naming ? () => naming.sealedCopy(folder, staged) : null,
      name: naming ? naming.renames.names(input.name) : input.name,
      layout: (head: SurveyHead) => layoutOf(input, head, words),
      asked: (column: string, head: SurveyHead) => {
        const chosen = asked(head.columns.indexOf(column));
        return { ...chosen, name: words(chosen?.name ?? column) };
      },
    };
    return { arrived: await layInSurvey(db, memberOf(db, actor, projectId), arriving, built), meta: staged.meta };
  });
}

function layoutOf(input: Input, head: SurveyHead, words: (text: string) => string): SurveyLayout {
  const columns = input.columns.flatMap(({ index, kind, name }) => {
    const column = head.columns[index];
    return kind === "ignore" || column === undefined ? [] : [{ column, kind, title: words(name) }];
  });
  const { producer, sheet } = head;
  return { producer, sheet, headerRows: input.headerRows, leaveOut: input.leaveOut, columns };
}

export const importSurvey = projectAct({
  name: "import-survey",
  summary:
    "Turns a staged survey into documents, one for each question in free text, and attributes of its respondents.",
  who: ["lead"],
  input: inputSchema,
  secret: ["pseudonyms"],
  async prepare(input, folder, actor, tools, db): Promise<Prepared | undefined> {
    const identifiers = input.columns.filter(({ kind }) => kind === "identifier").length;
    if (identifiers > 1) throw new Refusal("survey-two-identifiers", 422);
    const { surveyId } = input;
    await beginArrival(db, surveyId);
    let prepared: Prepared | undefined;
    try {
      prepared = await laidIn(input, folder, actor, tools, db);
      return prepared;
    } catch (error) {
      // What is not taken out now is at the next start; why it failed is what the person is told.
      await takeBackSurvey(db, surveyId).catch(() => {});
      throw error;
    } finally {
      if (!prepared) endArrival(db, surveyId);
    }
  },
  abandon({ arrived: { surveyId } }, db) {
    void takeBackSurvey(db, surveyId)
      .catch(() => {})
      .finally(() => endArrival(db, surveyId));
  },
  afterwards(input, folder, db) {
    endArrival(db, input.surveyId);
    discardStaged(folder, input.stageId);
  },
  run(tx, actor, { surveyId }, { now, prepared }) {
    if (!prepared) throw new Refusal("id-taken", 409);
    const { arrived, meta } = prepared;
    const { head, documents, attributeIds } = arrived;
    showSurvey(tx, arrived, now);
    return {
      result: {
        surveyId,
        documents: [...documents],
        attributes: attributeIds.length,
        respondents: head.respondents,
        leftOut: head.counts.leftOut,
        withoutAnswers: head.questions - documents.length,
      },
      inverse: { act: "remove-survey", input: { projectId: actor.projectId, surveyId } },
      trace: {
        projectId: actor.projectId,
        surveyId,
        sha256: meta.sha256,
        documents,
        attributes: attributeIds,
        respondents: head.respondents,
      },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
