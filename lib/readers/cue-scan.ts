// VTT and SRT alike: finds the timing lines of a cue file and what belongs under each, however the file is malformed.
import { CUE_CLOCK, cueClockMs, isUnpadded } from "./clock";
import type { Problem } from "./read-result";

export interface ScannedCue {
  /** The payload's lines, markup included. */
  readonly lines: readonly string[];
  readonly startMs: number;
  readonly endMs: number | null;
}

const TIMING = new RegExp(`^[ \\t]*(${CUE_CLOCK})[ \\t]*(?:-{1,2}|[–—])>[ \\t]*(${CUE_CLOCK})?(?:[ \\t].*)?$`);
/** As nearly every program writes it: read without a pattern. */
const PLAIN_TIMING = "00:00:00.000 --> 00:00:00.000";
const NUMBER_ID = /^\s*\d+\s*$/;
/** Teams: `<guid>/14-0`. */
const GUID_ID = /^[\w-]{8,}\/\d+-\d+$/;
/** `Kind: captions`, `X-TIMESTAMP-MAP=…`. */
const HEADER_LINE = /^[A-Za-z][\w-]{0,40}(?::|=)\s*\S/;
const SIDE_BLOCK = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

/** Cues in file order. `vtt` has side blocks (NOTE …) and ids of any form; without it an id is a number. */
export function scanCues(text: string, vtt: boolean): { cues: ScannedCue[]; problems: Problem[] } {
  const lines = text.split("\n");
  const timings: Timing[] = [];
  for (const [line, content] of lines.entries()) {
    const timing = content.includes(">") ? timingOf(content, line) : null;
    if (timing) timings.push(timing);
  }
  const unpadded = timings.some(({ start, end }) => isUnpaddedTime(start) || isUnpaddedTime(end));
  let reversed = 0;
  let notes = 0;
  const cues = timings.map(({ line, start, end }, i) => {
    const next = timings[i + 1];
    const until = next ? idsBefore(lines, line + 1, next.line, vtt) : lines.length;
    const kept = payload(lines, line + 1, until, vtt);
    if (kept.hadNotes) notes++;
    const startMs = typeof start === "number" ? start : cueClockMs(start, unpadded);
    const endMs = typeof end === "string" ? cueClockMs(end, unpadded) : end;
    if (endMs !== null && endMs < startMs) reversed++;
    return { lines: kept.lines, startMs, endMs };
  });
  const head = linesAbove(lines, timings[0] ? idsBefore(lines, 0, timings[0].line, vtt) : 0, vtt);
  if (head.hadNotes) notes++;
  const problems: Problem[] = [];
  if (head.lines > 0) problems.push({ code: "cue-head-left-out", params: { count: head.lines } });
  if (reversed > 0) problems.push({ code: "cue-times-reversed", params: { count: reversed } });
  if (notes > 0) problems.push({ code: "cue-notes-left-out", params: { count: notes } });
  return { cues, problems };
}

/** What stands above the first cue and is no header of the format: it has no time, so it is no cue. */
function linesAbove(lines: readonly string[], until: number, vtt: boolean): { lines: number; hadNotes: boolean } {
  const { lines: kept, hadNotes } = payload(lines, 0, until, vtt);
  const others = kept.filter(
    (line, i) => !vtt || !((i === 0 && /^\uFEFF?WEBVTT/.test(line)) || HEADER_LINE.test(line)),
  );
  return { lines: others.length, hadNotes };
}

/** Times are milliseconds where their form leaves no doubt, else as the file writes them. */
interface Timing {
  readonly line: number;
  readonly start: number | string;
  readonly end: number | string | null;
}

function timingOf(content: string, line: number): Timing | null {
  if (isPlainTiming(content)) return { line, start: plainMs(content, 0), end: plainMs(content, 17) };
  const match = TIMING.exec(content);
  return match ? { line, start: match[1] ?? "", end: match[2] ?? null } : null;
}

function isPlainTiming(content: string): boolean {
  if (content.length !== PLAIN_TIMING.length) return false;
  for (let at = 0; at < content.length; at++) {
    const code = content.charCodeAt(at);
    const wanted = PLAIN_TIMING.charCodeAt(at);
    if (wanted === 0x30 ? code < 0x30 || code > 0x39 : code !== wanted) return false;
  }
  return true;
}

function plainMs(content: string, at: number): number {
  const digit = (offset: number) => content.charCodeAt(at + offset) - 0x30;
  const seconds = (digit(0) * 10 + digit(1)) * 3600 + (digit(3) * 10 + digit(4)) * 60 + digit(6) * 10 + digit(7);
  return seconds * 1000 + digit(9) * 100 + digit(10) * 10 + digit(11);
}

function isUnpaddedTime(time: number | string | null): boolean {
  return typeof time === "string" && isUnpadded(time);
}

/** Where the ids of the cue whose timing stands at `timing` begin: the lines just above it that nobody speaks. */
function idsBefore(lines: readonly string[], from: number, timing: number, vtt: boolean): number {
  let runStart = timing;
  while (runStart > from && !isEmpty(lines[runStart - 1] ?? "")) runStart--;
  const afterBlank = runStart > from || isEmpty(lines[from] ?? "");
  // A single line below a blank one is an id by the rules of VTT, whatever it says.
  if (vtt && afterBlank && timing - runStart === 1) return runStart;
  let first = timing;
  while (first > runStart && isId(lines[first - 1] ?? "", vtt)) {
    first--;
    // Without a blank line above, a second number is what somebody said.
    if (!afterBlank) break;
  }
  return first;
}

function isEmpty(line: string): boolean {
  const first = line.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && line.trim() === "";
}

function isId(line: string, vtt: boolean): boolean {
  return NUMBER_ID.test(line) || (vtt && GUID_ID.test(line.trim()));
}

/** The lines that hold something. NOTE, STYLE and REGION blocks run from a blank line to the next one. */
function payload(
  lines: readonly string[],
  from: number,
  until: number,
  vtt: boolean,
): { lines: string[]; hadNotes: boolean } {
  const kept: string[] = [];
  let inside = false;
  let hadNotes = false;
  let afterBlank = false;
  for (let at = from; at < until; at++) {
    const line = lines[at] ?? "";
    const empty = isEmpty(line);
    if (empty) inside = false;
    else if (vtt && afterBlank && SIDE_BLOCK.test(line)) {
      inside = true;
      hadNotes = true;
    }
    if (!empty && !inside) kept.push(line);
    afterBlank = empty;
  }
  return { lines: kept, hadNotes };
}
