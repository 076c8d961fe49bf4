import type { Sentences } from "../sentences";

const MISFIT_WORDS: Readonly<Record<string, string>> = {
  "not-a-number": "is not a number",
  "not-a-date": "is not a date written as YYYY-MM-DD, such as 2026-03-01",
  "not-a-choice": "is none of the choices of this column",
  "too-long": "is longer than 2,000 characters",
};

/** Follows "The value". */
export function misfitWords(misfit: unknown): string {
  return MISFIT_WORDS[String(misfit)] ?? "does not fit";
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  number: "no numbers",
  date: "no dates written as YYYY-MM-DD",
  choice: "not among these choices",
  text: "too long",
};

/** What is recorded of participants and documents. */
export const attributeSentences: Sentences = {
  "attribute-name-taken": ({ name }) =>
    `This table already has a column called “${name}”. Nothing was changed. Give it another name.`,
  "choice-twice": ({ choice }) => `“${choice}” stands among the choices twice. Nothing was changed.`,
  "too-many-choices": ({ count, most }) =>
    `This column holds ${Number(count).toLocaleString("en-GB")} different values, and at most ${most} can be chosen from. It stayed as it was.`,
  "value-does-not-fit": ({ row, column, misfit }) =>
    `The value for “${row}” in “${column}” ${misfitWords(misfit)}. Nothing was changed.`,
  "values-do-not-fit": ({ count, kind }) =>
    `${count === 1 ? "One value of this column is" : `${Number(count).toLocaleString("en-GB")} different values of this column are`} ${KIND_WORDS[String(kind)] ?? "of another kind"}. Nothing was changed. Correct ${count === 1 ? "it" : "them"} first.`,
  "table-values-do-not-fit": ({ count, row, column, misfit }) =>
    `${count === 1 ? "One value does" : `${Number(count).toLocaleString("en-GB")} values do`} not fit: in row ${row} the value of “${column}” ${misfitWords(misfit)}. Nothing was imported.`,
  "table-no-rows": () =>
    "Below the headings the table has no rows. Nothing was read. The first row names the columns, each further row one participant or document.",
  "earlier-values-gone": () =>
    "What stood here before is kept for a day only, and is gone. This step stays; those before it can still be undone.",
};
