// What stands at the head of each line before its words: a typed line number, a time, perhaps a label.
import { isBlank } from "./blank";
import { CLOCK, clockMs } from "./clock";
import { type LabelCandidate, type LineStyle, labelCandidate } from "./label-candidate";
import { rememberedLooks } from "./label-look";

/** `length`: what a line number and a time take of the line where no label is accepted. */
export interface LineHead {
  readonly candidate: LabelCandidate | null;
  readonly length: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** The typed line number, or "". */
  readonly number: string;
}

interface HeadedLine {
  readonly text: string;
  readonly boldLength?: number;
  readonly firstLength?: number;
  readonly sameParagraph?: boolean;
  /** Who speaks is known already: only a time is looked for. */
  readonly known?: object;
}

interface TimeHead {
  readonly length: number;
  readonly start: string;
  readonly end: string | undefined;
  /** Without brackets: it may as well be the time of day that somebody speaks of. */
  readonly isBare: boolean;
  readonly isLong: boolean;
  /** Nothing else stands on the line. */
  readonly isWhole: boolean;
}

const RANGE = `(${CLOCK})(?:\\s*(?:-{1,2}>|[-–—,])\\s*(${CLOCK}))?`;
const TIME_HEAD = new RegExp(
  `^\\s*(?:(?:\\[${RANGE}\\]|\\(${RANGE}\\))(?:[ \\t]*[:：](?=\\s|$))?|${RANGE}(?=\\s|$))[ \\t\\u00A0]*`,
  "u",
);
/** In Markdown a time may be emphasised, or lead to the recording: `**[00:05]**`, `[00:05](file#t=5)`. */
const MARKED_TIME_HEAD = new RegExp(
  `^\\s*([*_\`]{0,2})(?:\\[{1,2}${RANGE}\\]{1,2}|\\(${RANGE}\\))(?:\\((?:[^()\\s]|\\([^()\\s]{0,50}\\)){1,300}\\))?\\1(?:[ \\t]*[:：](?=\\s|$))?[ \\t\\u00A0]*`,
  "u",
);
const LONGEST_LINK = 400;
/** Meet marks every few minutes with a heading. */
const TIME_HEADING = new RegExp(`^\\s*#{1,6}[ \\t]+(${CLOCK})[ \\t]*$`, "u");
const NUMBER_HEAD = /^\s*\d{1,5}[.):]?(?=\s|$)/u;
const LONGEST_TIME = 60;
const DASH_HEAD = /^\s*[-–—|•]\s+/u;

export function lineHeads(lines: readonly HeadedLine[], style: LineStyle): LineHead[] {
  const looks = rememberedLooks();
  const numbers = numberLengths(lines, style);
  const times = lines.map((line, i) => (style.cue ? null : timeHead(line.text, numbers[i] ?? 0, style)));
  const counts = times.map(timesThatCount(lines, times, numbers));
  let above: LabelCandidate | null = null;
  return lines.map((line, i) => {
    const number = numbers[i] ?? 0;
    const time = counts[i] ? (times[i] ?? null) : null;
    const offset = number + (time?.length ?? 0);
    const candidate = line.known ? null : labelCandidate(line.text, offset, styleOf(line, style), looks);
    const heads = time !== null && !times[i + 1];
    const headed = candidate?.form === "alone" && heads ? { ...candidate, form: "header" as const } : candidate;
    // Under a heading with a name stand that person's words, however few.
    const mayBeName = heads && !line.known && above?.form !== "heading";
    const named =
      (headed?.form === "header" && above?.form === "heading" ? null : headed) ??
      (mayBeName ? timedName(line.text, offset) : null);
    above = candidate;
    const spaces =
      offset > 0 && !style.verbatim && !time ? (/^[ \t]*/.exec(line.text.slice(offset))?.[0].length ?? 0) : 0;
    const startMs = time === null ? null : clockMs(time.start);
    return {
      candidate: named === null || named.startMs !== null || startMs === null ? named : { ...named, startMs },
      length: offset + spaces,
      startMs,
      endMs: time?.end === undefined ? null : clockMs(time.end),
      number: line.text.slice(0, number).trim(),
    };
  });
}

