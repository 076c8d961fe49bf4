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

interface OpenTurn {
  start: number;
  end: number;
  label: string | null;
  startMs: number | null;
  endMs: number | null;
}

interface Unit {
  readonly words: string;
  readonly label: string | null;
  readonly block: Block;
}

/**
 * Speech only: labels, times and line numbers go to the records; turns and paragraphs are separated by `\n`, cues of one
 * turn by a space. A label without a decision is treated as `foundLabels` proposes. Blocks without words leave no trace.
 */
export function buildTranscript(read: ReadResult, decisions: readonly LabelDecision[]): Transcript {
  const speakers = speakersOf(read, decisions);
  const pieces: string[] = [];
  const turns: OpenTurn[] = [];
  const cues: TranscriptCue[] = [];
  let length = 0;
  let before = "";
  for (const block of read.blocks) {
    const unit = unitOf(block, speakers);
    // Words of people hold no other line end: offsets into the text must mean the same everywhere.
    const words = unit.words.replace(/\r\n?/g, "\n");
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
      turns.push({ start, end, label: unit.label, startMs, endMs });
    }
    if (read.unit === "cue" || startMs !== null) cues.push({ start, end, label: unit.label, startMs, endMs });
  }
  const text = pieces.join("");
  return {
    text,
    turns: turns satisfies readonly TranscriptTurn[],
    cues,
    paragraphs: paragraphBounds(text),
    sentences: sentenceBounds(text),
  };
}

/** The labels that are people. */
function speakersOf(read: ReadResult, decisions: readonly LabelDecision[]): ReadonlySet<string> {
  const decided = new Map(decisions.map((decision) => [decision.label, decision]));
  const speakers = new Set<string>();
  for (const { label, proposal } of foundLabels(read)) {
    if ((decided.get(label) ?? proposal).treatment === "speaker") speakers.add(label);
  }
  return speakers;
}

function unitOf(block: Block, speakers: ReadonlySet<string>): Unit {
  if (block.label !== null && !speakers.has(block.label)) return { words: block.raw, label: null, block };
  return { words: block.raw.slice(block.labelLength), label: block.label, block };
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
