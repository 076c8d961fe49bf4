// How the figure depends on what is counted: the same codings by turn, sentence, paragraph, character and document.
import * as z from "zod";
import { acrossCodes } from "@/lib/agreement/across-codes";
import { TEXT_UNITS } from "@/lib/agreement/agreement-project";
import { agreementReport } from "@/lib/agreement/agreement-report";
import { agreementChoice, chosenPair, chosenProject, reportOptions } from "./agreement-choice";
import { projectRead } from "./read";
import { roundProject } from "./round-project";

const { unit: _unit, ...choiceWithoutUnit } = agreementChoice;

export const agreementByUnit = projectRead({
  name: "agreement-by-unit",
  summary: "Cohen's kappa of two coders of a revealed round for each code, by every unit side by side.",
  who: ["lead", "coder", "observer"],
  params: z.object(choiceWithoutUnit),
  slow: true,
  run(db, actor, params) {
    const found = roundProject(db, actor, params.roundId);
    const coders = chosenPair(found, params.first, params.second);
    const project = chosenProject(found, params);
    return {
      units: TEXT_UNITS.map((unit) => {
        const options = reportOptions({ ...params, unit }, coders);
        const report = agreementReport(project, options);
        const own = options.rollUp ? agreementReport(project, { ...options, rollUp: false }) : report;
        const { summed, pooledKappa, meanKappa } = acrossCodes(own.codes.map((code) => code.pooled.table));
        return {
          unit,
          items: report.counted.items,
          codes: report.codes.map(({ codeId, pooled }) => ({
            codeId,
            kappa: pooled.cohenKappa,
            percentAgreement: pooled.percentAgreement,
            positiveAgreement: pooled.positiveAgreement,
          })),
          across: { summed: summed.cohenKappa, pooledKappa, meanKappa },
        };
      }),
    };
  },
});
