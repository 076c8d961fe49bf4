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
const NUMBER_ID = /^\s*\d+\s*$/;
/** Teams: `<guid>/14-0`. */
const GUID_ID = /^[\w-]{8,}\/\d+-\d+$/;
const SIDE_BLOCK = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

/** Cues in file order. `vtt` has side blocks (NOTE …) and ids of any form; without it an id is a number. */
export function scanCues(text: string, vtt: boolean): { cues: ScannedCue[]; problems: Problem[] } {
  const lines = text.split("\n");
  const timings: { line: number; start: string; end: string | undefined }[] = [];
  for (const [line, content] of lines.entries()) {
    const match = content.includes(">") ? TIMING.exec(content) : null;
    if (match) timings.push({ line, start: match[1] ?? "", end: match[2] });
  }
  const unpadded = timings.some(({ start, end }) => isUnpadded(start) || (end !== undefined && isUnpadded(end)));
  let reversed = 0;
  let notes = 0;
  const cues = timings.map(({ line, start, end }, i) => {
    const next = timings[i + 1];
    const body = lines.slice(line + 1, next ? idsBefore(lines, line + 1, next.line, vtt) : lines.length);
    const kept = vtt ? withoutSideBlocks(body) : body;
    if (kept.length < body.length) notes++;
    const startMs = cueClockMs(start, unpadded);
    const endMs = end === undefined ? null : cueClockMs(end, unpadded);
    if (endMs !== null && endMs < startMs) reversed++;
    return { lines: kept.filter((content) => content.trim() !== ""), startMs, endMs };
  });
  const problems: Problem[] = [];
  if (reversed > 0) problems.push({ code: "cue-times-reversed", params: { count: reversed } });
  if (notes > 0) problems.push({ code: "cue-notes-left-out", params: { count: notes } });
  return { cues, problems };
}

/** Where the ids of the cue whose timing stands at `timing` begin: the lines just above it that nobody speaks. */
function idsBefore(lines: readonly string[], from: number, timing: number, vtt: boolean): number {
  let runStart = timing;
  while (runStart > from && lines[runStart - 1]?.trim() !== "") runStart--;
  const afterBlank = runStart > from || lines[from]?.trim() === "";
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

function isId(line: string, vtt: boolean): boolean {
  return NUMBER_ID.test(line) || (vtt && GUID_ID.test(line.trim()));
}

/** NOTE, STYLE and REGION blocks run from a blank line to the next one. */
function withoutSideBlocks(body: readonly string[]): string[] {
  const kept: string[] = [];
  let inside = false;
  for (const [i, line] of body.entries()) {
    const blank = line.trim() === "";
    if (blank) inside = false;
    else if (SIDE_BLOCK.test(line) && i > 0 && body[i - 1]?.trim() === "") inside = true;
    if (!inside) kept.push(line);
  }
  return kept;
}
