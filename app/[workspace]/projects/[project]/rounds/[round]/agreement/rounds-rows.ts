import type { ReadResult } from "@/db/reads";
import type { Statistic } from "@/lib/agreement/statistic";
import { treeOrder } from "@/lib/codebook/tree";
import type { IntervalKind } from "./agreement-choice";
import { CLUSTER_WORDS, type ShownInterval, shownFigureInterval, shownInterval } from "./interval-words";

export type OverRounds = ReadResult<"agreement-over-rounds">;
type OneRound = OverRounds["rounds"][number];

export interface RoundValue {
  readonly kappa: Statistic;
  readonly interval: ShownInterval;
}

/** One figure over the rounds. */
export interface RoundsRow {
  /** Of a code its id. */
  readonly id: string;
  readonly label: string;
  readonly colour: string | null;
  readonly depth: number;
  /** One for each round; null where the code was not in the codebook of the round. */
  readonly values: readonly (RoundValue | null)[];
}

export const SUMMED = "summed";
export const POOLED = "pooled";

/** Over what the intervals of the rounds are, in words; of rounds that differ, over both. */
export function clusterWordsOf(rounds: readonly Pick<OneRound, "clusters">[]) {
  const [first = "documents", ...others] = new Set(rounds.map(({ clusters }) => clusters));
  return CLUSTER_WORDS[others.length > 0 ? "both" : first];
}

/** The codes in the order of the tree, each with its κ in every round. */
export function codeRowsOverRounds({ codes, rounds }: OverRounds, kind: IntervalKind): RoundsRow[] {
  const ofRound = rounds.map((round) => new Map(round.codes.map((each) => [each.codeId, each])));
  const inAny = codes.filter(({ id }) => ofRound.some((found) => found.has(id)));
  return treeOrder(inAny).map(({ code, depth }) => ({
    id: code.id,
    label: code.name,
    colour: code.colour,
    depth,
    values: ofRound.map((found, at) => {
      const figure = found.get(code.id);
      if (!figure?.intervals) return null;
      return { kappa: figure.intervals.kappa, interval: shownInterval(figure.intervals, kind, rounds[at]?.clusters) };
    }),
  }));
}

/** The two figures over all codes. */
export function acrossRowsOverRounds({ rounds }: OverRounds, kind: IntervalKind): RoundsRow[] {
  const row = (id: string, label: string, of: (round: OneRound) => RoundValue): RoundsRow => {
    return { id, label, colour: null, depth: 0, values: rounds.map(of) };
  };
  return [
    row(SUMMED, "All codes, tables added up", ({ across, clusters }) => {
      const { summed } = across.intervals;
      return { kappa: summed.kappa, interval: shownInterval(summed, kind, clusters) };
    }),
    row(POOLED, "Pooled κ (de Vries 2008)", ({ across, clusters }) => {
      const { summed, pooledKappa } = across.intervals;
      return { kappa: across.pooledKappa, interval: shownFigureInterval(pooledKappa, summed, kind, clusters) };
    }),
  ];
}
