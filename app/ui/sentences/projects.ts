import type { Sentences } from "../sentences";

/** Documents, codebook, coding, undo. */
export const projectSentences: Sentences = {
  "document-in-use": () => "This document has been coded or stands in a round, so it stays.",
  "code-name-taken": ({ name }) => `There is already a code “${name}” at this place of the tree. Choose another name.`,
  "code-move-cycle": () => "A code cannot be moved below itself or below one of its own sub-themes.",
  "code-move-below-proposal": () => "A code of the codebook cannot stand below a proposal. Adopt the proposal first.",
  "code-merge-into-itself": () => "A code cannot be merged into itself or into one of its own sub-themes.",
  "code-merge-into-proposal": () =>
    "A code of the codebook cannot be merged into a proposal. Adopt the proposal first, then merge.",
  "code-not-a-proposal": () => "This code already stands in the codebook.",
  "code-not-removable": () =>
    "Only a code that has no codes below it, stands in no round's codebook and carries no coding can be removed. Retire it instead.",
  "code-retired": () => "This code is retired and not applied any more. What was coded with it stays.",
  "code-removed": () => "The code of this coding was removed from the codebook. It has to be brought back first.",
  "codebook-is-the-leads": () =>
    "The codebook belongs to the lead while a round is open. You can propose a code from the coding desk.",
  "already-coded": () => "You have already applied this code to exactly these words.",
  "codings-not-alike": () => "Only codings with the same code in the same document can be merged.",
  "memo-too-long": ({ longest }) =>
    `The memos together would be longer than ${longest} characters. Shorten one of them, then merge.`,
  "set-is-locked": () => "You have submitted this document, so it is locked. The lead can open it again.",
  "span-outside-text": () => "The selection reaches beyond the text. Reload the page and select again.",
  "words-do-not-match": () => "The text is not the one that was selected from. Reload the page and select again.",
  "nothing-to-undo": () => "There is nothing to undo.",
  "nothing-to-redo": () => "There is nothing to redo.",
  "not-in-a-round": () => "This document does not stand in a round.",
};
