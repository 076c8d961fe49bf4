// What could be a speaker's label at the head of one line; whether it is one, the whole file decides.
import { CLOCK, clockMs } from "./clock";
import { type LabelForm, type LabelLook, LONGEST_LABEL, type Look, lookOf } from "./label-look";
import { markdownLabel } from "./markdown-label";
import { spokenTime } from "./spoken-time";

export interface LabelCandidate {
  readonly label: string;
  /** How many leading characters of the line are label, time and separator. */
  readonly length: number;
  readonly startMs: number | null;
  readonly form: LabelForm;
  readonly look: LabelLook;
  /** A time of day rather than a time of the recording. */
  readonly wallClock: boolean;
  /** It is all that a subtitle's first line holds. */
  readonly ownLine?: boolean;
  /** Bold that has a colon too is no mere emphasis. */
  readonly colon?: boolean;
}

export interface LineStyle {
  /** How many leading characters are bold; 0 where the format has no bold. */
  readonly boldLength?: number;
  /** `**Name**` and `__Name__` are bold. */
  readonly markdown?: boolean;
  /** `(Name)` at the head of a subtitle. */
  readonly cue?: boolean;
  /** Where the first line of a subtitle ends that has several. */
  readonly firstLength?: number;
  /** Take only the separator itself, and leave the spaces after it to the words. */
  readonly verbatim?: boolean;
  /** Typed line numbers stay in the words. */
  readonly keepNumbers?: boolean;
}

const LOOKED_AT = 200;
/** White space and marks that cannot be seen. */
const BLANK = "[\\s\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]";
const SPAN = `(?:${CLOCK})(?:\\s*(?:-{1,2}>|[-–—])\\s*(?:${CLOCK}))?`;
const TIMED = `(?:\\[${SPAN}\\]|\\(${SPAN}\\))`;
const FIRST_CLOCK = new RegExp(CLOCK, "u");
/** In Markdown a time may be emphasised, or lead to the recording. */
const MARKED_TIME = new RegExp(
  `^\\s*[*_\`]{0,2}(${TIMED})(?:\\((?:[^()\\s]|\\([^()\\s]{0,50}\\)){1,300}\\))?[*_\`]{0,2}`,
  "u",
);

const AFTER_COLON_TIME = new RegExp(
  `^\\s*(${TIMED})|^\\s*(${CLOCK})(?=${BLANK}*$)|^(?:\\s{2,}|\\t)(${CLOCK})(?=\\s{2,}|\\t)`,
  "u",
);
const HEADER = new RegExp(`^(.{1,${LONGEST_LABEL}}?)(?:\\s+|\\s*[,|–-]\\s+)(${CLOCK}|${TIMED})${BLANK}*$`, "u");
const TIME_TAIL = new RegExp(`[\\d\\])"]${BLANK}*$`, "u");
const BEFORE_COLON_TIME = new RegExp(`^(.{1,${LONGEST_LABEL}}?)\\s*(${TIMED})\\s*[:：]`, "u");
const LEAD = new RegExp(`^${BLANK}*(?:>>+\\s*)?`, "u");
const BULLET = /^(?:[-–—•*+]|\d{1,4}[.)])[ \t]+/u;
const BLANKS = new RegExp(`^${BLANK}*`, "u");
const WALL_CLOCK = new RegExp(`^\\[([^\\]]{1,${LONGEST_LABEL}})\\]\\s+(\\d{1,2}:\\d{2}:\\d{2})${BLANK}*$`, "u");

