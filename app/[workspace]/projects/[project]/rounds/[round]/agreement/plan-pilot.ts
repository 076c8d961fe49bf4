import { FEWEST_DOCUMENTS_WITH_CODE } from "@/lib/agreement/interval-standing";
import { tableSize } from "@/lib/agreement/table2x2";
import type { CodeRow } from "./code-rows";
import { ratesOf } from "./code-rows";
import { countWords, kappaWords, numberWords, undefinedWords } from "./figure-words";
import type { PlanInputs } from "./plan-inputs";

export interface Pilot {
  /** What a plan begins with. */
  readonly inputs: PlanInputs;
  readonly kappa: string;
  /** Where its design effect comes from, and how far to trust it. */
  readonly effect: string;
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
const held = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Begins a plan with what a code of the round tells; without one, with figures of no round in particular. */
export function pilotOf(row: CodeRow | null, confidence: number): Pilot {
  const rates = row && ratesOf(row.measures);
  const documents = row?.intervals?.documents ?? 0;
  const effect = row?.intervals?.designEffect;
  const kappa = row?.measures.cohenKappa;
  const measured = effect?.kind === "defined" && row && row.documents >= FEWEST_DOCUMENTS_WITH_CODE;
  return {
    inputs: {
      goal: "width",
      prevalence: rates ? held(rounded(rates.mean, 4), 0.0001, 0.9999) : 0.1,
      itemsPerDocument: row && documents > 0 ? rounded(tableSize(row.measures.table) / documents, 1) : 1,
      designEffect: measured ? held(rounded(effect.value, 2), 1, 10_000) : 1,
      kappa: kappa?.kind === "defined" ? held(rounded(kappa.value, 2), 0, 0.95) : 0.7,
      halfWidth: 0.1,
      confidence,
      kappa0: 0.6,
      kappa1: 0.8,
      power: 0.8,
      alpha: 0.05,
      sides: 2,
    },
    kappa: kappa ? kappaWords(kappa) : "–",
    effect: effectWords(row),
  };
}

function effectWords(row: CodeRow | null): string {
  const effect = row?.intervals?.designEffect;
  if (!row || !effect)
    return "Without a pilot it is a guess: 1 takes items of one document as independent, which they seldom are.";
  if (effect.kind === "undefined")
    return `The pilot has none (${lower(undefinedWords(effect.reason))}). 1 is too hopeful; try 2 or 3 as well.`;
  const found = numberWords(effect.value);
  if (row.documents < FEWEST_DOCUMENTS_WITH_CODE) {
    return `The pilot gives ${found}, but only ${countWords(row.documents)} of its documents carry the code, too few to go by. 1 is too hopeful; try 2 or 3 as well.`;
  }
  if (effect.value < 1) return `The pilot gives ${found}; below 1 it is luck, and 1 is taken.`;
  return `The pilot gives ${found}, from ${countWords(row.documents)} documents that carry the code.`;
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
