// Which code two coders chose where both coded, with its confusion matrix at any level of the tree, and sets of codes.
import * as z from "zod";
import { overlapAgreement as agreementOf } from "@/lib/agreement/overlap-pairs";
import { setAgreement } from "@/lib/agreement/set-agreement";
import { idSchema } from "../id-schema";
import { chosenPair, chosenProject, figureChoice } from "./agreement-choice";
import { projectRead } from "./read";
import { roundProject } from "./round-project";

/** What makes a pair of excerpts; the same choice opens the text behind a cell. */
export const overlapChoice = {
  projectId: idSchema,
  roundId: idSchema,
  first: idSchema.optional(),
  second: idSchema.optional(),
  documentIds: figureChoice.documentIds,
  codeIds: figureChoice.codeIds,
  /** The least intersection over union of a pair; 0: any character in common. */
  minIou: z.number().min(0).max(1).default(0),
  matching: z.enum(["all-pairs", "one-to-one"]).default("all-pairs"),
  withUnmatched: z.boolean().default(false),
  /** The depth of the tree at which choices are compared, 0 for the top themes; as chosen without it. */
  level: z.int().min(0).max(50).nullable().default(null),
};

const overlapChoiceSchema = z.object(overlapChoice);

export function overlapOptions(params: z.output<typeof overlapChoiceSchema>, coders: readonly [string, string]) {
  const { minIou, matching, withUnmatched, level, codeIds } = params;
  return { coders, minIou, matching, withUnmatched, level, codeIds: codeIds && new Set(codeIds) };
}

export const overlapAgreement = projectRead({
  name: "overlap-agreement",
  summary: "Which code was chosen where both coders coded: confusion matrix, its coefficients, and sets of codes.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    ...overlapChoice,
    unit: figureChoice.unit,
    interviewerTurns: figureChoice.interviewerTurns,
    minShare: figureChoice.minShare,
  }),
  slow: true,
  run(db, actor, params) {
    const found = roundProject(db, actor, params.roundId);
    const coders = chosenPair(found, params.first, params.second);
    const project = chosenProject(found, { documentIds: params.documentIds, interviewerTurns: true });
    const { unit, minShare, codeIds } = params;
    const options = { coders, unit, minShare, rollUp: false, codeIds: codeIds && new Set(codeIds) };
    const sets = (eitherCoded: boolean) => setAgreement(chosenProject(found, params), { ...options, eitherCoded });
    return {
      pair: coders,
      overlap: agreementOf(project, overlapOptions(params, coders)),
      sets: { all: sets(false), eitherCoded: sets(true) },
    };
  },
});
