// What a person types or a table holds for an attribute → the value that is kept, or why it is none of its kind.

export const ATTRIBUTE_KINDS = ["text", "number", "date", "choice"] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What decides whether a value fits. */
export interface ValueKind {
  readonly kind: AttributeKind;
  readonly choices: readonly Choice[] | null;
}

export const MISFITS = ["not-a-number", "not-a-date", "not-a-choice", "too-long"] as const;
export type Misfit = (typeof MISFITS)[number];

export type ReadValue = { readonly value: string | null } | { readonly misfit: Misfit };

export const LONGEST_VALUE = 2_000;

const NUMBER = /^[+\-−]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d+)?$/i;

/** Numbers stay as they are typed: `0007` and `4,5` are kept so. Nothing but white space is no value. */
export function readAttributeValue({ kind, choices }: ValueKind, typed: string): ReadValue {
  const value = typed.replace(/\r\n?/g, "\n").trim();
  if (value === "") return { value: null };
  if (value.length > LONGEST_VALUE) return { misfit: "too-long" };
  if (kind === "number") return NUMBER.test(value) ? { value } : { misfit: "not-a-number" };
  if (kind === "date") return isDate(value) ? { value } : { misfit: "not-a-date" };
  if (kind === "choice") {
    const chosen = choiceOf(choices ?? [], value);
    return chosen ? { value: chosen.value } : { misfit: "not-a-choice" };
  }
  return { value };
}

/** By its value, else by its label; capitals count only where two differ in nothing else. */
function choiceOf(choices: readonly Choice[], typed: string): Choice | undefined {
  const folded = typed.toLowerCase();
  return (
    choices.find((choice) => choice.value === typed) ??
    choices.find((choice) => choice.label === typed) ??
    choices.find((choice) => choice.value.toLowerCase() === folded || choice.label.toLowerCase() === folded)
  );
}

/** A day that the calendar has, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** How a value is shown: a choice by its label. */
export function shownValue({ kind, choices }: ValueKind, value: string | null): string {
  if (value === null) return "";
  if (kind !== "choice") return value;
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}
