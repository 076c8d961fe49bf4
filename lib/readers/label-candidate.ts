// What could be a speaker's label at the head of one line; whether it is one, the whole file decides.
import { CLOCK, clockMs } from "./clock";
import { foldLabel, isNotSpeakerWord, isSound, labelStem, roleOfWord } from "./label-words";

/** How the label is set off from the words. */
export type LabelForm = "colon" | "header" | "bracket" | "dash" | "tab" | "bold" | "alone";

/**
 * What the label looks like: a word for a role, a code with a number (P1), a few capitals (MSM), a name,
 * one word in lower case (a screen name), or a heading's word (Note, Q2).
 */
export type LabelLook = "role" | "code" | "capitals" | "name" | "lower" | "heading";

export interface LabelCandidate {
  readonly label: string;
  /** How many leading characters of the line are label, time and separator. */
  readonly length: number;
  readonly startMs: number | null;
  readonly form: LabelForm;
  readonly look: LabelLook;
  /** A time of day rather than a time of the recording. */
  readonly wallClock: boolean;
}

export interface LineStyle {
  /** How many leading characters are bold; 0 where the format has no bold. */
  readonly boldLength?: number;
  /** `**Name**` and `__Name__` are bold. */
  readonly markdown?: boolean;
  /** `(Name)` at the head of a subtitle. */
  readonly cue?: boolean;
  /** Take only the separator itself, and leave the spaces after it to the words. */
  readonly verbatim?: boolean;
}

const LONGEST_LABEL = 63;
const LOOKED_AT = 200;
/** White space and marks that cannot be seen. */
const BLANK = "[\\s\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]";
const TIMED = `(?:\\[(?:${CLOCK})\\]|\\((?:${CLOCK})\\))`;

const AFTER_COLON_TIME = new RegExp(
  `^\\s*(${TIMED})|^\\s*(${CLOCK})(?=${BLANK}*$)|^(?:\\s{2,}|\\t)(${CLOCK})(?=\\s{2,}|\\t)`,
  "u",
);
const HEADER = new RegExp(`^(.{1,${LONGEST_LABEL}}?)(?:\\s+|\\s*[,|–-]\\s+)(${CLOCK}|${TIMED})${BLANK}*$`, "u");
const BEFORE_COLON_TIME = new RegExp(`^(.{1,${LONGEST_LABEL}}?)\\s*(${TIMED})\\s*[:：]`, "u");
const LEAD = new RegExp(`^${BLANK}*(?:>>+\\s*)?`, "u");
const BLANKS = new RegExp(`^${BLANK}*`, "u");
const WALL_CLOCK = new RegExp(`^\\[([^\\]]{1,${LONGEST_LABEL}})\\]\\s+(\\d{1,2}:\\d{2}:\\d{2})${BLANK}*$`, "u");

/** The label that may stand at the head of `line`, whose first `offset` characters (a time, a line number) are taken. */
export function labelCandidate(line: string, offset: number, style: LineStyle): LabelCandidate | null {
  const lead = LEAD.exec(line.slice(offset, offset + LOOKED_AT))?.[0].length ?? 0;
  const from = offset + lead;
  const text = line.slice(from, from + LOOKED_AT);
  for (const form of FORMS) {
    const found = form(text, line.length - from <= LOOKED_AT, style, (style.boldLength ?? 0) - from);
    if (found === null) continue;
    const label = found.label.trim();
    const look = lookOf(label, found.form);
    if (look === null) continue;
    const space = style.verbatim ? 0 : trailingSpace(line, from + found.length);
    return {
      label,
      length: from + found.length + space,
      startMs: found.time === null ? null : clockMs(found.time),
      form: found.form,
      look,
      wallClock: found.wallClock ?? false,
    };
  }
  return null;
}

interface Found {
  label: string;
  length: number;
  time: string | null;
  form: LabelForm;
  wallClock?: boolean;
}
type Form = (text: string, whole: boolean, style: LineStyle, bold: number) => Found | null;

const FORMS: readonly Form[] = [
  wallClockForm,
  markdownForm,
  timedColonForm,
  colonForm,
  headerForm,
  bracketForm,
  boldForm,
  dashForm,
  tabForm,
  aloneForm,
];

function wallClockForm(text: string, whole: boolean): Found | null {
  const match = whole ? WALL_CLOCK.exec(text) : null;
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: match[2] ?? null, form: "header", wallClock: true };
}

