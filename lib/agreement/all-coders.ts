// The agreement of all coders of a project on each code, on the items that they had in common.
import { type AlphaIntervals, alphaOverDocuments } from "./alpha-over-documents";
import { congerKappa } from "./conger-kappa";
import { fleissKappa } from "./fleiss-kappa";
import { gwetRatings } from "./gwet-ratings";
import type { IntervalOptions } from "./kappa-intervals";
import type { LaidProject, LaidSide } from "./laid-project";
import { lightKappa } from "./light-kappa";
import { randolphKappa } from "./randolph-kappa";
import { countsOfRatings, itemsWith, type RatingCounts, weightOf } from "./rating-counts";
import type { RatedItem, Ratings } from "./ratings";
import { agreementOfAll, pairwisePercentAgreement, specificAgreement } from "./ratings-agreement";
import { ratingsAlpha } from "./ratings-alpha";
import { type Statistic, type UndefinedReason, undefinedFor } from "./statistic";
import { eachStretch, NO_STRETCHES } from "./stretches";

export interface AllCodersOptions {
  /** The codes that the report holds; all without it. */
  readonly codeIds?: ReadonlySet<string>;
  /** `touched`: a coder without any coding in a document is missing there. Default `assigned`. */
  readonly missing?: "assigned" | "touched";
  /** Of the intervals; 0.95 without it. */
  readonly confidence?: number;
  /** Without it no bootstrap is run. */
  readonly bootstrap?: IntervalOptions["bootstrap"];
}

/** Alpha uses every item that at least two coded; all other figures only the items that all coders coded. */
export interface AllCodersAgreement {
  readonly codeId: string;
  readonly parentId: string | null;
  /** Items with at least one coder, and with all of them. */
  readonly items: number;
  readonly completeItems: number;
  /** The values that alpha stands on: those beside another of the same item. */
  readonly pairableValues: number;
  readonly krippendorffAlpha: Statistic;
  readonly fleissKappa: Statistic;
  readonly congerKappa: Statistic;
  readonly lightKappa: Statistic;
  readonly lightKappaOfDefined: Statistic;
  /** How many pairs of coders have a Cohen's kappa, and how many pairs there are. */
  readonly pairsDefined: number;
  readonly pairs: number;
  readonly gwetAC1: Statistic;
  /** Null at character level: neighbouring characters are not independent, so it would mean nothing. */
  readonly gwetAC1SE: Statistic | null;
  readonly randolphKappa: Statistic;
  readonly percentAgreement: Statistic;
  readonly positiveAgreement: Statistic;
  readonly negativeAgreement: Statistic;
  /** The share of the items on which all coders agree. */
  readonly agreementOfAll: Statistic;
  /** Of alpha, over documents. */
  readonly alphaIntervals: AlphaIntervals;
}

/**
 * For each code, in the order of the project. A code that nobody used has both-empty where agreement beyond chance has
 * no meaning, one that everybody gave to everything both-full. Cost: O(documents × codes) and the stretches of the
 * codes that were used, never the number of characters; for each pair of coders Light's and Conger's kappa add a step.
 */
export function allCodersReport(laid: LaidProject, options: AllCodersOptions = {}): AllCodersAgreement[] {
  const { confidence = 0.95, bootstrap } = options;
  const chosen = options.codeIds ? laid.codes.filter(({ id }) => options.codeIds?.has(id)) : laid.codes;
  const documents = presentIn(laid, options.missing);
  const tooMany = documents.some(({ present }) => present.length > MOST_CODERS);
  const byCharacter = laid.documents.some(({ units }) => units === null);
  return chosen.map(({ id, parentId }) => {
    const counted = tooMany ? [] : documents;
    const ratings = ratingsIn(counted, laid.coders.length, id);
    const figures = figuresOf(ratings, byCharacter, tooMany ? "too-many-coders" : undefined);
    const alphaIntervals = alphaOverDocuments(
      counted.map((document) => countsOfRatings(ratingsIn([document], laid.coders.length, id))),
      { confidence, bootstrap },
    );
    return { codeId: id, parentId, ...figures, alphaIntervals };
  });
}

/**
 * Category 1 where a coder gave the code, 0 where not, null where the item was not theirs: one weighted item for each
 * pattern of who coded among those whose document it was. Throws RangeError where a document has more than 52 coders.
 */
