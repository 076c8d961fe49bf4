// The agreement of two coders: per code, per document and over all codes, with the ledger of what was counted.
import { type AcrossCodes, acrossCodes } from "./across-codes";
import type { AgreementProject, AgreementUnit } from "./agreement-project";
import { type ComparisonOptions, comparePair, tableOf } from "./comparison";
import { type LaidProject, layOut } from "./laid-project";
import { type Measures, measuresOf } from "./measures";
import { sumTables, type Table2x2 } from "./table2x2";
import type { SetAside } from "./usable-codings";

export interface CodeAgreement {
  readonly codeId: string;
  readonly parentId: string | null;
  /** From the sum of the documents' tables, never from an average of their figures. */
  readonly pooled: Measures;
  /** One for each document of the report, in its order; `measuresOf` gives their figures. */
  readonly tables: readonly Table2x2[];
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
  /** Over the codes of the report; under roll-up a passage counts for its code and for each above it. */
  readonly across: AcrossCodes;
  readonly counted: {
    readonly documents: number;
    /** Characters or units. */
    readonly items: number;
    readonly codings: readonly [number, number];
  };
  readonly setAside: readonly SetAside[];
}

export interface ReportOptions extends ComparisonOptions {
  /** The codes that the report holds; all without it. Themes still count what their sub-themes hold. */
  readonly codeIds?: ReadonlySet<string>;
}

/** Lays the project out for one pair. Throws RangeError as layOut and comparePair do. */
export function agreementReport(project: AgreementProject, options: ReportOptions): AgreementReport {
  return pairReport(layOut(project, options, options.coders), options);
}

/** Of two coders of a layout. Cost: O(documents × codes) and the stretches of those codes that were used. */
export function pairReport(laid: LaidProject, options: ReportOptions): AgreementReport {
  const { documents, setAside } = comparePair(laid, options.coders, options.missing);
  const codes: CodeAgreement[] = [];
  const sums: Table2x2[] = [];
  for (const [place, { id, parentId }] of laid.codes.entries()) {
    if (options.codeIds && !options.codeIds.has(id)) continue;
    const tables = new Array<Table2x2>(documents.length);
    let documentsWithCode = 0;
    for (const [i, document] of documents.entries()) {
      const table = tableOf(document, place);
      tables[i] = table;
      if (table !== document.untouched) documentsWithCode++;
    }
    const whole = sumTables(tables);
    sums.push(whole);
    codes.push(codeAgreement({ codeId: id, parentId, tables, documentsWithCode }, whole));
  }
  return {
    coders: options.coders,
    unit: options.unit,
    rollUp: options.rollUp,
    documents: documents.map((document) => document.id),
    codes,
    across: acrossCodes(sums),
    counted: {
      documents: documents.length,
      items: documents.reduce((sum, document) => sum + document.items, 0),
      codings: [
        documents.reduce((sum, document) => sum + document.first.codings.length, 0),
        documents.reduce((sum, document) => sum + document.second.codings.length, 0),
      ],
    },
    setAside,
  };
}

/** The pooled figures are computed when they are first asked for: whoever wants the tables alone does not pay for them. */
function codeAgreement(of: Omit<CodeAgreement, "pooled">, whole: Table2x2): CodeAgreement {
  let pooled: Measures | undefined;
  return {
    ...of,
    get pooled() {
      pooled ??= measuresOf(whole);
      return pooled;
    },
  };
}
