// The agreement of two coders: per code, per document and over all codes, with the ledger of what was counted.
import { type AcrossCodes, acrossCodes } from "./across-codes";
import type { AgreementProject, AgreementUnit } from "./agreement-project";
import { type ComparisonOptions, compareCoders, itemsOf, tableOf } from "./comparison";
import { type Measures, measuresOf } from "./measures";
import { sumTables } from "./table2x2";
import type { SetAside } from "./usable-codings";

export interface CodeAgreement {
  readonly codeId: string;
  readonly parentId: string | null;
  /** From the sum of the documents' tables, never from an average of their figures. */
  readonly pooled: Measures;
  readonly byDocument: readonly { readonly documentId: string; readonly measures: Measures }[];
  /** Documents in which at least one of the two used the code. */
  readonly documentsWithCode: number;
}

export interface AgreementReport {
  readonly coders: readonly [string, string];
  readonly unit: AgreementUnit;
  readonly rollUp: boolean;
  /** The documents that both coded, in the order of the project. */
  readonly documents: readonly string[];
  /** In the order of the project. */
  readonly codes: readonly CodeAgreement[];
  readonly across: AcrossCodes;
  readonly counted: {
    readonly documents: number;
    /** Characters or units. */
    readonly items: number;
    readonly codings: readonly [number, number];
  };
  readonly setAside: readonly SetAside[];
}

/** Cost: O(codings log codings), and with units O(documents × codes used × units). */
export function agreementReport(project: AgreementProject, options: ComparisonOptions): AgreementReport {
  const { documents, setAside } = compareCoders(project, options);
  const codes = project.codes.map(({ id, parentId }): CodeAgreement => {
    const tables = documents.map((document) => tableOf(document, id));
    return {
      codeId: id,
      parentId,
      pooled: measuresOf(sumTables(tables)),
      byDocument: documents.map((document, i) => ({
        documentId: document.id,
        measures: measuresOf(tables[i] ?? sumTables([])),
      })),
      documentsWithCode: documents.filter((d) => d.first.spans.has(id) || d.second.spans.has(id)).length,
    };
  });
  return {
    coders: options.coders,
    unit: options.unit,
    rollUp: options.rollUp,
    documents: documents.map((document) => document.id),
    codes,
    across: acrossCodes(codes.map((code) => code.pooled.table)),
    counted: {
      documents: documents.length,
      items: documents.reduce((sum, document) => sum + itemsOf(document), 0),
      codings: [
        documents.reduce((sum, document) => sum + document.first.codings.length, 0),
        documents.reduce((sum, document) => sum + document.second.codings.length, 0),
      ],
    },
    setAside,
  };
}
