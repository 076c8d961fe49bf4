// The labels that a file was found to have, with what the preview shows and proposes for each.
import { isBlank } from "./blank";
import { joinWords } from "./join-words";
import { foldLabel, isNotSpeakerWord, labelStem, roleOfWord } from "./label-words";
import type { FoundLabel, LabelDecision, ReadResult, SpeakerRole } from "./read-result";

const LONGEST_EXAMPLE = 120;
const KEY_WITHIN = 20;
const LONGEST_KEY = 500;
const KEY = /(?:^|[\s(;,])(\p{L}{1,5}\p{N}{0,2})\s{0,3}[=–]\s{0,3}(\p{L}{3,20})/gu;

interface Seen {
  turns: number;
  pieces: string[];
  length: number;
}

/** In the order of their first turns. Labels that only spelling keeps apart are proposed under one name. */
export function foundLabels(read: ReadResult): FoundLabel[] {
  const seen = new Map<string, Seen>();
  let previous: string | null = null;
  for (const block of read.blocks) {
    // A cue without words is nobody's turn, and it ends none.
    if (read.unit === "cue" && isBlank(block.raw)) continue;
    if (block.label !== null) {
      const entry = seen.get(block.label) ?? { turns: 0, pieces: [], length: 0 };
      seen.set(block.label, entry);
      if (read.unit !== "cue" || previous !== block.label) entry.turns++;
      if (entry.length < LONGEST_EXAMPLE) {
        const words = block.raw
          .slice(block.labelLength, block.labelLength + 4 * LONGEST_EXAMPLE)
          .replace(/\s+/gu, " ")
          .trim();
        entry.pieces.push(words);
        entry.length += words.length;
      }
    }
    previous = block.label;
  }
  const labels = [...seen.keys()];
  const names = proposedNames(labels, read.names ?? [], (label) => seen.get(label)?.turns ?? 0);
  const roles = rolesOfKey(read);
  return labels.map((label) => {
    const entry = seen.get(label) as Seen;
    return {
      label,
      turns: entry.turns,
      example: cut(joinWords(entry.pieces)),
      proposal: proposal(label, names.get(label) ?? label, labels, roles),
    };
  });
}

function proposal(
  label: string,
  name: string,
  all: readonly string[],
  roles: ReadonlyMap<string, SpeakerRole>,
): LabelDecision {
  // "PS:" after "Peter Smith:" is Peter Smith, not a postscript.
  const isNobody = isNotSpeakerWord(label) && comparable(name) === comparable(label);
  if (isNobody) return { label, treatment: "not-speaker", name, role: "unknown" };
  return { label, treatment: "speaker", name, role: roles.get(foldLabel(label)) ?? proposedRole(label, all) };
}

/** A key above the talk, `(S = Student; I = Interviewer)`: what the typist says of a label comes before what we think. */
function rolesOfKey(read: ReadResult): ReadonlyMap<string, SpeakerRole> {
  const roles = new Map<string, SpeakerRole>();
  for (const block of read.blocks.slice(0, KEY_WITHIN)) {
    if (block.label !== null) continue;
    for (const [, label, word] of block.raw.slice(0, LONGEST_KEY).matchAll(KEY)) {
      const role = roleOfWord(labelStem(word ?? ""));
      if (label !== undefined && role !== null) roles.set(foldLabel(label), role);
    }
  }
  return roles;
}

function proposedRole(label: string, all: readonly string[]): SpeakerRole {
  const folded = foldLabel(label);
  const stem = labelStem(label);
  const bare = folded.replace(/\s*[([][^)\]]*[)\]]\s*$/u, "");
  if (/\?$/.test(bare)) return "unknown";
  if (/^(?:unknown|unidentified|unbekannt\p{L}{0,2}|desconocid[oa]|inconnue?)\s/u.test(bare)) return "unknown";
  if (bare.length <= 20 && /\p{L}\p{N}*\s?(?:[/&+]|(?<=\s)(?:and|und|et|y|e)(?=\s))\s?\p{L}/u.test(bare))
    return "several";
  // Beside an `F`, `M` is male; alone beside numbered participants, it is the moderator.
  if (
    folded === "m" &&
    !all.some((other) => foldLabel(other) === "f") &&
    all.some((other) => /^p\d/.test(foldLabel(other)))
  ) {
    return "moderator";
  }
  const word = roleOfWord(folded) ?? roleOfWord(stem) ?? roleOfWord(stem.replace(/\s*\(.*$/u, ""));
  return word ?? "participant";
}

/**
 * The file's own name for a label; else that of the first label that folds to the same; `P5 [to P2]` under `P5` where
 * that is a label too; `CJ` under `Caroline Jones`, who was written out before.
 */
function proposedNames(
  labels: readonly string[],
  given: readonly (readonly [string, string])[],
  turnsOf: (label: string) => number,
): Map<string, string> {
  const own = new Map(given);
  const written = writtenOut(labels, turnsOf);
  const names = new Map<string, string>();
  const byKey = new Map<string, string>();
  for (const label of labels) {
    const key = comparable(label);
    if (!byKey.has(key)) byKey.set(key, written.get(label) ?? tidy(label));
  }
  for (const label of labels) {
    const short = comparable(label.replace(/\s*(?:\[[^\]]*\]|\([^)]*\))\s*$/u, ""));
    const addressed = /\[[^\]]*\]\s*$/u.test(label);
    const alike = addressed ? label.replace(/\s*\[[^\]]*\]\s*$/u, "") : byKey.get(comparable(label));
    names.set(label, own.get(label) ?? byKey.get(short) ?? alike ?? label);
  }
  // "Caroline Jones (CJ)" says itself how she is called from then on.
  for (const label of labels) {
    const short = /\((\p{Lu}[\p{L}\p{N}]{0,3})\)$/u.exec(label)?.[1];
    if (short !== undefined && names.get(short) === short) names.set(short, names.get(label) ?? label);
  }
  return names;
}

/** Labels that shorten one before them: initials of one name alone, or the first name of somebody named once or twice. */
function writtenOut(labels: readonly string[], turnsOf: (label: string) => number): ReadonlyMap<string, string> {
  const byShort = new Map<string, string | null>();
  const written = new Map<string, string>();
  for (const label of labels) {
    const full = byShort.get(label);
    if (full) written.set(label, full);
    const words = tidy(label).split(/\s+/u);
    if (words.length < 2 || words.length > 4 || !words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))) continue;
    const initials = words.map((word) => word.slice(0, 1)).join("");
    const shorts = turnsOf(label) <= 2 ? [initials, words[0] ?? ""] : [initials];
    // Two people with the same initials: nothing is proposed.
    for (const short of shorts) byShort.set(short, byShort.has(short) ? null : tidy(label));
  }
  return written;
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
};

/** A code whose letters look alike is proposed as one (Cyrillic `Р5` beside `P5`); longer words are left alone. */
function comparable(label: string): string {
  const folded = foldLabel(label);
  if (!/^\S{1,4}\s?\p{N}*$/u.test(folded)) return folded;
  return [...folded]
    .map((letter) => LOOK_ALIKES[letter] ?? letter)
    .join("")
    .replace(/\s/g, "");
}

/** Without marks that cannot be seen; a name is typed by people, so nothing else is touched. */
function tidy(label: string): string {
  return label.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "").trim();
}

function cut(words: string): string {
  if (words.length <= LONGEST_EXAMPLE) return words;
  const short = words.slice(0, LONGEST_EXAMPLE);
  // Never half of a character that takes two code units.
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}
