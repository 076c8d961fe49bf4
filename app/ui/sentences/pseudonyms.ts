import type { Sentences } from "../sentences";

/** The table of names, its passphrase, and pseudonyms applied. */
export const pseudonymSentences: Sentences = {
  "no-pseudonyms-yet": () => "This project has no table of names yet. Choose a passphrase and make one.",
  "passphrase-wrong": () => "This is not the passphrase of this project’s names. Nothing was opened or changed.",
  "passphrase-wait": ({ seconds }) =>
    `Too many wrong passphrases. Wait ${seconds} ${Number(seconds) === 1 ? "second" : "seconds"}, then try again.`,
  "name-kept-twice": ({ row }) =>
    `Row ${row} names somebody who already stands in the table. Give each name and each further form one row. Nothing was saved.`,
  "pseudonym-is-a-name": ({ row }) =>
    `The pseudonym in row ${row} holds a name of the table, so it would be replaced again. Choose another one. Nothing was saved.`,
  "name-has-no-letters": ({ row }) =>
    `The name in row ${row} has no letters to look for. Correct or remove it. Nothing was saved.`,
  "no-names-to-replace": () => "The table holds no names yet. Add one, then apply it. Nothing was changed.",
};
