// Cues → blocks: voices split, markup taken off, roll-up repeats dropped, lines joined, labels found.

import type { ScannedCue } from "./cue-scan";
import { decodeEntities } from "./html-entities";
import { joinWords } from "./join-words";
import { isBlank, labelBlocks, type SourceLine } from "./label-blocks";
import type { Block, Problem } from "./read-result";

/** Every stretch ends at the next bracket: a megabyte of `<v.<v.` must not be searched to its end from each of them. */
const VOICE = /<v(?:\.[^\s<>]{0,200})?(?:[ \t]{1,20}([^<>\n]{0,200}))?>/g;
/** Only tags that subtitles have: `<sighs>` and `<slow>` are somebody's transcription. */
const TAG =
  /<\/?(?:c|i|b|u|s|v|ruby|rt|lang|font)(?:\.[^\s<>]{0,200})?(?:[ \t][^<>]{0,300})?>|<(?:\d{1,9}:)?\d{1,2}:\d{2}[.,]\d{1,3}>/gi;
const KARAOKE = /<(?:\d{1,9}:)?\d{1,2}:\d{2}\.\d{1,3}>/;
const POSITION = /\{\\an?\d{1,9}\}/g;
/** A line without these is its own words: nothing to take off, nothing to decode. */
const MARKED = /[<&{]|^>>/;
const DASH = /^\s*[-–—]\s*\S/u;

interface Voice {
  readonly name: string | null;
  readonly lines: readonly string[];
}

/** `verbatim`: a cue's lines stay lines, and what captions repeat is repeated. */
export function cueBlocks(
  cues: readonly ScannedCue[],
  { vtt, verbatim }: { readonly vtt: boolean; readonly verbatim: boolean },
): { blocks: Block[]; problems: Problem[] } {
  const rolled = verbatim ? asTheyAre(cues) : withoutRepeats(cues, vtt);
  const joined = (lines: readonly string[]) => (verbatim ? lines.join("\n") : joinWords(lines));
  const source: SourceLine[] = [];
  const silent: SilentCue[] = [];
  let empty = 0;
  for (const [i, cue] of cues.entries()) {
    const times = { startMs: cue.startMs, endMs: cue.endMs };
    const before = source.length;
    const same = () => (source.length > before ? { sameCue: true } : {});
    const [only] = cue.lines;
    const payload = rolled.payloads[i] ?? [];
    if (payload.length === 1 && only !== undefined && payload[0] === only && !MARKED.test(only) && !isBlank(only)) {
      source.push({ text: only, startMs: cue.startMs, endMs: cue.endMs });
      continue;
    }
    for (const voice of voicesOf(payload, vtt)) {
      if (voice.name !== null) {
        const text = joined(voice.lines).replace(/^[ \t]+/, "");
        if (!isBlank(text)) source.push({ text, ...times, ...same(), known: { label: voice.name, length: 0 } });
        continue;
      }
      for (const [part, lines] of dialogue(voice.lines).entries()) {
        const text = joined(lines);
        if (isBlank(text)) continue;
        // Live captions write ">>" where somebody else begins, named or not.
        const isNew = part > 0 || text.startsWith(">>");
        const firstLength = lines.length > 1 ? (lines[0]?.trim().length ?? 0) : 0;
        source.push({ text, ...times, ...same(), firstLength, standsAlone: isNew });
      }
    }
    if (source.length > before) continue;
    empty++;
    if (cue.lines.length === 0 || (rolled.payloads[i]?.length ?? 0) > 0) silent.push({ before, ...times });
  }
  const { blocks: spoken, problems } = labelBlocks(source, { cue: true, verbatim });
  if (rolled.dropped > 0) problems.push({ code: "rollup-removed", params: { count: rolled.dropped } });
  if (empty > rolled.emptied) problems.push({ code: "cues-empty", params: { count: empty - rolled.emptied } });
  return { blocks: withSilent(spoken, silent), problems };
}

/** Each cue is a block, even without words: the file has it. `before`: how many blocks come before it. */
interface SilentCue {
  readonly before: number;
  readonly startMs: number;
  readonly endMs: number | null;
}

function withSilent(spoken: readonly Block[], silent: readonly SilentCue[]): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (let at = 0; at <= spoken.length; at++) {
    for (; silent[next]?.before === at; next++) {
      const { startMs, endMs } = silent[next] as SilentCue;
      blocks.push({ raw: "", label: null, labelLength: 0, startMs, endMs });
    }
    const block = spoken[at];
    if (block) blocks.push(block);
  }
  return blocks;
}

