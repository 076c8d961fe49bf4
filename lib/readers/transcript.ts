// Blocks and a person's decisions about their labels → the text that is stored for ever, with its turns and cues.
import { paragraphBounds, sentenceBounds } from "../text/sentences";
import { joint } from "./join-words";
import { isBlank } from "./label-blocks";
import type { Block, LabelDecision, ReadResult, Transcript, TranscriptCue, TranscriptTurn } from "./read-result";
import { foundLabels } from "./speakers";

/** Where nobody is named, a stretch of cues ends at a pause, or at the end of a sentence once it is long. */
const PAUSE_MS = 2_000;
const LONG_STRETCH = 600;
const LONGEST_STRETCH = 2_000;
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*\s*$/u;

const BOLD = 1;
const ITALIC = 2;

interface OpenTurn {
  start: number;
  end: number;
  label: string | null;
  rawLabel?: string;
  startMs: number | null;
  endMs: number | null;
}

/** `taken`: how many leading characters of the block are not words. */
interface Unit {
  readonly words: string;
  readonly taken: number;
  readonly label: string | null;
  readonly rawLabel?: string;
  readonly block: Block;
}

/** The labels that are people; for each, the blocks that a person gave to somebody else, with that name. */
type Speakers = ReadonlyMap<string, ReadonlyMap<number, string>>;

/**
 * Speech only: labels, times and line numbers go to the records; turns and paragraphs are separated by `\n`, cues of one
 * turn by a space. A label without a decision is treated as `foundLabels` proposes. Blocks without words leave no trace.
 */
export function buildTranscript(read: ReadResult, decisions: readonly LabelDecision[]): Transcript {
  const speakers = speakersOf(read, decisions);
  const pieces: string[] = [];
  const turns: OpenTurn[] = [];
  const cues: TranscriptCue[] = [];
  const emphasis: number[] = [];
  let length = 0;
  let before = "";
  for (const [index, block] of read.blocks.entries()) {
    const unit = unitOf(block, index, speakers);
    // Words of people hold no other line end: offsets into the text must mean the same everywhere.
    const words = unit.words.includes("\r") ? unit.words.replace(/\r\n?/g, "\n") : unit.words;
    if (isBlank(words)) continue;
    const last = turns.at(-1);
    const continues =
      last !== undefined && (read.unit === "cue" ? cueContinues(last, unit, before) : lineContinues(last, unit));
    const separator = length === 0 ? "" : continues && read.unit === "cue" ? joint(before, words) : "\n";
    pieces.push(separator, words);
    const start = length + separator.length;
    const end = start + words.length;
    length = end;
    before = words;
    const { startMs, endMs } = block;
    if (continues) {
      last.end = end;
      last.endMs = later(last.endMs, endMs);
    } else {
      const raw = unit.rawLabel === undefined ? {} : { rawLabel: unit.rawLabel };
      turns.push({ start, end, label: unit.label, ...raw, startMs, endMs });
    }
    if (block.emphasis) pushEmphasis(emphasis, block, unit, start);
    if (read.unit === "cue" || startMs !== null) cues.push({ start, end, label: unit.label, startMs, endMs });
  }
  const text = pieces.join("");
  return {
    text,
    turns: turns satisfies readonly TranscriptTurn[],
    cues,
    paragraphs: paragraphBounds(text),
    sentences: sentenceBounds(text),
    ...(emphasis.length > 0 ? { emphasis } : {}),
  };
}

/** From the block's own words to the text's, without what the label took; neighbours of one kind become one. */
function pushEmphasis(found: number[], { emphasis = [] }: Block, unit: Unit, at: number): void {
  for (const span of emphasis) {
    const kind = (span.bold ? BOLD : 0) + (span.italic ? ITALIC : 0);
    const start = Math.max(at + inWords(unit, span.start), found.at(-2) ?? 0);
    const end = at + inWords(unit, span.end);
    if (kind === 0 || start >= end) continue;
    if (found.at(-1) === kind && found.at(-2) === start) found[found.length - 2] = end;
    else found.push(start, end, kind);
  }
}

/** An offset of the block's raw text among its stored words, where a CRLF counts one. */
function inWords({ words, taken }: Unit, offset: number): number {
  const within = Math.min(Math.max(offset - taken, 0), words.length);
  return words.includes("\r\n") ? words.slice(0, within).replaceAll("\r\n", "\n").length : within;
}

function speakersOf(read: ReadResult, decisions: readonly LabelDecision[]): Speakers {
  const decided = new Map(decisions.map((decision) => [decision.label, decision]));
  const speakers = new Map<string, ReadonlyMap<number, string>>();
  for (const { label, proposal } of foundLabels(read)) {
    const { treatment, parts = [] } = decided.get(label) ?? proposal;
    if (treatment !== "speaker") continue;
    speakers.set(label, new Map(parts.flatMap((part) => part.blocks.map((block) => [block, part.name] as const))));
  }
  return speakers;
}

function unitOf(block: Block, index: number, speakers: Speakers): Unit {
  if (block.label === null)
    return { words: block.raw.slice(block.labelLength), taken: block.labelLength, label: null, block };
  const parts = speakers.get(block.label);
  if (parts === undefined) return { words: block.raw, taken: 0, label: null, block };
  const words = block.raw.slice(block.labelLength);
  const name = parts.size === 0 ? undefined : parts.get(index);
  if (name === undefined) return { words, taken: block.labelLength, label: block.label, block };
  const label = `${block.label} (${name})`;
  return { words, taken: block.labelLength, label, rawLabel: block.label, block };
}

/** A line without a label goes on with whatever came before, unless it cannot be the same speaker. */
function lineContinues(last: OpenTurn, unit: Unit): boolean {
  return unit.label === null && (last.label === null || !unit.block.standsAlone);
}

function cueContinues(last: OpenTurn, unit: Unit, before: string): boolean {
  if (unit.block.standsAlone || unit.label !== last.label) return false;
  if (unit.label !== null) return true;
  const pause = unit.block.startMs !== null && last.endMs !== null && unit.block.startMs - last.endMs >= PAUSE_MS;
  const stretch = last.end - last.start;
  return !pause && stretch < LONGEST_STRETCH && !(stretch >= LONG_STRETCH && SENTENCE_END.test(before.slice(-20)));
}

function later(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
