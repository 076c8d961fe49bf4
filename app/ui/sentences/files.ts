import type { Sentences } from "../sentences";

/** Files that come in and go out. */
export const fileSentences: Sentences = {
  "file-too-large": ({ megabytes }) => `The file is larger than ${megabytes} MB, which is the most that is read.`,
  "file-stopped": () => "Reading the file was stopped. Nothing was stored.",
  "format-not-offered": ({ format }) => `Exports in the format “${format}” are not offered.`,
};
