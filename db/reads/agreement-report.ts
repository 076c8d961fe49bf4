// The agreement of two coders of a revealed round: per code and theme, pooled, with counts, and which code on overlaps.
import * as z from "zod";
import { agreementReport as reportOf } from "@/lib/agreement/agreement-report";
import { overlapAgreement } from "@/lib/agreement/overlap-pairs";
import { idSchema } from "../id-schema";
import { projectRead } from "./read";
import { chosenPair, roundProject } from "./round-project";

/** What a figure depends on; the same choice gives the places behind it. */
export const agreementChoice = {
  projectId: idSchema,
  roundId: idSchema,
  first: idSchema.optional(),
  second: idSchema.optional(),
  unit: z.enum(["turn", "character"]).default("turn"),
  rollUp: z.boolean().default(true),
};

export const agreementReport = projectRead({
  name: "agreement-report",
  summary: "Percent agreement and Cohen's kappa of two coders of a revealed round, with the 2×2 counts.",
  who: ["lead", "coder", "observer"],
  params: z.object(agreementChoice),
  run(db, actor, params) {
    const found = roundProject(db, actor, params.roundId);
    const coders = chosenPair(found, params.first, params.second);
    return {
      round: found.round,
      coders: found.coders,
      pair: coders,
      documents: found.documents.map(({ id, name }) => ({ id, name })),
      codes: found.codes,
      report: reportOf(found.project, { coders, unit: params.unit, rollUp: params.rollUp }),
      overlap: overlapAgreement(found.project, { coders }),
      overlapWithNone: overlapAgreement(found.project, { coders, withUnmatched: true }),
    };
  },
});
