// The turns under one label, with their first words: from them a person says which are somebody else's.
import { isBlank } from "./label-blocks";
import type { ReadResult } from "./read-result";

const MOST_TURNS = 5_000;
const SHOWN_WORDS = 160;

export interface LabelTurn {
  /** The labelled blocks that make it up, as LabelPart names them. */
  readonly blocks: readonly number[];
  readonly words: string;
  readonly startMs: number | null;
}

export interface LabelTurns {
  readonly turns: readonly LabelTurn[];
  /** There are more than are listed. */
  readonly cut: boolean;
}

/** Cues that follow each other under one label are one turn; elsewhere each labelled block begins one. */
export function labelTurns(read: ReadResult, label: string): LabelTurns {
  const turns: { blocks: number[]; words: string; startMs: number | null }[] = [];
  let open = false;
  for (const [index, block] of read.blocks.entries()) {
    const words = block.raw.slice(block.labelLength);
    if (block.label !== label) {
      // A blank cue between two does not end a turn; neither does it begin one.
      if (block.label !== null || !isBlank(words)) open = false;
      continue;
    }
    const last = turns.at(-1);
    if (open && last && read.unit === "cue" && !block.standsAlone) {
      last.blocks.push(index);
      if (last.words.length < SHOWN_WORDS) last.words = shown(`${last.words} ${words}`);
      continue;
    }
    if (turns.length === MOST_TURNS) return { turns, cut: true };
    turns.push({ blocks: [index], words: shown(words), startMs: block.startMs });
    open = true;
  }
  return { turns, cut: false };
}

function shown(words: string): string {
  return words
    .slice(0, 4 * SHOWN_WORDS)
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, SHOWN_WORDS)
    .replace(/[\uD800-\uDBFF]$/, "");
}
