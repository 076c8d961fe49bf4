// A staged survey and what its columns are to be → its transcripts and attributes as a file: slow, so done in a child.
import fs from "node:fs/promises";
import * as z from "zod";
import { nameFinder } from "@/lib/pseudonyms/find-names";
import { type NameTable, nameTableSchema } from "@/lib/pseudonyms/name-entry";
import { pseudonymisedSurvey } from "@/lib/pseudonyms/pseudonymised-survey";
import type { NameFinders } from "@/lib/pseudonyms/pseudonymised-transcript";
import type { FileContent } from "@/lib/readers/file-content";
import { type LaidQuestion, type LaidSurvey, laySurvey } from "@/lib/readers/lay-survey";
import { SURVEY_FILTERS } from "@/lib/readers/survey-filters";
import { SURVEY_COLUMN_KINDS, type SurveyProducer } from "@/lib/readers/survey-read";
import { Refusal } from "@/lib/refusal";
import { type MeasuredTranscript, measuredTranscript } from "./build-staged-transcript";
import { writeSurveyPieces } from "./survey-pieces";
import { writeWhole } from "./write-whole";

export const columnKindSchema = z.enum(SURVEY_COLUMN_KINDS);
export const leaveOutSchema = z.array(z.enum(SURVEY_FILTERS)).max(SURVEY_FILTERS.length).readonly();

export const buildSurveyInput = z.object({
  readPath: z.string(),
  outPath: z.string(),
  columns: z.array(z.object({ column: z.union([z.int(), z.string()]), kind: columnKindSchema })).readonly(),
  leaveOut: leaveOutSchema,
  /** How many header rows the person saw; null where nobody looked. */
  headerRows: z.int().nullable(),
  /** Names that are replaced before anything is written. */
  pseudonyms: nameTableSchema.pick({ entries: true, endings: true }).optional(),
  /** In lines that can be stored one by one, for a survey that is new; else all of it as one. */
  inPieces: z.boolean(),
});

export type BuildSurveyJob = z.output<typeof buildSurveyInput>;

export type PreparedSurvey = Omit<LaidSurvey, "questions"> & {
  readonly producer: SurveyProducer;
  readonly sheet: string | null;
  readonly questions: readonly (LaidQuestion & MeasuredTranscript)[];
  /** The names of all of the file's columns. */
  readonly columns: readonly string[];
};

export async function buildStagedSurvey(job: BuildSurveyJob): Promise<PreparedSurvey> {
  const content = JSON.parse(await fs.readFile(job.readPath, "utf8")) as FileContent;
  if (content.kind !== "survey") throw new Refusal("stage-of-another-kind", 422);
  const { survey } = content;
  if (job.headerRows !== null && job.headerRows !== survey.headerRows) throw new Refusal("stage-of-another-kind", 422);
  const asItCame = laySurvey(survey, job.columns, job.leaveOut);
  const laid = job.pseudonyms ? pseudonymisedSurvey(asItCame, findersOf(job.pseudonyms)) : asItCame;
  const prepared: PreparedSurvey = {
    ...laid,
    producer: survey.producer,
    sheet: survey.sheet,
    questions: laid.questions.map((each) => ({ ...each, ...measuredTranscript(each.transcript) })),
    columns: survey.columns.map(({ name }) => name),
  };
  if (job.inPieces) await writeSurveyPieces(job.outPath, prepared);
  else await writeWhole(job.outPath, prepared);
  return prepared;
}

function findersOf({ entries, endings }: Pick<NameTable, "entries" | "endings">): NameFinders {
  return { inText: nameFinder(entries, { endings }), inLabels: nameFinder(entries, { endings, loosely: true }) };
}
