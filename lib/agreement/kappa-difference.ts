// The difference of Cohen's kappa between two rounds of coding, with its standard error over documents.
import type { BootstrapEstimate } from "./bootstrap-estimate";
import { bootstrapOverDocuments } from "./bootstrap-over-documents";
import { cohenKappa } from "./cohen-kappa";
import { type ErrorAndInterval, type Interval, noError, noInterval, tInterval } from "./interval";
import { kappaInfluence } from "./kappa-influence";
import type { IntervalOptions } from "./kappa-intervals";
import { defined, type Statistic, type UndefinedReason } from "./statistic";
import { EMPTY_TABLE, sumTables, type Table2x2, tableSize, tableStatus } from "./table2x2";

/** One code in one round: a table for each document id. */
export type RoundTables = ReadonlyMap<string, Table2x2>;

export interface KappaDifference extends ErrorAndInterval {
  readonly before: Statistic;
  readonly after: Statistic;
  /** After minus before. */
  readonly difference: Statistic;
  /** Of Student's distribution; need not be whole; 0 where there is no interval. */
  readonly degrees: number;
  /** Documents with items: in each round, and in both. */
  readonly documents: { readonly before: number; readonly after: number; readonly shared: number };
  /** Null where none was asked for. */
  readonly bootstrap: BootstrapEstimate | null;
}

/**
 * Answers: Did the coders agree better in one round than in another, or is the change within what other documents
 *   would bring about?
 * Formula: SE² = f₁ Σ u₁ᵢ² + f₂ Σ u₂ᵢ² − 2 √(f₁f₂) Σ u₁ᵢu₂ᵢ, the last sum over documents in both rounds, u = xφ of each
 *   round as for one kappa, f = K/(K − 1); interval κ₂ − κ₁ ± t SE. Degrees of freedom by Welch and Satterthwaite over
 *   three groups, V²/Σ(V_g²/d_g): documents of the first round alone with d = m/f₁, of the second alone with m/f₂, of
 *   both with m/√(f₁f₂), where m is the documents and V_g the group's part of SE²; never below the smaller K − 1, never
 *   above K₁ + K₂ − 2.
 * Shape: for each round one 2×2 table per document; documents without an item are dropped first.
 * Unit: any, the same in both rounds.
 * Undefined: no-data, both-empty, both-full of either round; few-documents (fewer than two in either); the interval
 *   also one-empty and one-full of either; the bootstrap no-replicate.
 * Misleads: rounds on different documents differ by the documents too, not by the coders alone.
 * Throws: RangeError for a cell that is not a count or a confidence outside (0, 1).
 * Cost: O(documents), with a bootstrap times the replicates.
 * Source: the linearisation of kappaOverDocuments (Vanbelle 2017, doi 10.1002/bimj.201600093) for two kappas that share
 *   documents; degrees Welch 1947, Biometrika 34:28–35; Satterthwaite 1946, Biometrics Bulletin 2:110–114.
 * Checked: identities: disjoint rounds add their variances, a round against itself has none; the bootstrap draws from
 *   the documents of either round.
 */
export function kappaDifference(before: RoundTables, after: RoundTables, options: IntervalOptions): KappaDifference {
  const [one, two] = [roundOf(before), roundOf(after)];
  const [k1, k2] = [one.documents.size, two.documents.size];
  const union = [...new Set([...one.documents.keys(), ...two.documents.keys()])];
  const shared = union.filter((id) => one.documents.has(id) && two.documents.has(id)).length;
  const counts = { before: one.kappa, after: two.kappa, documents: { before: k1, after: k2, shared } };
  const undefinedKappa = [one.kappa, two.kappa].find((kappa) => kappa.kind === "undefined");
  if (one.kappa.kind === "undefined" || two.kappa.kind === "undefined") {
    const difference = undefinedKappa ?? one.kappa;
    const reason = difference.kind === "undefined" ? difference.reason : "no-data";
    return { ...counts, difference, degrees: 0, ...noError(reason), bootstrap: noBootstrap(options, reason, true) };
  }
  const difference = defined(two.kappa.value - one.kappa.value);
  if (k1 < 2 || k2 < 2) {
    const bootstrap = noBootstrap(options, "few-documents", false);
    return { ...counts, difference, degrees: 0, ...noError("few-documents"), bootstrap };
  }
  const { variance, degrees } = sharedVariance(one.influences, two.influences, union);
  const se = defined(Math.sqrt(variance));
  const still = [one.whole, two.whole]
    .map(tableStatus)
    .find((status) => status === "one-empty" || status === "one-full");
  const rule = (interval: Interval): Interval =>
    still === "one-empty" || still === "one-full" ? noInterval(still) : interval;
  const bootstrap = options.bootstrap ? bootstrapDifference(one, two, union, options, options.bootstrap) : null;
  return {
    ...counts,
    difference,
    degrees,
    se,
    interval: rule(tInterval(difference, se, degrees, options.confidence)),
    bootstrap: bootstrap && { ...bootstrap, interval: rule(bootstrap.interval) },
  };
}

