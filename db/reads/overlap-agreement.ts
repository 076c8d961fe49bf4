// Which code two coders chose where both coded, with its confusion matrix at any level of the tree, and sets of codes.
import * as z from "zod";
import { overlapAgreement as agreementOf } from "@/lib/agreement/overlap-pairs";
import { setAgreement } from "@/lib/agreement/set-agreement";
import { idSchema } from "../id-schema";
import { AGREEMENT_UNITS, chosenPair, chosenProject, figureChoice } from "./agreement-choice";
import { projectRead } from "./read";
import { roundProject } from "./round-project";

/** What makes a pair of excerpts; the same choice opens the text behind a cell. */
export const overlapChoice = {
  projectId: idSchema,
  roundId: idSchema,
  first: idSchema.optional(),
  second: idSchema.optional(),
  documentIds: figureChoice.documentIds,
  /** The least intersection over union of a pair; 0: any character in common. */
  minIou: z.number().min(0).max(1).default(0),
  matching: z.enum(["all-pairs", "one-to-one"]).default("all-pairs"),
  withUnmatched: z.boolean().default(false),
  /** The depth of the tree at which choices are compared, 0 for the top themes; as chosen without it. */
  level: z.int().min(0).max(50).nullable().default(null),
};

export function overlapOptions(
  params: { minIou: number; matching: "all-pairs" | "one-to-one"; withUnmatched: boolean; level: number | null },
  coders: readonly [string, string],
) {
  const { minIou, matching, withUnmatched, level } = params;
  return { coders, minIou, matching, withUnmatched, level };
}

export const overlapAgreement = projectRead({
  name: "overlap-agreement",
  summary: "Which code was chosen where both coders coded: confusion matrix, its coefficients, and sets of codes.",
  who: ["lead", "coder", "observer"],
  params: z.object({ ...overlapChoice, unit: z.enum(AGREEMENT_UNITS).default("turn") }),
  slow: true,
  run(db, actor, params) {
    const found = roundProject(db, actor, params.roundId);
    const coders = chosenPair(found, params.first, params.second);
    const project = chosenProject(found, { documentIds: params.documentIds, interviewerTurns: true });
    const sets = (eitherCoded: boolean) =>
      setAgreement(project, { coders, unit: params.unit, rollUp: false, eitherCoded });
    return {
      pair: coders,
      overlap: agreementOf(project, overlapOptions(params, coders)),
      sets: { all: sets(false), eitherCoded: sets(true) },
    };
  },
});
