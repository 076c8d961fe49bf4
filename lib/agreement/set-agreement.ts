// Two coders' sets of codes, on each character or unit: found by one sweep, whatever the text's length.

import type { AgreementProject } from "./agreement-project";
import { type ComparisonOptions, compareCoders } from "./comparison";
import type { LaidSide } from "./laid-project";
import { setAlpha } from "./set-alpha";
import { type LabelSet, SET_DISTANCES, type SetDistanceName } from "./set-distance";
import { setKappa } from "./set-kappa";
import { type SetItem, type SetTable, setTable, setTableSize } from "./set-table";
import type { Statistic } from "./statistic";
import type { SetAside } from "./usable-codings";

export interface SetAgreementOptions extends ComparisonOptions {
  /** Leaves out what neither coder gave a code. */
  readonly eitherCoded?: boolean;
  /** The codes that a set may hold; all without it. Themes still count what their sub-themes hold. */
  readonly codeIds?: ReadonlySet<string>;
}

export interface SetAgreement {
  /** Characters or units. */
  readonly items: number;
  /** How many different sets occur, the empty set included. */
  readonly distinctSets: number;
  readonly percentAgreement: Statistic;
  readonly expectedAgreement: Statistic;
  readonly cohenKappa: Statistic;
  /** By the distance between sets. */
  readonly krippendorffAlpha: Readonly<Record<SetDistanceName, Statistic>>;
  readonly setAside: readonly SetAside[];
}

/**
 * The label of an item is the set of codes that a coder gave it; of a unit, those that touch it (or cover the chosen
 * share of it). Throws RangeError as compareCoders does. Cost: O(n log n) in the codings, times the codes that lie on one
 * another, and O(d²) for d distinct sets.
 */
export function setAgreement(project: AgreementProject, options: SetAgreementOptions): SetAgreement {
  const { documents, setAside } = compareCoders(project, options);
  const items: SetItem[] = [];
  for (const { first, second, items: length } of documents) {
    eachPairOfSets(length, [first, second], options.codeIds, (a, b, number) => {
      if (!options.eitherCoded || a.size > 0 || b.size > 0) items.push([a, b, number]);
    });
  }
  const table = setTable(items);
  const { observed, expected, kappa } = setKappa(table);
  return {
    items: setTableSize(table),
    distinctSets: table.sets.length,
    percentAgreement: observed,
    expectedAgreement: expected,
    cohenKappa: kappa,
    krippendorffAlpha: alphas(table),
    setAside,
  };
}

function alphas(table: SetTable): Record<SetDistanceName, Statistic> {
  const { nominal, jaccard, masi } = SET_DISTANCES;
  return {
    nominal: setAlpha(table, nominal).alpha,
    jaccard: setAlpha(table, jaccard).alpha,
    masi: setAlpha(table, masi).alpha,
  };
}

/** Calls `visit` with both sets and the number of items of each stretch of `[0, length)` on which neither changes. */
function eachPairOfSets(
  length: number,
  sides: readonly [LaidSide, LaidSide],
  codeIds: ReadonlySet<string> | undefined,
  visit: (first: LabelSet, second: LabelSet, items: number) => void,
): void {
  const events: { readonly at: number; readonly side: 0 | 1; readonly codeId: string; readonly opens: boolean }[] = [];
  for (const side of [0, 1] as const) {
    for (const [codeId, covered] of sides[side].covered) {
      if (codeIds && !codeIds.has(codeId)) continue;
      for (let k = 0; k < covered.length; k++) {
        events.push({ at: covered[k] as number, side, codeId, opens: k % 2 === 0 });
      }
    }
  }
  events.sort((a, b) => a.at - b.at);
  const sets: [LabelSet, LabelSet] = [new Set(), new Set()];
  const active: [Set<string>, Set<string>] = [new Set(), new Set()];
  const changed: [boolean, boolean] = [false, false];
  let from = 0;
  const upTo = (at: number) => {
    for (const side of [0, 1] as const) {
      // A set that was handed out must not change any more.
      if (changed[side]) sets[side] = new Set(active[side]);
      changed[side] = false;
    }
    visit(sets[0], sets[1], at - from);
    from = at;
  };
  for (const { at, side, codeId, opens } of events) {
    if (at > from) upTo(at);
    if (opens) active[side].add(codeId);
    else active[side].delete(codeId);
    changed[side] = true;
  }
  if (length > from) upTo(length);
}
