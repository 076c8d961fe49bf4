import { type AgreementPlan, type PlanGoal, planAgreement } from "@/lib/agreement/plan-agreement";
import { countWords } from "./figure-words";

/** What a plan is computed from; null is an empty field. */
export interface PlanInputs {
  readonly goal: "width" | "power";
  readonly prevalence: number | null;
  readonly itemsPerDocument: number | null;
  readonly designEffect: number | null;
  /** For a width. */
  readonly kappa: number | null;
  readonly halfWidth: number | null;
  readonly confidence: number;
  /** For a power. */
  readonly kappa0: number | null;
  readonly kappa1: number | null;
  readonly power: number | null;
  readonly alpha: number | null;
  readonly sides: 1 | 2;
}

export type PlanProblems = Partial<Record<keyof PlanInputs, string>>;

const NARROWEST = 0.005;
const MOST_ITEMS = 1_000_000;

const within = (value: number | null, low: number, high: number): value is number =>
  value !== null && value >= low && value <= high;

/** What is wrong with each field, in a sentence; of the fields of the other goal nothing is said. */
export function planProblems(inputs: PlanInputs): PlanProblems {
  const { goal, prevalence, itemsPerDocument, designEffect, kappa, halfWidth, kappa0, kappa1, power, alpha } = inputs;
  const problems: PlanProblems = {};
  if (!within(prevalence, 0.0001, 0.9999))
    problems.prevalence = "A share from 0.01% to 99.99%: a code that nobody or everybody uses cannot be planned for.";
  if (!within(itemsPerDocument, 1, MOST_ITEMS))
    problems.itemsPerDocument = `From 1 to ${countWords(MOST_ITEMS)}: a document has at least one.`;
  if (!within(designEffect, 1, 10_000)) problems.designEffect = "From 1 to 10,000: below 1 a plan would count on luck.";
  if (goal === "width") {
    if (!within(kappa, 0, 0.99)) problems.kappa = "From 0 to 0.99: a κ of 1 has no error to plan with.";
    if (!within(halfWidth, NARROWEST, 1)) problems.halfWidth = `From ${NARROWEST} to 1.`;
    return problems;
  }
  if (!within(kappa0, 0, 0.99)) problems.kappa0 = "From 0 to 0.99.";
  if (!within(kappa1, 0, 1)) problems.kappa1 = "From 0 to 1.";
  else if (kappa0 !== null && kappa1 - kappa0 < 0.01 - 1e-9) problems.kappa1 = "At least 0.01 above the κ to rule out.";
  if (!within(power, 0.5, 0.99)) problems.power = "From 50% to 99%.";
  if (!within(alpha, 0.001, 0.2)) problems.alpha = "From 0.1% to 20%.";
  return problems;
}

/** null where a field is wrong, or where no study could be that large. */
export function planFor(inputs: PlanInputs): AgreementPlan | null {
  const { prevalence, itemsPerDocument, designEffect } = inputs;
  const goal = goalOf(inputs);
  if (Object.keys(planProblems(inputs)).length > 0 || !goal) return null;
  if (prevalence === null || itemsPerDocument === null || designEffect === null) return null;
  try {
    return planAgreement({ prevalence, itemsPerDocument, designEffect }, goal);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function goalOf(inputs: PlanInputs): PlanGoal | null {
  const { goal, kappa, halfWidth, confidence, kappa0, kappa1, power, alpha, sides } = inputs;
  if (goal === "width") {
    return kappa === null || halfWidth === null ? null : { kind: "width", kappa, halfWidth, confidence };
  }
  if (kappa0 === null || kappa1 === null || power === null || alpha === null) return null;
  return { kind: "power", kappa0, kappa1, power, alpha, sides };
}

/** The values of a table around the one chosen, in order and without repetition. */
export function around(chosen: number | null, others: readonly number[]): number[] {
  const all = chosen === null ? [...others] : [...others.filter((other) => Math.abs(other - chosen) > 1e-9), chosen];
  return all.sort((a, b) => a - b);
}
