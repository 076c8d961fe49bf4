import type { FigureIntervals } from "@/lib/agreement/across-intervals";
import type { Interval } from "@/lib/agreement/interval";
import { FEWEST_DOCUMENTS_WITH_CODE, intervalStanding } from "@/lib/agreement/interval-standing";
import type { KappaIntervals } from "@/lib/agreement/kappa-intervals";
import type { ClusterKind } from "@/lib/agreement/parted-by-respondent";
import type { Statistic } from "@/lib/agreement/statistic";
import { type AgreementChoice, BOOTSTRAP_REPLICATES, type IntervalKind } from "./agreement-choice";
import { countWords, numberWords, undefinedWords } from "./figure-words";

export interface ShownInterval {
  readonly bounds: readonly [low: number, high: number] | null;
  /** null where the interval is hidden: standard errors mislead there too. */
  readonly se: Statistic | null;
  /** Why there is none, or what to mind about it. */
  readonly note: string | null;
}

/** What an interval is over: a survey's answers hang together by who gave them. */
export const CLUSTER_WORDS: Readonly<Record<ClusterKind, { readonly one: string; readonly many: string }>> = {
  documents: { one: "document", many: "documents" },
  respondents: { one: "respondent", many: "respondents" },
  both: { one: "document or respondent", many: "documents and respondents" },
};

/** The chosen interval of one code, hidden where too few documents carry the code. */
export function shownInterval(
  intervals: KappaIntervals,
  kind: IntervalKind,
  clusters: ClusterKind = "documents",
): ShownInterval {
  const { documentsWithCode, kappa } = intervals;
  const estimate = kind === "bootstrap" ? (intervals.bootstrap ?? intervals.linearised) : intervals[kind];
  if (kappa.kind === "undefined") return { bounds: null, se: estimate.se, note: null };
  const standing = intervalStanding(documentsWithCode);
  if (standing === "hidden") return { bounds: null, se: null, note: hiddenWords(documentsWithCode, clusters) };
  const dropped = kind === "bootstrap" ? (intervals.bootstrap?.undefinedReplicates ?? 0) : 0;
  return { ...withWords(estimate.interval, dropped, clusters), se: estimate.se };
}

/** Of a figure over codes, for which there is no linearised interval: the jackknife stands in its place. */
export function shownFigureInterval(
  figure: FigureIntervals,
  { documentsWithCode }: Pick<KappaIntervals, "documentsWithCode">,
  kind: IntervalKind,
  clusters: ClusterKind = "documents",
): ShownInterval {
  const boot = kind === "bootstrap" ? figure.bootstrap : null;
  const { se, interval } = boot ?? figure.jackknife;
  if (figure.value.kind === "undefined") return { bounds: null, se, note: null };
  if (intervalStanding(documentsWithCode) === "hidden") {
    return { bounds: null, se: null, note: hiddenWords(documentsWithCode, clusters) };
  }
  return { ...withWords(interval, boot?.undefinedReplicates ?? 0, clusters), se };
}

function hiddenWords(documentsWithCode: number, clusters: ClusterKind): string {
  const { one, many } = CLUSTER_WORDS[clusters];
  const few = documentsWithCode === 1 ? `only 1 ${one} carries` : `only ${documentsWithCode} ${many} carry`;
  return `no interval: ${few} it (${FEWEST_DOCUMENTS_WITH_CODE} needed)`;
}

function withWords(interval: Interval, dropped: number, clusters: ClusterKind): Pick<ShownInterval, "bounds" | "note"> {
  if (interval.kind === "undefined") {
    const words = undefinedWords(interval.reason);
    return { bounds: null, note: words.charAt(0).toLowerCase() + words.slice(1) };
  }
  const { low, high } = interval;
  const words = [
    low === high ? `the interval has no width: no ${CLUSTER_WORDS[clusters].one} differs` : null,
    dropped > 0 ? `${countWords(dropped)} of ${countWords(BOOTSTRAP_REPLICATES)} resamples had no κ` : null,
  ].filter((each) => each !== null);
  return { bounds: [low, high], note: words.length > 0 ? words.join("; ") : null };
}

/** "0.61 to 0.77", and a dash where there is none. */
export function intervalWords({ bounds }: Pick<ShownInterval, "bounds">): string {
  return bounds ? `${numberWords(bounds[0])} to ${numberWords(bounds[1])}` : "–";
}

export function confidenceWords(confidence: number): string {
  return `${Number((confidence * 100).toFixed(1))}%`;
}

/** How the intervals were made, for a caption. */
export function methodWords(
  { interval, seed }: Pick<AgreementChoice, "interval" | "seed">,
  documents: number,
  clusters: ClusterKind = "documents",
): string {
  const { many } = CLUSTER_WORDS[clusters];
  const t = `Student’s t with ${documents - 1} degrees of freedom`;
  if (interval === "jackknife") return `jackknife over ${documents} ${many}, ${t}`;
  if (interval === "bootstrap")
    return `bootstrap over ${documents} ${many}, ${countWords(BOOTSTRAP_REPLICATES)} resamples, percentiles, seed ${seed}`;
  return `linearised over ${documents} ${many}, ${t}`;
}

/** What a caption says of all intervals: how they were made, or that there are too few documents for any. */
export function intervalsWords(
  choice: Pick<AgreementChoice, "interval" | "seed" | "confidence">,
  documents: number,
  clusters: ClusterKind = "documents",
): string {
  const confidence = confidenceWords(choice.confidence);
  return documents < FEWEST_DOCUMENTS_WITH_CODE
    ? `No ${confidence} intervals: they need ${FEWEST_DOCUMENTS_WITH_CODE} ${CLUSTER_WORDS[clusters].many}, and there are ${documents}`
    : `${confidence} intervals: ${methodWords(choice, documents, clusters)}`;
}
