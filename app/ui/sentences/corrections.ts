import type { Sentences } from "../sentences";

/** Corrected transcripts, and codings that were under way when a correction was laid. */
export const correctionSentences: Sentences = {
  "words-corrected-away": () =>
    "A correction took these words out of the text, so nothing can stand on them. Everything else was kept; your words and memos on this are here to be copied.",
  "text-changed-meanwhile": () =>
    "The text of this document was changed by somebody else in the meantime. Nothing was laid over it. Open the page again and repeat what is still needed.",
  "nothing-corrected": () => "These corrections leave the text as it is, so nothing was changed.",
  "text-would-be-empty": () =>
    "This would leave the document without a single word, so nothing was changed. To take a document out, remove it from the project.",
  "text-too-long": ({ longest }) =>
    `The corrected text would be longer than ${Number(longest).toLocaleString("en-GB")} characters. Nothing was changed.`,
  "revision-sealed": () =>
    "The words of that text were sealed when the document was pseudonymised, so they cannot be shown or laid again.",
  "file-differs-throughout": ({ name }) =>
    `“${name}” differs from this document in nearly every word, so it is not a newer version of the same transcript. Nothing was changed. Import it as a document of its own.`,
};
