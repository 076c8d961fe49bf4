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
  "labels-too-long": ({ count }) =>
    `${count === 1 ? "One passage stands" : `${count} passages stand`} where a speaker's name should, and is too long for one. The words are in the text, under nobody.`,
  "no-speakers-found": () => "No speakers were found. The text stands as it is, without turns of named people.",
  "front-matter-left-out": ({ lines }) => `The block of settings at the top (${lines} lines) was left out.`,
  "chat-messages": counted(
    "This is a meeting's chat with one message: what was written, not what was said.",
    "This is a meeting's chat with # messages: what was written, not what was said.",
  ),
  "chat-tiers-left-out": counted(
    "One line of analysis (a % tier) was left out. The verbatim reading keeps it.",
    "# lines of analysis (% tiers) were left out. The verbatim reading keeps them.",
  ),
  "chat-headers-left-out": counted(
    "One line about the file (beginning with @) was left out. The verbatim reading keeps it.",
    "# lines about the file (beginning with @) were left out. The verbatim reading keeps them.",
  ),
  "json-not-numbers": counted(
    "One value in the file is no number (NaN) and was passed over. No words and no times were lost.",
    "# values in the file are no numbers (NaN) and were passed over. No words and no times were lost.",
  ),
  "json-keys-repeated": counted(
    "One part of the file comes twice under the same key. The last was read: check that nothing is missing.",
    "# parts of the file come twice under the same key. The last of each was read: check that nothing is missing.",
  ),
  "half-characters-replaced": counted(
    "Half of a character stood alone and was replaced by �.",
    "# halves of characters stood alone and were replaced by �.",
  ),
  "cue-times-reversed": counted(
    "One caption ends before it begins. Its words were kept.",
    "# captions end before they begin. Their words were kept.",
  ),
  "cue-head-left-out": counted(
    "One line above the first caption was left out, since it has no time.",
    "# lines above the first caption were left out, since they have no time.",
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
  "comments-left-out": counted("One comment in the margin was left out.", "# comments in the margin were left out."),
  "notes-left-out": counted("One footnote or endnote was left out.", "# footnotes and endnotes were left out."),
  "headers-left-out": counted(
    "The words of one header or footer are not part of the text.",
    "The words of # headers and footers are not part of the text.",
  ),
  "embedded-left-out": counted(
    "One document embedded in this one was not read. If people speak in it, add it as a file of its own.",
    "# documents embedded in this one were not read. If people speak in them, add them as files of their own.",
  ),
  "style-might-label": () =>
    "Nobody is named, but paragraphs in bold or italic take turns with the others: the style may say who speaks.",
  "table-titles-left-out": counted(
    "The row of titles of one table was left out; the columns were read as it says.",
    "The rows of titles of # tables were left out; the columns were read as they say.",
  ),
  "macros-present": () => "The file holds macros. They were neither read nor run.",
};
