// Two coders laid side by side, document by document: what reports, places and pairs of excerpts all start from.
import type { AgreementProject } from "./agreement-project";
import { type LaidDocument, type LaidProject, type LaidSide, type LayoutOptions, layOut } from "./laid-project";
import { commonItems } from "./stretches";
import type { Table2x2 } from "./table2x2";
import { ledger, type SetAside } from "./usable-codings";

export interface ComparisonOptions extends LayoutOptions {
  readonly coders: readonly [string, string];
  /** `touched`: a document in which a coder has no coding at all counts as not coded by them. Default `assigned`. */
  readonly missing?: "assigned" | "touched";
}

export interface ComparedDocument extends LaidDocument {
  readonly first: LaidSide;
  readonly second: LaidSide;
}

export interface Comparison {
  readonly documents: readonly ComparedDocument[];
  readonly setAside: readonly SetAside[];
}

/** Lays out the two coders of a project and compares them. Throws RangeError as comparePair and layOut do. */
export function compareCoders(project: AgreementProject, options: ComparisonOptions): Comparison {
  return comparePair(layOut(project, options, options.coders), options.coders, options.missing);
}

/**
 * The documents that both were to code. Throws RangeError for a coder compared with themselves. One layout serves all
 * pairs of its coders; its ledger then also counts the codings of coders outside the pair.
 */
export function comparePair(
  laid: LaidProject,
  [firstCoder, secondCoder]: readonly [string, string],
  missing: ComparisonOptions["missing"] = "assigned",
): Comparison {
  if (firstCoder === secondCoder) throw new RangeError("a coder cannot be compared with themselves");
  const documents: ComparedDocument[] = [];
  const dropped = (["not-compared", "not-touched"] as const).map((why) => ({ why, documents: 0, codings: 0 }));
  for (const document of laid.documents) {
    const [first, second] = [document.sides.get(firstCoder), document.sides.get(secondCoder)];
    const touched = Boolean(first?.codings.length && second?.codings.length);
    const why = !(first && second) ? "not-compared" : missing === "touched" && !touched ? "not-touched" : null;
    const drop = dropped.find((one) => one.why === why);
    if (drop) {
      drop.documents++;
      drop.codings += (first?.codings.length ?? 0) + (second?.codings.length ?? 0);
    } else if (first && second) documents.push({ ...document, first, second });
  }
  return {
    documents,
    setAside: ledger([
      ...laid.setAside,
      ...dropped.map(({ why, documents: count }) => ({ what: "documents" as const, why, count })),
      ...dropped.map(({ why, codings: count }) => ({ what: "codings" as const, why, count })),
    ]),
  };
}

/**
 * The 2×2 table of one code in one document, from the lengths of what the two covered; no character is visited.
 * `place` is where the code stands in the layout's list of codes.
 */
export function tableOf(document: ComparedDocument, place: number): Table2x2 {
  const { covered: first } = document.first;
  const { covered: second } = document.second;
  const [ofFirst, ofSecond] = [first.items[place] as number, second.items[place] as number];
  if (ofFirst + ofSecond === 0) return document.untouched;
  const [a, b] = [first.offsets, second.offsets];
  const both =
    ofFirst > 0 && ofSecond > 0
      ? commonItems(
          first.bounds,
          second.bounds,
          a[place] as number,
          a[place + 1] as number,
          b[place] as number,
          b[place + 1] as number,
        )
      : 0;
  return {
    both,
    onlyFirst: ofFirst - both,
    onlySecond: ofSecond - both,
    neither: document.items - ofFirst - ofSecond + both,
  };
}
