import type { ReadResult } from "@/db/reads";
import type { KappaIntervals } from "@/lib/agreement/kappa-intervals";
import type { Measures } from "@/lib/agreement/measures";
import { tableSize } from "@/lib/agreement/table2x2";
import { treeOrder } from "@/lib/codebook/tree";
import { RARE_SHARE } from "./figure-words";

type Report = ReadResult<"agreement-report">;

export interface CodeRow {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly depth: number;
  readonly measures: Measures;
  readonly intervals: KappaIntervals | null;
  readonly documents: number;
}

/** The codes of the report in the order of the tree. Without their theme among them, sub-themes stand as themes. */
export function codeRows({ codes, figures }: Pick<Report, "codes" | "figures">): CodeRow[] {
  const found = new Map(figures.map((each) => [each.codeId, each]));
  return treeOrder(codes.filter(({ id }) => found.has(id))).flatMap(({ code, depth }): CodeRow[] => {
    const figure = found.get(code.id);
    if (!figure) return [];
    const { pooled: measures, intervals, documentsWithCode: documents } = figure;
    return [{ id: code.id, name: code.name, colour: code.colour, depth, measures, intervals, documents }];
  });
}

export interface Rates {
  readonly first: number;
  readonly second: number;
  readonly mean: number;
}

/** Of the items the share that each coder gave the code; null where nothing was counted. */
export function ratesOf({ table }: Pick<Measures, "table">): Rates | null {
  const size = tableSize(table);
  if (size === 0) return null;
  const [first, second] = [(table.both + table.onlyFirst) / size, (table.both + table.onlySecond) / size];
  return { first, second, mean: (first + second) / 2 };
}

/** Whether its κ hangs on a handful of decisions, and AC1 and percent agreement are near 1 of themselves. */
export function isRare(measures: Pick<Measures, "table">): boolean {
  const rates = ratesOf(measures);
  return rates !== null && rates.mean > 0 && rates.mean < RARE_SHARE;
}
