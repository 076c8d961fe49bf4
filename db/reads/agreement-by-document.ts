// The agreement of two coders on each code in each document: what the heat map shows.
import * as z from "zod";
import { agreementReport } from "@/lib/agreement/agreement-report";
import { cohenKappa } from "@/lib/agreement/cohen-kappa";
import { agreementChoice, chosenReport } from "./agreement-choice";
import { projectRead } from "./read";

export const agreementByDocument = projectRead({
  name: "agreement-by-document",
  summary: "Cohen's kappa and the 2×2 counts of two coders of a revealed round for each code in each document.",
  who: ["lead", "coder", "observer"],
  params: z.object(agreementChoice),
  slow: true,
  run(db, actor, params) {
    const { found, project, options } = chosenReport(db, actor, params.roundId, params);
    const report = agreementReport(project, options);
    const names = new Map(found.documents.map(({ id, name }) => [id, name]));
    return {
      documents: report.documents.map((id) => ({ id, name: names.get(id) ?? "" })),
      codes: report.codes.map(({ codeId, tables, pooled }) => ({
        codeId,
        pooled: pooled.cohenKappa,
        /** In the order of the documents. */
        cells: tables.map((table) => ({ table, kappa: cohenKappa(table) })),
      })),
    };
  },
});
