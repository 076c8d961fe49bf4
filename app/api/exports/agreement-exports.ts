import * as z from "zod";
import { answerRead } from "@/app/answer-read";
import { decoded } from "@/db/accounts/decoded";
import type { Actor } from "@/db/actor";
import type { ReadResult } from "@/db/reads";
import { agreementReport } from "@/db/reads/agreement-report";
import { fullAgreementReport } from "@/db/reads/full-agreement-report";
import type { Workspace } from "@/db/workspace";
import { agreementCsv } from "@/lib/writers/agreement-csv";
import { tableDocx } from "@/lib/writers/table-docx";
import { agreementTable } from "./agreement-table";

/** The report that the command prints, with what its ids are called. */
async function fullReport(workspace: Workspace, actor: Actor, params: unknown) {
  return (await answerRead(workspace, actor, fullAgreementReport, params)) as ReadResult<"full-agreement-report">;
}

export async function agreementCsvFile(workspace: Workspace, actor: Actor, params: unknown): Promise<string> {
  const { report, names } = await fullReport(workspace, actor, params);
  return agreementCsv(report, {
    coders: new Map(Object.entries(names.coders)),
    documents: new Map(Object.entries(names.documents)),
  });
}

export async function agreementJsonFile(workspace: Workspace, actor: Actor, params: unknown): Promise<string> {
  return `${JSON.stringify(await fullReport(workspace, actor, params), null, 1)}\n`;
}

/** The read's own parameters, and which of the intervals the table prints. */
export const agreementDocxParams = agreementReport.params.extend({
  interval: z.enum(["linearised", "jackknife", "bootstrap"]).optional(),
});

export async function agreementDocxFile(
  workspace: Workspace,
  actor: Actor,
  params: unknown,
  projectName: string,
): Promise<Uint8Array> {
  const { interval, ...asked } = decoded(agreementDocxParams, params);
  const report = (await answerRead(workspace, actor, agreementReport, asked)) as ReadResult<"agreement-report">;
  return tableDocx(agreementTable(report, projectName, interval ?? (asked.bootstrap ? "bootstrap" : "linearised")));
}
