// Cues → blocks: voices split, markup taken off, roll-up repeats dropped, lines joined, labels found.

import type { ScannedCue } from "./cue-scan";
import { decodeEntities } from "./html-entities";
import { joinWords } from "./join-words";
import { isBlank, labelBlocks, type SourceLine } from "./label-blocks";
import type { Block, Problem } from "./read-result";

const VOICE = /<v(?:\.[^\s>]*)?(?:[ \t]+([^>\n]{0,200}))?>/g;
/** Only tags that subtitles have: `<sighs>` and `<slow>` are somebody's transcription. */
const TAG =
  /<\/?(?:c|i|b|u|s|v|ruby|rt|lang|font)(?:\.[^\s>]*)?(?:[ \t][^>]{0,300})?>|<(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}>/gi;
const KARAOKE = /<(?:\d+:)?\d{1,2}:\d{2}\.\d{1,3}>/;
const POSITION = /\{\\an?\d+\}/g;
const DASH = /^\s*[-–—]\s*\S/u;

interface Voice {
  readonly name: string | null;
  readonly lines: readonly string[];
}

export function cueBlocks(cues: readonly ScannedCue[], vtt: boolean): { blocks: Block[]; problems: Problem[] } {
  const rolled = withoutRepeats(cues, vtt);
  const source: SourceLine[] = [];
  let empty = 0;
  for (const [i, cue] of cues.entries()) {
    const times = { startMs: cue.startMs, endMs: cue.endMs };
    const before = source.length;
    for (const voice of voicesOf(rolled.payloads[i] ?? [], vtt)) {
      if (voice.name !== null) {
        const text = joinWords(voice.lines).replace(/^[ \t]+/, "");
        if (!isBlank(text)) source.push({ text, ...times, known: { label: voice.name, length: 0 } });
        continue;
      }
      for (const [part, lines] of dialogue(voice.lines).entries()) {
        const text = joinWords(lines);
        if (!isBlank(text)) source.push({ text, ...times, ...(part > 0 ? { standsAlone: true } : {}) });
      }
    }
    if (source.length === before) empty++;
  }
  const { blocks, problems } = labelBlocks(source, { cue: true });
  if (rolled.dropped > 0) problems.push({ code: "rollup-removed", params: { count: rolled.dropped } });
  if (empty > rolled.emptied) problems.push({ code: "cues-empty", params: { count: empty - rolled.emptied } });
  return { blocks, problems };
}

/** The payload cut at each `<v Name>`; what stands before the first has no name. */
function voicesOf(lines: readonly string[], vtt: boolean): Voice[] {
  const payload = lines.join("\n");
  const marks = vtt ? [...payload.matchAll(VOICE)] : [];
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
  const bare = line.replace(TAG, "");
  return vtt ? decodeEntities(bare) : bare.replace(POSITION, "");
}

/** Two lines that begin with a dash are two people: each part is kept apart, its dash with it. */
function dialogue(lines: readonly string[]): string[][] {
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

/**
 * Roll-up captions show each line two or three times. Somebody who says "Yeah." twice does not: so repeats are dropped
 * only in a file that shows karaoke times or repeats itself nearly everywhere, and only between cues that touch.
 */
function withoutRepeats(
  cues: readonly ScannedCue[],
  vtt: boolean,
): { payloads: (readonly string[])[]; dropped: number; emptied: number } {
  const payloads = cues.map((cue) => cue.lines);
  const plain = cues.map((cue) => cue.lines.map((line) => withoutMarkup(line, vtt)));
  const touches = (i: number) => (cues[i]?.startMs ?? 0) <= (cues[i - 1]?.endMs ?? -1) + 50;
  const repeats = (i: number) =>
    touches(i) && plain[i]?.[0] !== undefined && plain[i]?.[0]?.trim() === plain[i - 1]?.at(-1)?.trim();
  const karaoke = vtt && cues.some((cue) => cue.lines.some((line) => KARAOKE.test(line)));
  const repeated = cues.filter((_, i) => i > 0 && repeats(i)).length;
  if (!karaoke && (cues.length < 4 || repeated < cues.length * 0.5)) return { payloads, dropped: 0, emptied: 0 };
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
