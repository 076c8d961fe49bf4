import { TEXT_UNITS } from "@/lib/agreement/agreement-project";

export const UNITS = TEXT_UNITS;
export type Unit = (typeof UNITS)[number];

export const INTERVAL_KINDS = ["linearised", "jackknife", "bootstrap"] as const;
export type IntervalKind = (typeof INTERVAL_KINDS)[number];

export const CONFIDENCES = [0.9, 0.95, 0.99] as const;

/** How much of a unit must be coded; without one of these any part of it will do. */
export const MIN_SHARES = [0.5, 1] as const;

export const BOOTSTRAP_REPLICATES = 2_000;

/** What the figures of every view depend on. */
export interface AgreementChoice {
  readonly first?: string;
  readonly second?: string;
  /** All without it. */
  readonly documentIds?: readonly string[];
  readonly codeIds?: readonly string[];
  readonly unit: Unit;
  readonly interviewerTurns: boolean;
  readonly minShare?: number;
  readonly rollUp: boolean;
  readonly interval: IntervalKind;
  readonly confidence: number;
  /** Of the bootstrap. */
  readonly seed: number;
}

export const DEFAULT_CHOICE: AgreementChoice = {
  unit: "turn",
  interviewerTurns: true,
  rollUp: true,
  interval: "linearised",
  confidence: 0.95,
  seed: 1,
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

const ID = /^[0-9a-f]{32}$/;
export const HIGHEST_SEED = 4_294_967_295;

/** An address with more ids than this would be too long for a server to take; it then keeps all but them. */
const MOST_IDS_IN_AN_ADDRESS = 300;

/** From the query of the page's address; what is not understood is left at its default. */
export function choiceFrom(query: Query): AgreementChoice {
  const first = idOf(query.first);
  const second = idOf(query.second);
  const documentIds = idsOf(query.documents);
  const codeIds = idsOf(query.codes);
  const minShare = MIN_SHARES.find((share) => query.minShare === String(share));
  const seed = typeof query.seed === "string" && /^\d{1,10}$/.test(query.seed) ? Number(query.seed) : 1;
  return {
    ...(first ? { first } : {}),
    ...(second ? { second } : {}),
    ...(documentIds ? { documentIds } : {}),
    ...(codeIds ? { codeIds } : {}),
    unit: UNITS.find((unit) => unit === query.unit) ?? DEFAULT_CHOICE.unit,
    interviewerTurns: query.interviewers !== "no",
    ...(minShare === undefined ? {} : { minShare }),
    rollUp: query.rollUp !== "no",
    interval: INTERVAL_KINDS.find((kind) => kind === query.interval) ?? DEFAULT_CHOICE.interval,
    confidence: CONFIDENCES.find((each) => query.confidence === String(each)) ?? DEFAULT_CHOICE.confidence,
    seed: seed <= HIGHEST_SEED ? seed : DEFAULT_CHOICE.seed,
  };
}

/** Without the coders and documents that are not, or no longer, in the round: an old address still shows something. */
export function stillThere(
  choice: AgreementChoice,
  round: { readonly coders: readonly { id: string }[]; readonly documents: readonly { id: string }[] },
): AgreementChoice {
  const { first, second, documentIds, ...rest } = choice;
  const isCoder = (id: string | undefined) => id !== undefined && round.coders.some((coder) => coder.id === id);
  const documents = documentIds?.filter((id) => round.documents.some((document) => document.id === id));
  return {
    ...rest,
    ...(isCoder(first) ? { first } : {}),
    ...(isCoder(second) ? { second } : {}),
    ...(documents && documents.length > 0 ? { documentIds: documents } : {}),
  };
}

function idOf(value: Query[string]): string | undefined {
  return typeof value === "string" && ID.test(value) ? value : undefined;
}

function idsOf(value: Query[string]): string[] | undefined {
  const ids = typeof value === "string" ? [...new Set(value.split(".").filter((id) => ID.test(id)))] : [];
  return ids.length > 0 && ids.length <= MOST_IDS_IN_AN_ADDRESS ? ids : undefined;
}

/** The query that gives the same choice again, without what is as it is by default. */
export function writeChoice(choice: AgreementChoice, query: URLSearchParams): void {
  const set = (name: string, value: string | number | undefined, unless?: string | number) => {
    if (value === undefined || value === unless) query.delete(name);
    else query.set(name, String(value));
  };
  const ids = (list: readonly string[] | undefined) =>
    list && list.length <= MOST_IDS_IN_AN_ADDRESS ? list.join(".") : undefined;
  set("first", choice.first);
  set("second", choice.second);
  set("documents", ids(choice.documentIds));
  set("codes", ids(choice.codeIds));
  set("unit", choice.unit, DEFAULT_CHOICE.unit);
  set("interviewers", choice.interviewerTurns ? undefined : "no");
  set("minShare", choice.minShare);
  set("rollUp", choice.rollUp ? undefined : "no");
  set("interval", choice.interval, DEFAULT_CHOICE.interval);
  set("confidence", choice.confidence, DEFAULT_CHOICE.confidence);
  set("seed", choice.seed, DEFAULT_CHOICE.seed);
}

/** For every read of the screen: which coders, documents, codes and units. */
export function figureParams(choice: AgreementChoice) {
  const { first, second, documentIds, codeIds, unit, interviewerTurns, minShare, rollUp } = choice;
  return {
    ...(first ? { first } : {}),
    ...(second ? { second } : {}),
    ...(documentIds ? { documentIds: [...documentIds] } : {}),
    ...(codeIds ? { codeIds: [...codeIds] } : {}),
    unit,
    interviewerTurns,
    ...(minShare === undefined || unit === "character" ? {} : { minShare }),
    rollUp,
  };
}

/** For the reads that give intervals. */
export function intervalParams({ interval, confidence, seed }: AgreementChoice) {
  return { confidence, ...(interval === "bootstrap" ? { bootstrap: { replicates: BOOTSTRAP_REPLICATES, seed } } : {}) };
}

export function sameChoice(one: AgreementChoice, other: AgreementChoice): boolean {
  const words = (choice: AgreementChoice) => JSON.stringify([figureParams(choice), intervalParams(choice), choice]);
  return words(one) === words(other);
}
