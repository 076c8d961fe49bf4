import * as z from "zod";
import type { Actor } from "@/db/actor";
import { attributeTable } from "@/db/attribute-table";
import { idSchema } from "@/db/id-schema";
import { codebook } from "@/db/reads/codebook";
import { codedQuotes } from "@/db/reads/coded-quotes";
import { fullAgreementReport } from "@/db/reads/full-agreement-report";
import { projectOverview } from "@/db/reads/project-overview";
import { runRead } from "@/db/reads/run-read";
import type { Workspace } from "@/db/workspace";
import { codePath, indexCodes, treeOrder } from "@/lib/codebook/tree";
import { type AttributesTable, attributesCsv, attributesXlsx } from "@/lib/writers/attributes-table";
import { codebookCsv } from "@/lib/writers/codebook-csv";
import { quotesCsv } from "@/lib/writers/quotes-csv";
import { quotesDocx } from "@/lib/writers/quotes-docx";
import { agreementCsvFile, agreementDocxFile, agreementDocxParams, agreementJsonFile } from "./agreement-exports";

type QuoteGroup = Parameters<typeof quotesDocx>[0]["groups"][number];
type QuotesAnswer = ReturnType<(typeof codedQuotes)["run"]>;
type CodebookAnswer = ReturnType<(typeof codebook)["run"]>;

export interface ExportFormat {
  readonly name: string;
  readonly summary: string;
  readonly contentType: string;
  readonly extension: string;
  /** What the file is called, after the names of the project and of its round. */
  readonly title: string;
  readonly params: z.ZodType<{ projectId: string; roundId?: string }>;
  /** Reads under the actor's own blinding, then writes. */
  readonly write: (
    workspace: Workspace,
    actor: Actor,
    params: unknown,
    projectName: string,
  ) => Promise<Uint8Array | string>;
}

/** One heading per code, in the order of the tree, as the read gives them. */
function groupsOf(answer: QuotesAnswer): QuoteGroup[] {
  const groups = new Map<string, { path: string[]; quotes: QuoteGroup["quotes"][number][] }>();
  for (const { codeId, path, words, attribution, document, participant, starred } of answer.quotes) {
    const group = groups.get(codeId) ?? { path: [...path], quotes: [] };
    groups.set(codeId, group);
    group.quotes.push({ words, attribution, document, participant, starred });
  }
  return [...groups.values()];
}

function quotesFor(workspace: Workspace, actor: Actor, params: unknown): QuoteGroup[] {
  return groupsOf(runRead(workspace, actor, codedQuotes, params) as QuotesAnswer);
}

function attributesFor(workspace: Workspace, actor: Actor, params: unknown): AttributesTable {
  return runRead(workspace, actor, attributeTable, params) as AttributesTable;
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const CSV = "text/csv; charset=utf-8";

export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  "quotes-docx": {
    name: "quotes-docx",
    summary: "Quotes of chosen codes (or of the starred alone) with their attribution, as a Word document.",
    contentType: DOCX,
    extension: "docx",
    title: "quotes",
    params: codedQuotes.params,
    write: async (workspace, actor, params, projectName) =>
      quotesDocx({ title: `${projectName}: quotes`, groups: quotesFor(workspace, actor, params) }),
  },
  "quotes-csv": {
    name: "quotes-csv",
    summary: "Quotes of chosen codes (or of the starred alone) with their attribution, one a row.",
    contentType: CSV,
    extension: "csv",
    title: "quotes",
    params: codedQuotes.params,
    write: async (workspace, actor, params) => quotesCsv(quotesFor(workspace, actor, params)),
  },
  "agreement-csv": {
    name: "agreement-csv",
    summary: "Every coefficient of a revealed round for each code, pooled and in each document, with intervals.",
    contentType: CSV,
    extension: "csv",
    title: "agreement",
    params: fullAgreementReport.params,
    write: agreementCsvFile,
  },
  "agreement-json": {
    name: "agreement-json",
    summary: "The agreement report of a revealed round as `tandem agreement` prints it.",
    contentType: "application/json; charset=utf-8",
    extension: "json",
    title: "agreement",
    params: fullAgreementReport.params,
    write: agreementJsonFile,
  },
  "agreement-docx": {
    name: "agreement-docx",
    summary: "The agreement of two coders of a revealed round as a table in a Word document.",
    contentType: DOCX,
    extension: "docx",
    title: "agreement",
    params: agreementDocxParams,
    write: agreementDocxFile,
  },
  "attributes-csv": {
    name: "attributes-csv",
    summary:
      "What is recorded of the participants (owner=participant), of a survey's respondents (with surveyId) or of the documents (owner=document), one a row; it can be filled in and imported again.",
    contentType: CSV,
    extension: "csv",
    title: "attributes",
    params: attributeTable.params,
    write: async (workspace, actor, params) => attributesCsv(attributesFor(workspace, actor, params)),
  },
  "attributes-xlsx": {
    name: "attributes-xlsx",
    summary: "The same as a workbook, whose cells are words, numbers and days.",
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    title: "attributes",
    params: attributeTable.params,
    write: async (workspace, actor, params) => attributesXlsx(attributesFor(workspace, actor, params), "Attributes"),
  },
  "codebook-csv": {
    name: "codebook-csv",
    summary: "The codebook in the order of the tree, with definitions.",
    contentType: CSV,
    extension: "csv",
    title: "codebook",
    params: z.object({ projectId: idSchema }),
    write: async (workspace, actor, params) => {
      const { codes } = runRead(workspace, actor, codebook, params) as CodebookAnswer;
      const index = indexCodes(codes);
      const byId = new Map(codes.map((code) => [code.id, code]));
      const rows = treeOrder(index).flatMap(({ code: { id } }) => {
        const code = byId.get(id);
        return code ? [{ ...code, path: codePath(index, id) }] : [];
      });
      return codebookCsv(rows);
    },
  },
};

interface ExportPlace {
  readonly project: string;
  /** Null for what is not of one round, and for a round that this person may not know of. */
  readonly round: string | null;
}

/** Throws `not-found` for strangers, before anything is written. */
export function exportPlace(
  workspace: Workspace,
  actor: Actor,
  { projectId, roundId }: { projectId: string; roundId?: string },
): ExportPlace {
  const { project, rounds } = runRead(workspace, actor, projectOverview, { projectId }) as ReturnType<
    (typeof projectOverview)["run"]
  >;
  return { project: project.name, round: rounds.find(({ id }) => id === roundId)?.name ?? null };
}
