// What a label looks like by itself: a role's word, a code, a name, or nothing that anybody would write there.
import { foldLabel, isNotSpeakerWord, isSound, labelStem, roleOfWord } from "./label-words";

export const LONGEST_LABEL = 63;
const MOST_REMEMBERED = 10_000;

/** How the label is set off from the words. */
export type LabelForm =
  | "colon"
  | "tight"
  | "header"
  | "bracket"
  | "dash"
  | "tab"
  | "bold"
  | "bold-alone"
  | "heading"
  | "bullet"
  | "stop"
  | "alone";

/**
 * What the label looks like: a word for a role, a code with a number (P1), a few capitals (MSM), a name,
 * one word in lower case (a screen name), or a heading's word (Note, Q2).
 */
export type LabelLook = "role" | "code" | "capitals" | "name" | "lower" | "heading";

export type Look = (label: string, form: LabelForm) => LabelLook | null;

/** `lookOf` for the lines of one file, whose few labels come again and again. */
export function rememberedLooks(): Look {
  const byForm = new Map<LabelForm, Map<string, LabelLook | null>>();
  return (label, form) => {
    const known = byForm.get(form) ?? new Map<string, LabelLook | null>();
    byForm.set(form, known);
    const before = known.get(label);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const look = lookOf(label, form);
    known.set(label, look);
    return look;
  };
}

/** What a label looks like, or null where nobody would write such a label. */
export function lookOf(label: string, form: LabelForm): LabelLook | null {
  if (label.length === 0 || label.length > LONGEST_LABEL || !/\p{L}/u.test(label)) return null;
  if (form !== "colon" && isSound(label)) return null;
  if (isNotSpeakerWord(label)) return form === "colon" || form === "bold" ? "heading" : null;
  const plain = label
    .normalize("NFKC")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .trim();
  const base = plain.replace(/\s*(?:\[[^\]]*\]|\([^)]*\))$/u, "").replace(/\?$/, "");
  if (roleOfWord(labelStem(base)) !== null && /^[\p{L}\p{N}\s._#-]+$/u.test(base)) return "role";
  if (isCode(base)) return "code";
  if (/^\p{Lu}[\p{Lu}.]{0,4}$/u.test(base)) return "capitals";
  if (isName(plain)) return "name";
  if (form === "alone") return null;
  if (form === "dash") return null;
  return /^[\p{Ll}\p{N}_.'-]{2,30}$/u.test(foldLabel(label)) && plain === plain.toLowerCase() && !/\s/.test(plain)
    ? "lower"
    : null;
}

const CODE = "(?:\\p{Lu}{1,4}|id|[a-z])[-_.]?\\s?\\p{N}{1,4}\\p{L}?";
const CODES = new RegExp(`^${CODE}(?:\\s?(?:[/&+,–-]|and|und|et|y|e)\\s?${CODE})*$`, "u");

function isCode(base: string): boolean {
  return CODES.test(base);
}

const PARTICLE =
  /^(?:de|da|do|dos|das|di|del|della|du|des|van|von|der|den|ter|zu|zur|la|le|el|al|bin|ibn|ben|of|the|y|e|i|und|and|et|&|\||-|–|\/)$/u;

/** Every word begins with a capital, a digit or a letter of a script without case; a few marks that screen names have. */
function isName(label: string): boolean {
  // A stop ends a name that ends in an initial, Maria L., and no other.
  const named = label.replace(/(?<=(?:^|[\s.])(?:\p{Lu}|[JS]r))\.$/u, "");
  if (/[!?;=<>{}]|https?$|\.\.|[.,]$/u.test(named) || !/^[\p{Lu}\p{Lo}\p{Lt}]/u.test(label)) return false;
  if (!balanced(label)) return false;
  const words = label
    .replace(/\s*[([][^)\]]*[)\]]/gu, "")
    .split(/[\s,]+/u)
    .filter(Boolean);
  if (words.length === 0 || words.length > 6 || (label.match(/,/g)?.length ?? 0) > 1) return false;
  const caseless = /^\p{Lo}/u.test(label);
  if (caseless && label.length > 20) return false;
  return words.every(
    (word) => PARTICLE.test(word) || /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Extended_Pictographic}#(]/u.test(word),
  );
}

function balanced(label: string): boolean {
  const count = (mark: string) => label.split(mark).length;
  return count("(") === count(")") && count("[") === count("]");
}
