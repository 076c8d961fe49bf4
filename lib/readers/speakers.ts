// The labels that a file was found to have, with what the preview shows and proposes for each.
import { joinWords } from "./join-words";
import { foldLabel, isNotSpeakerWord, labelStem, roleOfWord } from "./label-words";
import type { FoundLabel, LabelDecision, ReadResult, SpeakerRole } from "./read-result";

const LONGEST_EXAMPLE = 120;

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
  const names = proposedNames(labels);
  return labels.map((label) => {
    const entry = seen.get(label) as Seen;
    return {
      label,
      turns: entry.turns,
      example: cut(joinWords(entry.pieces)),
      proposal: proposal(label, names.get(label) ?? label, labels),
    };
  });
}

function proposal(label: string, name: string, all: readonly string[]): LabelDecision {
  if (isNotSpeakerWord(label)) return { label, treatment: "not-speaker", name, role: "unknown" };
  return { label, treatment: "speaker", name, role: proposedRole(label, all) };
}

function proposedRole(label: string, all: readonly string[]): SpeakerRole {
  const folded = foldLabel(label);
  const stem = labelStem(label);
  if (/\?$/.test(folded)) return "unknown";
  if (/\p{L}\p{N}*\s?[/&+]\s?\p{L}/u.test(folded) && folded.length <= 20) return "several";
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

/** Each label under the name of the first that folds to the same; `P5 [to P2]` under `P5` where that is a label too. */
function proposedNames(labels: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const byKey = new Map<string, string>();
  for (const label of labels) {
    const key = comparable(label);
    if (!byKey.has(key)) byKey.set(key, tidy(label));
  }
  for (const label of labels) {
    const short = comparable(label.replace(/\s*(?:\[[^\]]*\]|\([^)]*\))\s*$/u, ""));
    const addressed = /\[[^\]]*\]\s*$/u.test(label);
    names.set(
      label,
      byKey.get(short) ?? (addressed ? label.replace(/\s*\[[^\]]*\]\s*$/u, "") : byKey.get(comparable(label))) ?? label,
    );
  }
  return names;
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
  if (!/^\S{1,3}\s?\p{N}+$/u.test(folded)) return folded;
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
