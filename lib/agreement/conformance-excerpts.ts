// The figures on pairs of excerpts and on sets of codes that a golden case of the kind `project` asks for.
import type { AgreementProject } from "./agreement-project";
import type { ConformanceValue, ProjectInput } from "./conformance-case";
import { type OverlapOptions, overlapAgreement } from "./overlap-pairs";
import { setAgreement } from "./set-agreement";
import { valueOrNull } from "./statistic";

type Figures = Map<string, ConformanceValue>;

const PAIRINGS: readonly (Pick<OverlapOptions, "matching" | "withUnmatched"> & { readonly name: string })[] = [
  { name: "allPairs", matching: "all-pairs", withUnmatched: false },
  { name: "allPairsNone", matching: "all-pairs", withUnmatched: true },
  { name: "oneToOne", matching: "one-to-one", withUnmatched: false },
  { name: "oneToOneNone", matching: "one-to-one", withUnmatched: true },
];

/** The names begin with `pair.FIRST|SECOND`; only what `asked` mentions is computed. */
export function excerptFigures(
  project: AgreementProject,
  coders: readonly [string, string],
  { missing, iou = [0, 0.5] }: ProjectInput["options"],
  asked: readonly string[],
): Figures {
  const figures: Figures = new Map();
  const wanted = (prefix: string) => asked.some((name) => name.startsWith(`${prefix}.`));
  const pair = `pair.${coders.join("|")}`;
  for (const [i, minIou] of iou.entries()) {
    for (const { name, ...pairing } of PAIRINGS) {
      const prefix = `${pair}.excerptPairs[${i}].${name}`;
      if (!wanted(prefix)) continue;
      const overlap = overlapAgreement(project, { coders, missing, minIou, ...pairing });
      figures.set(`${prefix}.items`, overlap.items);
      figures.set(`${prefix}.po`, valueOrNull(overlap.percentAgreement));
      figures.set(`${prefix}.kappa`, valueOrNull(overlap.cohenKappa));
    }
  }
  for (const [name, eitherCoded] of [
    ["all", false],
    ["eitherCoded", true],
  ] as const) {
    const prefix = `${pair}.characterSets.${name}`;
    if (!wanted(prefix)) continue;
    const sets = setAgreement(project, { coders, missing, unit: "character", rollUp: false, eitherCoded });
    figures.set(`${prefix}.n`, sets.items);
    figures.set(`${prefix}.po`, valueOrNull(sets.percentAgreement));
    figures.set(`${prefix}.kappa`, valueOrNull(sets.cohenKappa));
    figures.set(`${prefix}.alpha_nominal`, valueOrNull(sets.krippendorffAlpha.nominal));
    figures.set(`${prefix}.alpha_jaccard`, valueOrNull(sets.krippendorffAlpha.jaccard));
    figures.set(`${prefix}.alpha_masi`, valueOrNull(sets.krippendorffAlpha.masi));
  }
  return figures;
}
