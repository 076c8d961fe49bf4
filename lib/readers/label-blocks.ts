// Lines of a file → blocks with the speakers' labels, times and line numbers found at their heads.
import { acceptLabels } from "./accept-labels";
import { CLOCK, clockMs } from "./clock";
import { type LabelCandidate, type LineStyle, labelCandidate } from "./label-candidate";
import type { Block, Problem } from "./read-result";

/** One line as a reader found it. A cue brings its times; a known label (`<v Name>`, a table's column) its length. */
export interface SourceLine {
  readonly text: string;
  readonly startMs?: number | null;
  readonly endMs?: number | null;
  readonly boldLength?: number;
  /** A line after a soft break: without a label of its own it belongs to the block before. */
  readonly sameParagraph?: boolean;
  readonly standsAlone?: boolean;
  readonly known?: { readonly label: string | null; readonly length: number };
}

interface Head {
  readonly candidate: LabelCandidate | null;
  /** What a line number and a time take of the line where no label is accepted. */
  readonly length: number;
  readonly startMs: number | null;
}

const TIME_HEAD = new RegExp(`^\\s*(?:\\[(${CLOCK})\\]|\\((${CLOCK})\\)|(${CLOCK})(?=\\s|$))[ \\t\\u00A0]*`, "u");
const NUMBER_HEAD = /^\s*\d{1,5}[.):]?(?=\s|$)/u;
const AFTERWORD =
  /^\W*(?:(?:end|start|beginning) of (?:tape|recording|side|interview|transcript|session)\b|transcribed by https:\/\/otter\.ai|transcription ended after|this editable transcript was computer generated|\S.{0,60} (?:started|stopped) transcription\W*$)/iu;

/** A label or a time on a line of its own, which heads the next line that has words. */
interface Waiting {
  readonly raw: string;
  readonly label: string | null;
  readonly startMs: number | null;
}
const NOTHING: Waiting = { raw: "", label: null, startMs: null };

export function labelBlocks(lines: readonly SourceLine[], style: LineStyle): { blocks: Block[]; problems: Problem[] } {
  const filled = lines.filter((line) => !isBlank(line.text));
  const heads = headsOf(filled, style);
  const accepted = acceptLabels(
    heads.map((head, i) => (filled[i]?.known ? null : head.candidate)),
    { lines: filled.filter((line) => !line.sameParagraph).length, cue: style.cue ?? false },
  );
  const sinceFirst = clockFromFirst();
  const blocks: Block[] = [];
  let waiting = NOTHING;
  for (const [i, line] of filled.entries()) {
    const head = heads[i] as Head;
    const found = !line.known && head.candidate && accepted(head.candidate) ? head.candidate : null;
    const labelled = line.known !== undefined || found !== null;
    const own = line.known ? line.known.label : (found?.label ?? null);
    const taken = line.known ? line.known.length : (found?.length ?? head.length);
    const clock = line.startMs ?? found?.startMs ?? head.startMs;
    const ownMs = found?.wallClock && clock !== null ? sinceFirst(clock) : clock;
    if (labelled && waiting.label !== null) {
      blocks.push(wordless(waiting));
      waiting = NOTHING;
    }
    const label = own ?? waiting.label;
    const startMs = ownMs ?? waiting.startMs;
    const last = blocks.at(-1);
    if (taken > 0 && !line.known && line.startMs === undefined && isBlank(line.text.slice(taken))) {
      waiting = { raw: `${waiting.raw}${line.text}\n`, label, startMs };
      continue;
    }
    if (!labelled && waiting.raw === "" && line.sameParagraph && last) {
      blocks[blocks.length - 1] = { ...last, raw: `${last.raw}\n${line.text}` };
      continue;
    }
    const alone = label === null && (line.standsAlone === true || AFTERWORD.test(line.text));
    const raw = waiting.raw + line.text;
    const block = { raw, label, labelLength: waiting.raw.length + taken, startMs, endMs: line.endMs ?? null };
    blocks.push(alone ? { ...block, standsAlone: true } : block);
    waiting = NOTHING;
  }
  if (waiting.raw !== "") blocks.push(wordless(waiting));
  const problems: Problem[] = [];
  if (sinceFirst.used()) problems.push({ code: "clock-times", params: {} });
  if (blocks.every((block) => block.label === null)) problems.push({ code: "no-speakers-found", params: {} });
  return { blocks, problems };
}

