// The whole agreement report of a revealed round for a program: every pair of coders, every chosen unit, all intervals.
import * as z from "zod";
import { TEXT_UNITS } from "@/lib/agreement/agreement-project";
import { reportJson } from "@/lib/agreement/report-json";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { chosenProject, figureChoice, intervalChoice } from "./agreement-choice";
import { projectRead } from "./read";
import { roundProject } from "./round-project";

const { first, second, unit: _unit, ...choiceForAll } = figureChoice;

export const fullAgreementReport = projectRead({
  name: "full-agreement-report",
  summary: "The report that `tandem agreement` prints: every pair of coders by every chosen unit, with all intervals.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    projectId: idSchema,
    roundId: idSchema,
    ...choiceForAll,
    /** Two or more; all coders of the round without it. `first` and `second` name a pair, as on the screen. */
    coderIds: z.array(idSchema).min(2).max(100).optional(),
    first,
    second,
    units: z.array(z.enum(TEXT_UNITS)).min(1).max(TEXT_UNITS.length).optional(),
    unit: z.enum(TEXT_UNITS).default("turn"),
    ...intervalChoice,
  }),
  slow: true,
  run(db, actor, params) {
    const found = roundProject(db, actor, params.roundId);
    const named = params.first && params.second ? [params.first, params.second] : undefined;
    const coders = params.coderIds ?? named ?? found.coders.map(({ id }) => id);
    if (!coders.every((id) => found.coders.some((coder) => coder.id === id))) throw notFound();
    if (new Set(coders).size < 2) throw new Refusal("coders-too-few", 422);
    const { rollUp, minShare, codeIds, confidence, bootstrap } = params;
    return {
      round: found.round,
      names: {
        coders: Object.fromEntries(found.coders.map(({ id, name }) => [id, name])),
        documents: Object.fromEntries(found.documents.map(({ id, name }) => [id, name])),
        codes: Object.fromEntries(found.codes.map(({ id, name }) => [id, name])),
      },
      report: reportJson(chosenProject(found, params), new Map(found.codes.map(({ id, name }) => [id, name])), {
        units: [...new Set(params.units ?? [params.unit])],
        coders: [...new Set(coders)],
        rollUp,
        minShare,
        codeIds: codeIds && new Set(codeIds),
        confidence,
        bootstrap,
        answers: found.answers,
      }),
    };
  },
});