export function codeRatings(laid: LaidProject, codeId: string, missing?: AllCodersOptions["missing"]): Ratings {
  return ratingsIn(presentIn(laid, missing), laid.coders.length, codeId);
}

/** A stretch names its coders in the bits of one number; see eachStretch. */
const MOST_CODERS = 52;

interface PresentDocument {
  readonly items: number;
  /** The coders who are not missing there, as indexes, with their sides in the same order. */
  readonly present: readonly number[];
  readonly sides: readonly LaidSide[];
  /** The same for documents with the same coders. */
  readonly group: string;
}

function presentIn(laid: LaidProject, missing: AllCodersOptions["missing"] = "assigned"): PresentDocument[] {
  return laid.documents.map((document) => {
    const present: number[] = [];
    const sides: LaidSide[] = [];
    for (const [i, coder] of laid.coders.entries()) {
      const side = document.sides.get(coder);
      if (!side || (missing === "touched" && side.codings.length === 0)) continue;
      present.push(i);
      sides.push(side);
    }
    return { items: document.items, present, sides, group: present.join() };
  });
}

function ratingsIn(documents: readonly PresentDocument[], coders: number, codeId: string): Ratings {
  const groups = new Map<string, { present: readonly number[]; weights: Map<number, number> }>();
  for (const { items, present, sides, group } of documents) {
    if (present.length === 0 || items === 0) continue;
    const { weights } = groups.get(group) ?? { weights: new Map<number, number>() };
    groups.set(group, { present, weights });
    const add = (start: number, end: number, who: number): void => {
      weights.set(who, (weights.get(who) ?? 0) + end - start);
    };
    if (!sides.some((side) => side.covered.has(codeId))) add(0, items, 0);
    else
      eachStretch(
        items,
        sides.map((side) => side.covered.get(codeId) ?? NO_STRETCHES),
        add,
      );
  }
  return {
    coders,
    categories: 2,
    items: [...groups.values()].flatMap(({ present, weights }) =>
      [...weights].map(([who, weight]): RatedItem => {
        const values = new Array<number | null>(coders).fill(null);
        for (const [bit, coder] of present.entries()) values[coder] = Math.floor(who / 2 ** bit) % 2;
        return { weight, values };
      }),
    ),
  };
}

/** Of a code's ratings; with `instead` every figure is undefined for that reason. */
function figuresOf(
  ratings: Ratings,
  byCharacter: boolean,
  instead?: UndefinedReason,
): Omit<AllCodersAgreement, "codeId" | "parentId" | "alphaIntervals"> {
  const counts = countsOfRatings(ratings);
  const complete = { ...counts, items: itemsWith(counts) };
  const alpha = ratingsAlpha(counts);
  const light = lightKappa(ratings);
  const { gwetAC1 } = gwetRatings(complete);
  const told = (statistic: Statistic, of: RatingCounts = complete): Statistic =>
    statistic.kind === "defined" ? statistic : undefinedFor(instead ?? reasonOf(statistic.reason, of));
  return {
    items: weightOf(itemsWith(counts, 1)),
    completeItems: weightOf(counts.items.filter(({ total }) => total === ratings.coders)),
    pairableValues: alpha.pairableValues,
    krippendorffAlpha: told(alpha.alpha, { ...counts, items: itemsWith(counts, 2) }),
    fleissKappa: told(fleissKappa(counts).kappa),
    congerKappa: told(congerKappa(ratings).kappa),
    lightKappa: told(light.kappa),
    lightKappaOfDefined: told(light.kappaOfDefined),
    pairsDefined: light.pairsDefined,
    pairs: (ratings.coders * (ratings.coders - 1)) / 2,
    gwetAC1: told(gwetAC1.value),
    gwetAC1SE: byCharacter ? null : told(gwetAC1.standardError),
    randolphKappa: told(randolphKappa(counts)),
    percentAgreement: told(pairwisePercentAgreement(counts)),
    positiveAgreement: told(specificAgreement(counts, 1)),
    negativeAgreement: told(specificAgreement(counts, 0)),
    agreementOfAll: told(agreementOfAll(counts)),
  };
}

/** One category for everything, or a category that nobody used, is said of the code: none or all of it was coded. */
function reasonOf(reason: UndefinedReason, { items }: RatingCounts): UndefinedReason {
  if (reason !== "one-category" && reason !== "not-used") return reason;
  return items.some(({ counts }) => counts[1]) ? "both-full" : "both-empty";
}
