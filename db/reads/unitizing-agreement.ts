// What the coders of a revealed round cut out of the text within one theme: the unitizing alphas, and gamma when asked.
import * as z from "zod";
import { unitizingAgreement as agreementOf } from "@/lib/agreement/unitizing-project";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { chosenProject, figureChoice } from "./agreement-choice";
import { projectRead } from "./read";
import { roundProject } from "./round-project";

export const unitizingAgreement = projectRead({
  name: "unitizing-agreement",
  summary: "Krippendorff's unitizing alphas of 1995 and 2016 within one theme, and gamma when samples are asked for.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    projectId: idSchema,
    roundId: idSchema,
    /** Two or more; all coders of the round without it. */
    coderIds: z.array(idSchema).min(2).max(52).optional(),
    documentIds: figureChoice.documentIds,
    /** The theme whose sub-themes are the values; null: the themes themselves. */
    domain: idSchema.nullable().default(null),
    gamma: z
      .object({
        samples: z.int().min(2).max(1_000).default(30),
        seed: z.int().min(0).max(4_294_967_295).default(1),
      })
      .optional(),
  }),
  slow: true,
  run(db, actor, params) {
    const found = roundProject(db, actor, params.roundId);
    const known = found.coders.map(({ id }) => id);
    const coders = params.coderIds ?? known;
    if (!coders.every((id) => known.includes(id))) throw notFound();
    if (new Set(coders).size < 2) throw new Refusal("coders-too-few", 422);
    if (params.domain !== null && !found.codes.some(({ id }) => id === params.domain)) throw notFound();
    const project = chosenProject(found, { documentIds: params.documentIds, interviewerTurns: true });
    return agreementOf(project, { coders: [...new Set(coders)], domain: params.domain, gamma: params.gamma });
  },
});
