// How many documents two coders must both code, for a wanted width of the interval or a wanted power.
import { donnerEliasziwSampleSize, type KappaTest } from "./donner-eliasziw-sample-size";
import { intervalWidthSampleSize, plannedItemVariance, type WantedWidth } from "./interval-width-sample-size";
import { documentsWithItems, kappaOverDocuments } from "./kappa-over-documents";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { studentTQuantile } from "./student-t";
import { sumTables, type Table2x2, tableSize } from "./table2x2";

export interface PlannedDocuments {
  /** The share of items that a coder gives the code. */
  readonly prevalence: number;
  /** How many items, turns for instance, a document has on average. 1 without it. */
  readonly itemsPerDocument?: number;
  /** How many times the variance is that of independent items; a value below 1 is taken as 1. 1 without it. */
  readonly designEffect?: number;
}

export type PlanGoal = ({ readonly kind: "width" } & WantedWidth) | ({ readonly kind: "power" } & KappaTest);

export interface AgreementPlan {
  /** As the published formula gives them, rounded up. */
  readonly itemsIfIndependent: number;
  /** With the design effect, and for a width with Student's t instead of z. */
  readonly items: number;
  readonly documents: number;
  readonly designEffect: number;
}

/**
 * Answers: How many documents, with how many items in all, must both code so that kappa is known well enough?
 * Formula: for a width the smallest K with t₁₋α/₂,K₋₁ √(Q D / (K m̄)) ≤ h; for a power K = N D / m̄ with the N of Donner &
 *   Eliasziw; Q the variance per item, D the design effect (at least 1), m̄ the items of a document; at least 2 documents.
 * Shape: the prevalence, the kappa or kappas, the width or power, and from a pilot round m̄ and D.
 * Unit: units inside documents, turns for instance; with characters as items take D of the pilot, never 1.
 * Undefined: never.
 * Misleads: it is no better than the kappa, prevalence and design effect put in; those of a pilot round with few
 *   documents are rough. For a power it takes the normal approximation, a little too hopeful below ten documents.
 * Throws: RangeError as the formulas do, for fewer than one item a document and for a plan beyond ten million documents.
 * Cost: constant.
 * Source: Donner & Eliasziw 1992; Fleiss, Cohen & Everitt 1969; the design effect of Kish 1965; Student's t as in
 *   kappaOverDocuments.
 * Checked: K meets the width and K − 1 does not; with one item a document and no clustering the items are those of the
 *   published formulas, but for t.
 */
export function planAgreement(documents: PlannedDocuments, goal: PlanGoal): AgreementPlan {
  const { prevalence, itemsPerDocument = 1 } = documents;
  const designEffect = Math.max(1, documents.designEffect ?? 1);
  if (!(itemsPerDocument >= 1 && itemsPerDocument < Infinity))
    throw new RangeError(`${itemsPerDocument} items a document`);
  if (!(designEffect < Infinity)) throw new RangeError(`a design effect of ${designEffect}`);
  const n =
    goal.kind === "width"
      ? intervalWidthSampleSize({ prevalence, ...goal })
      : donnerEliasziwSampleSize({ prevalence, ...goal });
  const least = Math.max(2, wholeItems((n * designEffect) / itemsPerDocument));
  if (!(least <= 1e7)) throw new RangeError(`a plan of ${least} documents`);
  const needed =
    goal.kind === "width"
      ? documentsForWidth(least, (plannedItemVariance(prevalence, goal.kappa) * designEffect) / itemsPerDocument, goal)
      : least;
  return {
    itemsIfIndependent: wholeItems(n),
    items: wholeItems(needed * itemsPerDocument),
    documents: needed,
    designEffect,
  };
}

/** Up to the next whole item, but not for a rounding error above one. */
export function wholeItems(n: number): number {
  return Math.ceil(n - 1e-9);
}

/** Starts from the number for z: t is never smaller, and soon hardly larger. */
function documentsForWidth(least: number, variance: number, { halfWidth, confidence = 0.95 }: WantedWidth): number {
  const p = 1 - (1 - confidence) / 2;
  let count = least;
  while (studentTQuantile(p, count - 1) * Math.sqrt(variance / count) > halfWidth * (1 + 1e-12)) count++;
  return count;
}

export interface PilotFigures {
  readonly kappa: Statistic;
  /** The mean of the two coders' rates. */
  readonly prevalence: Statistic;
  readonly itemsPerDocument: Statistic;
  readonly designEffect: Statistic;
}

/** What a round that has been coded tells a plan: one 2×2 table per document of one code, or of the codes' sums. */
export function pilotFigures(tables: readonly Table2x2[]): PilotFigures {
  const { kappa, designEffect } = kappaOverDocuments(tables, 0.95);
  const whole = sumTables(tables);
  const n = tableSize(whole);
  if (n === 0)
    return { kappa, designEffect, prevalence: undefinedFor("no-data"), itemsPerDocument: undefinedFor("no-data") };
  return {
    kappa,
    designEffect,
    prevalence: defined((2 * whole.both + whole.onlyFirst + whole.onlySecond) / (2 * n)),
    itemsPerDocument: defined(n / documentsWithItems(tables).length),
  };
}
