import type { Sentences } from "../sentences";

/** Opening and revealing rounds, and settling what the coders disagree about. */
export const roundSentences: Sentences = {
  "round-needs-two-coders": () => "A round needs at least two coders. Choose one more.",
  "round-document-missing": () =>
    "One of the chosen documents is no longer in the project. Reload the page and choose again.",
  "round-coder-missing": () => "One of the chosen coders has left the project. Reload the page and choose again.",
  "round-needs-a-code": () => "The codebook is still empty. Add a code before opening a round.",
  "round-not-revealed": () => "This round has not been revealed yet, so this cannot be done now.",
  "round-is-revealed": () => "This round has been revealed, so this can no longer be done.",
  "typed-name-differs": () => "The name that was typed is not the name of the round. Nothing was revealed.",
  "not-all-submitted": ({ missing }) =>
    `${missing} ${missing === 1 ? "document has" : "documents have"} not been submitted. Give the reason for revealing all the same.`,
  "not-submitted": () => "This document is not submitted, so there is nothing to reopen.",
  "already-settled": () => "This disagreement has been settled in the meantime. Take that ruling back to decide anew.",
};