/** The payload cut at each `<v Name>`; what stands before the first has no name. */
function voicesOf(lines: readonly string[], vtt: boolean): Voice[] {
  if (!vtt || !lines.some((line) => line.includes("<v"))) {
    return [{ name: null, lines: lines.map((line) => withoutMarkup(line, vtt)) }];
  }
  const payload = lines.join("\n");
  const marks = [...payload.matchAll(VOICE)];
  const voices: Voice[] = [{ name: null, lines: plainLines(payload.slice(0, marks[0]?.index ?? payload.length), vtt) }];
  for (const [i, mark] of marks.entries()) {
    const words = payload.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? payload.length);
    const name = decodeEntities(mark[1] ?? "").trim();
    voices.push({ name: name === "" ? null : name, lines: plainLines(words, vtt) });
  }
  return voices;
}

function plainLines(payload: string, vtt: boolean): string[] {
  return payload.split("\n").map((line) => withoutMarkup(line, vtt));
}

function withoutMarkup(line: string, vtt: boolean): string {
  const bare = line.includes("<") ? line.replace(TAG, "") : line;
  if (!vtt) return bare.includes("{\\") ? bare.replace(POSITION, "") : bare;
  return bare.includes("&") ? decodeEntities(bare) : bare;
}

/** Two lines that begin with a dash are two people: each part is kept apart, its dash with it. */
function dialogue(lines: readonly string[]): string[][] {
  if (lines.length < 2) return [[...lines]];
  const dashed = lines.filter((line) => DASH.test(line)).length;
  const first = lines.find((line) => !isBlank(line)) ?? "";
  if (dashed < 2 || !DASH.test(first)) return [[...lines]];
  const parts: string[][] = [];
  for (const line of lines) {
    if (DASH.test(line) || parts.length === 0) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

interface Payloads {
  readonly payloads: (readonly string[])[];
  readonly dropped: number;
  readonly emptied: number;
}

function asTheyAre(cues: readonly ScannedCue[]): Payloads {
  return { payloads: cues.map((cue) => cue.lines), dropped: 0, emptied: 0 };
}

/**
 * Roll-up captions show each line two or three times. Somebody who says "Yeah." twice does not: so repeats are dropped
 * only in a file that shows karaoke times or repeats itself nearly everywhere, and only between cues that touch.
 */
function withoutRepeats(cues: readonly ScannedCue[], vtt: boolean): Payloads {
  const plain = (line: string | undefined) => (line === undefined ? undefined : withoutMarkup(line, vtt).trim());
  const touches = (i: number) => (cues[i]?.startMs ?? 0) <= (cues[i - 1]?.endMs ?? -1) + 50;
  const repeats = (i: number) => {
    const first = cues[i]?.lines[0];
    return first !== undefined && touches(i) && plain(first) === plain(cues[i - 1]?.lines.at(-1));
  };
  const karaoke = vtt && cues.some((cue) => cue.lines.some((line) => line.includes("<") && KARAOKE.test(line)));
  const repeated = cues.filter((_, i) => i > 0 && repeats(i)).length;
  if (!karaoke && (cues.length < 4 || repeated < cues.length * 0.5)) return asTheyAre(cues);
  const { payloads } = asTheyAre(cues);
  let dropped = 0;
  let emptied = 0;
  for (let i = 1; i < cues.length; i++) {
    if (!repeats(i)) continue;
    dropped++;
    payloads[i] = (cues[i]?.lines ?? []).slice(1);
    if (payloads[i]?.length === 0) emptied++;
  }
  return { payloads, dropped, emptied };
}