function wordless({ raw, label, startMs }: Waiting): Block {
  return { raw, label, labelLength: raw.length, startMs, endMs: null };
}

/** Times of day → times since the first of them, which is as near to the start of the recording as the file gets. */
function clockFromFirst(): { (clock: number): number; used: () => boolean } {
  let first: number | null = null;
  const sinceFirst = (clock: number) => {
    first ??= clock;
    // A recording that passes midnight goes on.
    return (clock - first + 86_400_000) % 86_400_000;
  };
  return Object.assign(sinceFirst, { used: () => first !== null });
}

function headsOf(lines: readonly SourceLine[], style: LineStyle): Head[] {
  const numbered = !style.cue && isNumbered(lines);
  const numbers = lines.map((line) =>
    numbered && !line.sameParagraph ? (NUMBER_HEAD.exec(line.text)?.[0].length ?? 0) : 0,
  );
  const times = lines.map((line, i) =>
    style.cue ? null : TIME_HEAD.exec(line.text.slice(numbers[i], (numbers[i] ?? 0) + 40)),
  );
  const bareOnes = times.filter((time) => time?.[3] !== undefined);
  const long = bareOnes.filter((time) => /:\d+:/.test(time?.[3] ?? "")).length;
  // "9:30 was late" begins with a time of day; a file of times has one on most of its lines.
  const bareCounts = bareOnes.length > 2 && bareOnes.length * 2 >= lines.length;
  return lines.map((line, i) => {
    const time = times[i];
    const isLong = /:\d+:/.test(time?.[3] ?? "");
    const isWhole = isBlank(line.text.slice((numbers[i] ?? 0) + (time?.[0].length ?? 0)));
    const isTime = time && (time[3] === undefined || bareCounts || (isLong && (long > 1 || isWhole)));
    const clock = isTime ? (time[1] ?? time[2] ?? time[3] ?? null) : null;
    const number = numbers[i] ?? 0;
    const offset = number + (isTime ? time[0].length : 0);
    const candidate = labelCandidate(line.text, offset, { ...style, boldLength: line.boldLength ?? 0 });
    const headed =
      candidate?.form === "alone" && isTime && !times[i + 1] ? { ...candidate, form: "header" as const } : candidate;
    const named = headed ?? (isTime && !times[i + 1] ? timedName(line.text, offset) : null);
    const spaces =
      offset > 0 && !style.verbatim && !isTime ? (/^[ \t]*/.exec(line.text.slice(offset))?.[0].length ?? 0) : 0;
    const startMs = clock === null ? null : clockMs(clock);
    return { candidate: named && { ...named, startMs: named.startMs ?? startMs }, length: offset + spaces, startMs };
  });
}

/** `00:00:03 Jane Doe` over a line of words: a name needs the time before it to be a header. */
function timedName(text: string, offset: number): LabelCandidate | null {
  const asHeader = labelCandidate(`${text.slice(offset).trimEnd()}  0:00`, 0, {});
  return asHeader?.form === "header" ? { ...asHeader, startMs: null, length: text.length } : null;
}

/** Typed line numbers: nearly every line begins with one, and they rise. */
function isNumbered(lines: readonly SourceLine[]): boolean {
  const own = lines.filter((line) => !line.sameParagraph);
  const numbers = own.map((line) => Number(NUMBER_HEAD.exec(line.text)?.[0].replace(/\D/g, "") || Number.NaN));
  const present = numbers.filter((number) => !Number.isNaN(number));
  if (present.length < 4 || present.length < own.length * 0.8) return false;
  const rising = present.filter((number, i) => i === 0 || number > (present[i - 1] ?? 0)).length;
  return rising >= present.length * 0.95;
}

/** White space and marks that cannot be seen; a line of them holds no words. */
export function isBlank(text: string): boolean {
  return /^[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*$/u.test(text);
}
