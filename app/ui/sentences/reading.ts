import type { RefusalParams } from "@/lib/refusal";
import type { Sentences } from "../sentences";

function counted(one: string, several: string): (params: RefusalParams) => string {
  return ({ count }) => (Number(count) === 1 ? one : several.replace("#", String(count)));
}

/** What a person should be told about a file that was read all the same. */
export const readingSentences: Sentences = {
  "encoding-guessed": ({ encoding }) =>
    `The text encoding was guessed to be ${encoding}. If letters look wrong, choose another.`,
  "bytes-replaced": counted(
    "One character could not be decoded and stands as �. Another text encoding may fit better.",
    "# characters could not be decoded and stand as �. Another text encoding may fit better.",
  ),
  "nul-replaced": counted("One NUL byte was replaced by �.", "# NUL bytes were replaced by �."),
  "control-characters": counted(
    "The text holds one control character, which was kept.",
    "The text holds # control characters, which were kept.",
  ),
  "clock-times": () => "The times are times of day; they are counted from the first one.",
  "no-speakers-found": () => "No speakers were found. The text stands as it is, without turns of named people.",
  "front-matter-left-out": ({ lines }) => `The block of settings at the top (${lines} lines) was left out.`,
  "cue-times-reversed": counted(
    "One caption ends before it begins. Its words were kept.",
    "# captions end before they begin. Their words were kept.",
  ),
  "cue-notes-left-out": counted("One note between captions was left out.", "# notes between captions were left out."),
  "cues-empty": counted("One caption without words was left out.", "# captions without words were left out."),
  "rollup-removed": counted(
    "One line that the captions repeat while rolling up was kept once.",
    "# lines that the captions repeat while rolling up were kept once each.",
  ),
  "hidden-text-left-out": counted(
    "One character of hidden text was left out.",
    "# characters of hidden text were left out.",
  ),
  "tracked-insertions-kept": counted(
    "One tracked insertion was kept as text.",
    "# tracked insertions were kept as text.",
  ),
  "tracked-deletions-left-out": counted("One tracked deletion was left out.", "# tracked deletions were left out."),
  "symbols-unknown": counted(
    "One symbol of a special font is not known and stands as �.",
    "# symbols of special fonts are not known and stand as �.",
  ),
  "automatic-numbers-rebuilt": counted(
    "One automatic number was written out as text.",
    "# automatic numbers were written out as text.",
  ),
  "automatic-numbers-left-out": counted(
    "One automatic number is not part of the text.",
    "# automatic numbers are not part of the text.",
  ),
  "comments-left-out": () => "The comments in the margin were left out.",
  "notes-left-out": () => "Footnotes and endnotes were left out.",
  "macros-present": () => "The file holds macros. They were neither read nor run.",
  "bold-paragraphs": counted(
    "One paragraph is bold throughout; it may be the interviewer's.",
    "# paragraphs are bold throughout; they may be the interviewer's.",
  ),
};
