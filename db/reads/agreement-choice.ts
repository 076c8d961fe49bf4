// What an agreement figure depends on: the same choice gives the report, its intervals and the places behind it.
import * as z from "zod";
import { type AgreementProject, TEXT_UNITS } from "@/lib/agreement/agreement-project";
import type { ReportOptions } from "@/lib/agreement/agreement-report";
import { notFound } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { type RoundProject, roundProject } from "./round-project";

/** Without the round; the trend over rounds takes it as it stands. */
export const figureChoice = {
  first: idSchema.optional(),
  second: idSchema.optional(),
  unit: z.enum(TEXT_UNITS).default("turn"),
  /** Turns of interviewers and moderators count as units, or are left out. */
  interviewerTurns: z.boolean().default(true),
  /** A unit counts as coded when this share of it is; any part of it without. */
  minShare: z.number().min(0).max(1).optional(),
  rollUp: z.boolean().default(true),
  /** All without it. */
  documentIds: z.array(idSchema).min(1).max(5_000).optional(),
  codeIds: z.array(idSchema).min(1).max(5_000).optional(),
};

export const agreementChoice = { projectId: idSchema, roundId: idSchema, ...figureChoice };

/** How sure a figure is said to be. The bootstrap is the dearest of the three. */
export const intervalChoice = {
  confidence: z.number().min(0.5).max(0.999).default(0.95),
  bootstrap: z
    .object({
      replicates: z.int().min(100).max(20_000).default(2_000),
      seed: z.int().min(0).max(4_294_967_295).default(1),
    })
    .optional(),
};

const figureChoiceSchema = z.object(figureChoice);
export type FigureChoice = z.output<typeof figureChoiceSchema>;

/** The chosen documents of a round. Throws `not-found` for a document that is not in it. */
export function chosenProject(
  found: RoundProject,
  choice: Pick<FigureChoice, "documentIds" | "interviewerTurns">,
): AgreementProject {
  const { project } = found;
  const units = choice.interviewerTurns ? project.documents : found.withoutInterviewers;
  if (!choice.documentIds) return { ...project, documents: units };
  const wanted = new Set(choice.documentIds);
  const documents = units.filter(({ id }) => wanted.has(id));
  if (documents.length < wanted.size) throw notFound();
  // What is coded elsewhere is not set aside: it was not asked about.
  return {
    ...project,
    documents,
    codings: project.codings.filter(({ documentId }) => wanted.has(documentId)),
    assignments: project.assignments?.filter(({ documentId }) => wanted.has(documentId)),
  };
}

/** The two coders to compare: as asked, else the first two. Throws `not-found` for one who did not code in the round. */
export function chosenPair(found: RoundProject, first?: string, second?: string): [string, string] {
  const ids = found.coders.map((each) => each.id);
  for (const asked of [first, second]) if (asked && !ids.includes(asked)) throw notFound();
  const a = first && ids.includes(first) ? first : ids.find((id) => id !== second);
  const b = second && ids.includes(second) && second !== a ? second : ids.find((id) => id !== a);
  if (!a || !b) throw notFound();
  return [a, b];
}

export function reportOptions(choice: FigureChoice, coders: readonly [string, string]): ReportOptions {
  const { unit, rollUp, minShare, codeIds } = choice;
  return { coders, unit, rollUp, minShare, codeIds: codeIds && new Set(codeIds) };
}

/** What the reads of one pair begin with: the round, its two coders, the chosen part of it and how it is counted. */
export function chosenReport(db: Tx, actor: Member, roundId: string, choice: FigureChoice) {
  const found = roundProject(db, actor, roundId);
  const coders = chosenPair(found, choice.first, choice.second);
  return { found, coders, project: chosenProject(found, choice), options: reportOptions(choice, coders) };
}