function styleOf({ boldLength, firstLength }: HeadedLine, style: LineStyle): LineStyle {
  return boldLength || firstLength ? { ...style, boldLength: boldLength ?? 0, firstLength: firstLength ?? 0 } : style;
}

function timeHead(text: string, offset: number, style: LineStyle): TimeHead | null {
  const near = text.slice(offset, offset + LONGEST_TIME);
  if (!/\d/.test(near)) return null;
  const heading = style.markdown && text.length < LONGEST_TIME ? TIME_HEADING.exec(text) : null;
  const marked = style.markdown ? MARKED_TIME_HEAD.exec(text.slice(offset, offset + LONGEST_LINK)) : null;
  const match = heading ?? marked ?? TIME_HEAD.exec(near);
  if (!match) return null;
  const clocks = match.slice(match === marked ? 2 : 1);
  const start = clocks[0] ?? clocks[2] ?? clocks[4] ?? "";
  return {
    length: match[0].length,
    start,
    end: heading ? undefined : (clocks[1] ?? clocks[3] ?? clocks[5]),
    isBare: heading === null && clocks[4] !== undefined,
    isLong: /:\d+:/.test(start),
    isWhole: isBlank(text.slice(offset + match[0].length)),
  };
}

/** "9:30 was late" begins with a time of day; a file of times has one on most of its lines, or over its names. */
function timesThatCount(
  lines: readonly HeadedLine[],
  times: readonly (TimeHead | null)[],
  numbers: readonly number[],
): (time: TimeHead | null, index: number) => boolean {
  const bare = times.filter((time) => time?.isBare);
  const long = bare.filter((time) => time?.isLong).length;
  const onMostLines = bare.length > 2 && bare.length * 2 >= lines.length;
  const overNames = times.map((time, i) => {
    const from = (numbers[i] ?? 0) + (time?.length ?? 0);
    const text = lines[i]?.text ?? "";
    return (
      time !== null && !times[i + 1] && DASH_HEAD.test(text.slice(from, from + 10)) && timedName(text, from) !== null
    );
  });
  const named = overNames.filter(Boolean).length > 1;
  return (time, i) => {
    if (time === null) return false;
    if (!time.isBare || onMostLines) return true;
    return (time.isLong && (long > 1 || time.isWhole)) || (named && overNames[i] === true);
  };
}

/** `00:00:03 Jane Doe`, `0:05 - Jane Doe` over a line of words: a name needs the time before it to be a header. */
export function timedName(text: string, offset: number): LabelCandidate | null {
  if (text.length - offset > 100) return null;
  const from = offset + (DASH_HEAD.exec(text.slice(offset))?.[0].length ?? 0);
  const asHeader = labelCandidate(`${text.slice(from).trimEnd()}  0:00`, 0, {});
  return asHeader?.form === "header" ? { ...asHeader, startMs: null, length: text.length } : null;
}

/** Typed line numbers: nearly every line begins with one, and they rise. */
function numberLengths(lines: readonly HeadedLine[], style: LineStyle): number[] {
  const none = lines.map(() => 0);
  if (style.cue || style.keepNumbers) return none;
  const heads = lines.map((line) =>
    line.sameParagraph ? null : (NUMBER_HEAD.exec(line.text.slice(0, 40))?.[0] ?? ""),
  );
  const own = heads.filter((head) => head !== null);
  const present = own.filter((head) => head !== "").map((head) => Number(head.replace(/\D/g, "")));
  if (present.length < 4 || present.length < own.length * 0.8) return none;
  const rising = present.filter((number, i) => i === 0 || number > (present[i - 1] ?? 0)).length;
  return rising >= present.length * 0.95 ? heads.map((head) => head?.length ?? 0) : none;
}