/** The label that may stand at the head of `line`, whose first `offset` characters (a time, a line number) are taken. */
export function labelCandidate(
  line: string,
  offset: number,
  style: LineStyle,
  looks: Look = lookOf,
): LabelCandidate | null {
  const lead = isLetter(line.charCodeAt(offset))
    ? 0
    : (LEAD.exec(line.slice(offset, offset + LOOKED_AT))?.[0].length ?? 0);
  const from = offset + lead;
  const text = line.slice(from, from + LOOKED_AT);
  for (const form of FORMS) {
    const found = form(text, line.length - from <= LOOKED_AT, style, (style.boldLength ?? 0) - from, looks);
    if (found === null) continue;
    const label = found.label.trim();
    const look = looks(label, found.form);
    if (look === null) continue;
    const space = style.verbatim ? 0 : trailingSpace(line, from + found.length);
    return {
      label,
      length: from + found.length + space,
      startMs: found.time === null ? null : clockMs(found.time),
      form: found.form,
      look,
      wallClock: found.wallClock ?? false,
      colon: found.colon ?? false,
      ownLine: style.firstLength === from + found.length,
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
  colon?: boolean;
}
type Form = (text: string, whole: boolean, style: LineStyle, bold: number, looks: Look) => Found | null;

const FORMS: readonly Form[] = [
  wallClockForm,
  markdownForm,
  timedColonForm,
  colonForm,
  headerForm,
  spokenForm,
  bracketForm,
  boldForm,
  bulletForm,
  dashForm,
  tabForm,
  stopForm,
  aloneForm,
];

function wallClockForm(text: string, whole: boolean): Found | null {
  const match = whole && text.startsWith("[") ? WALL_CLOCK.exec(text) : null;
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: match[2] ?? null, form: "header", wallClock: true };
}

function markdownForm(text: string, whole: boolean, style: LineStyle): Found | null {
  const found = style.markdown ? markdownLabel(text, whole) : null;
  if (found === null) return null;
  const { label, length, time, colon } = found;
  if (found.heading) return { label, length, time, colon, form: "heading" };
  const bold: Found = { label, length, time, colon, form: "bold" };
  const timed = time === null ? withTime(text, whole, bold, true) : bold;
  const isAlone = whole && !colon && timed.time === null && text.slice(length).trim() === "";
  return isAlone ? { ...timed, form: "bold-alone" } : timed;
}

function timedColonForm(text: string): Found | null {
  const match = /[[(]\d/.test(text) ? BEFORE_COLON_TIME.exec(text) : null;
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: bare(match[2]), form: "colon" };
}

function colonForm(text: string, whole: boolean, style: LineStyle, _bold: number, looks: Look): Found | null {
  // Screen names hold nearly anything, but no tab, no quotation mark and no second colon.
  const match = /^[#@]?([^:：\t\n"“”„«»]{1,63})([:：])/u.exec(text);
  if (!match) return null;
  const label = match[1] ?? "";
  const next = text.charAt(match[0].length);
  const closed = next === "" || /[\s\u200B-\u200F\u202A-\u202E\uFEFF]/u.test(next);
  // Typists leave out the space after a code or a role, and full-width colons bring their own.
  const tight = !closed && match[2] === ":";
  if (tight && !/^[\p{L}"“([…—-]/u.test(next)) return null;
  if (tight && !["code", "role"].includes(looks(label.trim(), "colon") ?? "")) {
    return { label, length: match[0].length, time: null, form: "tight" };
  }
  return withTime(text, whole, { label, length: match[0].length, form: "colon" }, style.markdown);
}

function headerForm(text: string, whole: boolean): Found | null {
  const match = whole && TIME_TAIL.test(text) ? HEADER.exec(text) : null;
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: bare(match[2]), form: "header" };
}

function spokenForm(text: string, whole: boolean): Found | null {
  const found = whole ? spokenTime(text) : null;
  return found && { label: found.name, length: text.length, time: found.time, form: "header" };
}

function bracketForm(text: string, whole: boolean, style: LineStyle): Found | null {
  const match = (
    style.cue
      ? /^(?:\[([^[\]]{1,63})\]|\{([^{}]{1,63})\}|\(([^()]{1,63})\))/u
      : /^(?:\[([^[\]]{1,63})\]|\{([^{}]{1,63})\}|<(\p{Lu}[^<>]{1,62})>)/u
  ).exec(text);
  if (!match) return null;
  const length = match[0].length + (/^\s*[:：]/u.exec(text.slice(match[0].length))?.[0].length ?? 0);
  return withTime(text, whole, { label: match[1] ?? match[2] ?? match[3] ?? "", length, form: "bracket" });
}

/** A talk typed as a list: `- P1: Why?`, `2. **Anna:** So.` */
function bulletForm(text: string, whole: boolean, style: LineStyle, bold: number, looks: Look): Found | null {
  const lead = style.cue ? undefined : BULLET.exec(text)?.[0].length;
  if (lead === undefined) return null;
  const rest = text.slice(lead);
  const marked = markdownForm(rest, whole, style);
  const found = marked === null ? colonForm(rest, whole, style, bold - lead, looks) : marked;
  if (!found || found.form === "tight" || (marked && !marked.colon && marked.time === null)) return null;
  return { ...found, length: lead + found.length, form: "bullet" };
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

/** Sworn testimony: `Q. Where?` over `A. There.` */
function stopForm(text: string): Found | null {
  const match = /^([QA])\.\s+/u.exec(text);
  return match ? { label: match[1] ?? "", length: match[0].length, time: null, form: "stop" } : null;
}

function aloneForm(text: string, whole: boolean): Found | null {
  const label = text.trim();
  return whole && label.length <= 30 ? { label, length: text.length, time: null, form: "alone" } : null;
}

function withTime(text: string, whole: boolean, found: Omit<Found, "time">, markdown = false): Found {
  const rest = text.slice(found.length);
  if (!mayBeginWithTime(rest, markdown)) return { ...found, time: null };
  const match = AFTER_COLON_TIME.exec(rest) ?? (markdown ? MARKED_TIME.exec(rest) : null);
  const time = match?.[1] ?? match?.[2] ?? match?.[3];
  // A bare time that ends what was looked at need not end the line.
  if (!match || time === undefined || (match[2] !== undefined && !whole)) return { ...found, time: null };
  const colon = /^\s*[:：]/u.exec(rest.slice(match[0].length))?.[0].length ?? 0;
  return { ...found, length: found.length + match[0].length + colon, time: bare(time) };
}

/** White space and then a bracket or a digit: asked of every line, so without a pattern. */
function mayBeginWithTime(text: string, markdown: boolean): boolean {
  let at = 0;
  while (isSpace(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  if (code === 0x28 || code === 0x5b || (code >= 0x30 && code <= 0x39) || code > 0x7f) return true;
  return markdown && (code === 0x2a || code === 0x5f || code === 0x60);
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function bare(time: string | undefined): string | null {
  return time === undefined ? null : (FIRST_CLOCK.exec(time)?.[0] ?? null);
}

function trailingSpace(line: string, from: number): number {
  let at = from;
  while (isSpace(line.charCodeAt(at))) at++;
  // Marks that cannot be seen stand in no text of plain letters.
  if (!(line.charCodeAt(at) > 0x7f)) return at - from;
  return at - from + (BLANKS.exec(line.slice(at))?.[0].length ?? 0);
}