function markdownForm(text: string, whole: boolean, style: LineStyle): Found | null {
  if (!style.markdown) return null;
  const match = /^(\*\*|__)(.{1,63}?)\s*[:：]?\s*\1\s*[:：]?/u.exec(text);
  if (!match) return null;
  return withTime(text, whole, { label: match[2] ?? "", length: match[0].length, form: "bold" });
}

function timedColonForm(text: string): Found | null {
  const match = BEFORE_COLON_TIME.exec(text);
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: bare(match[2]), form: "colon" };
}

function colonForm(text: string, whole: boolean): Found | null {
  // Screen names hold nearly anything, but no tab, no quotation mark and no second colon.
  const match = /^[#@]?([^:：\t\n"“”„«»]{1,63})([:：])/u.exec(text);
  if (!match) return null;
  const label = match[1] ?? "";
  const next = text.charAt(match[0].length);
  const closed = next === "" || /[\s\u200B-\u200F\u202A-\u202E\uFEFF]/u.test(next);
  // Typists leave out the space after a code or a role, and full-width colons bring their own.
  if (
    !closed &&
    match[2] === ":" &&
    !(/^[\p{L}"“([…—-]/u.test(next) && ["code", "role"].includes(lookOf(label.trim(), "colon") ?? ""))
  )
    return null;
  return withTime(text, whole, { label, length: match[0].length, form: "colon" });
}

function headerForm(text: string, whole: boolean): Found | null {
  const match = whole ? HEADER.exec(text) : null;
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: bare(match[2]), form: "header" };
}

function bracketForm(text: string, whole: boolean, style: LineStyle): Found | null {
  const match = (
    style.cue
      ? /^(?:\[([^[\]]{1,63})\]|\{([^{}]{1,63})\}|\(([^()]{1,63})\))/u
      : /^(?:\[([^[\]]{1,63})\]|\{([^{}]{1,63})\})/u
  ).exec(text);
  if (!match) return null;
  const length = match[0].length + (/^\s*[:：]/u.exec(text.slice(match[0].length))?.[0].length ?? 0);
  return withTime(text, whole, { label: match[1] ?? match[2] ?? match[3] ?? "", length, form: "bracket" });
}

function boldForm(text: string, whole: boolean, _style: LineStyle, bold: number): Found | null {
  if (bold < 1 || bold > LONGEST_LABEL || bold >= text.trimEnd().length) return null;
  return withTime(text, whole, { label: text.slice(0, bold), length: bold, form: "bold" });
}

function dashForm(text: string): Found | null {
  const match = /^([^\s].{0,30}?)\s+[–—-]\s+/u.exec(text);
  return match ? { label: match[1] ?? "", length: match[0].trimEnd().length, time: null, form: "dash" } : null;
}

function tabForm(text: string): Found | null {
  const match = /^([^\t]{1,40})\t/u.exec(text);
  return match ? { label: match[1] ?? "", length: match[0].length, time: null, form: "tab" } : null;
}

function aloneForm(text: string, whole: boolean): Found | null {
  const label = text.trim();
  return whole && label.length <= 30 ? { label, length: text.length, time: null, form: "alone" } : null;
}

function withTime(text: string, whole: boolean, found: Omit<Found, "time">): Found {
  const rest = text.slice(found.length);
  const match = AFTER_COLON_TIME.exec(rest);
  const time = match?.[1] ?? match?.[2] ?? match?.[3];
  // A bare time that ends what was looked at need not end the line.
  if (!match || time === undefined || (match[2] !== undefined && !whole)) return { ...found, time: null };
  const colon = /^\s*[:：]/u.exec(rest.slice(match[0].length))?.[0].length ?? 0;
  return { ...found, length: found.length + match[0].length + colon, time: bare(time) };
}

function bare(time: string | undefined): string | null {
  return time === undefined ? null : time.replace(/^[[(]|[\])]$/g, "");
}

function trailingSpace(line: string, from: number): number {
  return BLANKS.exec(line.slice(from))?.[0].length ?? 0;
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
  if (form === "dash" || form === "alone") return null;
  if (isName(plain)) return "name";
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
  if (/[!?;=<>{}]|https?$|\.\.|[.,]$/u.test(label) || !/^[\p{Lu}\p{Lo}\p{Lt}]/u.test(label)) return false;
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