interface Round {
  readonly documents: ReadonlyMap<string, Table2x2>;
  readonly whole: Table2x2;
  readonly kappa: Statistic;
  readonly influences: ReadonlyMap<string, number>;
}

function roundOf(tables: RoundTables): Round {
  const documents = new Map([...tables].filter(([, table]) => tableSize(table) > 0));
  const whole = sumTables(documents.values());
  const kappa = cohenKappa(whole);
  const influences = kappa.kind === "defined" ? kappaInfluence(whole, [...documents.values()]) : [];
  return {
    documents,
    whole,
    kappa,
    influences: new Map([...documents.keys()].map((id, i) => [id, influences[i] ?? 0])),
  };
}

/** As a sum of squares over documents, so that it cannot come out below 0. */
function sharedVariance(
  one: ReadonlyMap<string, number>,
  two: ReadonlyMap<string, number>,
  union: readonly string[],
): { variance: number; degrees: number } {
  const [f1, f2] = [one.size / (one.size - 1), two.size / (two.size - 1)];
  const groups = {
    first: { documents: 0, variance: 0, factor: f1 },
    second: { documents: 0, variance: 0, factor: f2 },
    shared: { documents: 0, variance: 0, factor: Math.sqrt(f1 * f2) },
  };
  for (const id of union) {
    const group = !two.has(id) ? groups.first : !one.has(id) ? groups.second : groups.shared;
    group.documents++;
    group.variance += (Math.sqrt(f2) * (two.get(id) ?? 0) - Math.sqrt(f1) * (one.get(id) ?? 0)) ** 2;
  }
  let [variance, spread] = [0, 0];
  for (const group of Object.values(groups)) {
    variance += group.variance;
    if (group.documents > 0) spread += (group.variance ** 2 * group.factor) / group.documents;
  }
  const [fewest, most] = [Math.min(one.size, two.size) - 1, one.size + two.size - 2];
  const welch = spread > 0 ? variance ** 2 / spread : fewest;
  return { variance, degrees: Math.min(most, Math.max(fewest, welch)) };
}

function bootstrapDifference(
  one: Round,
  two: Round,
  union: readonly string[],
  { confidence }: IntervalOptions,
  bootstrap: NonNullable<IntervalOptions["bootstrap"]>,
): BootstrapEstimate {
  const vectors = union.map((id) =>
    [one, two].flatMap(({ documents }) => {
      const { both, onlyFirst, onlySecond, neither } = documents.get(id) ?? EMPTY_TABLE;
      return [both, onlyFirst, onlySecond, neither];
    }),
  );
  const kappaFrom = (sums: readonly number[], from: number): Statistic => {
    const [both = 0, onlyFirst = 0, onlySecond = 0, neither = 0] = sums.slice(from, from + 4);
    return cohenKappa({ both, onlyFirst, onlySecond, neither });
  };
  return bootstrapOverDocuments(
    vectors,
    (sums) => {
      const [first, second] = [kappaFrom(sums, 0), kappaFrom(sums, 4)];
      return first.kind === "defined" && second.kind === "defined" ? second.value - first.value : null;
    },
    { ...bootstrap, confidence },
  );
}

function noBootstrap(
  { bootstrap }: IntervalOptions,
  reason: UndefinedReason,
  never: boolean,
): BootstrapEstimate | null {
  if (!bootstrap) return null;
  const { replicates } = bootstrap;
  return { replicates, undefinedReplicates: never ? replicates : 0, ...noError(reason) };
}
