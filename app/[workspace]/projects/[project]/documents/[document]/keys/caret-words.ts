import { characterStep } from "@/lib/text/characters";
import type { Span } from "@/lib/text/span";
import type { CodingStore } from "../saving/coding-store";
import { type DeskTurn, indexAt } from "../text/desk-turns";
import { type Caret, type CaretGround, spanOf } from "./caret";
import { lineAt } from "./caret-lines";
import type { CaretUnit } from "./desk-keys";
import { heardWords } from "./desk-sentences";
import { sentencesOf } from "./span-steps";

/** What is needed to say where a caret stands. */
export interface HeardGround extends Pick<CaretGround, "text" | "turns"> {
  readonly store: Pick<CodingStore, "touching">;
  readonly nameOf: (codeId: string) => string;
}

/** Longer than this is shortened: a person can go on by sentence. */
const LONGEST = 400;
const NAMED = 4;
/** A selection longer than this is told by its turns, not by its words. */
const COUNTED = 20_000;

export function turnName(turn: DeskTurn | undefined): string {
  if (!turn) return "";
  const number = turn.number === null ? "Between turns" : `Turn ${turn.number}`;
  return turn.speaker ? `${number}, ${turn.speaker}` : number;
}

/** `Workload levels begins, Compassion fatigue ends`: the codings whose edges lie on what was passed. */
export function edgeWords({ store, nameOf }: HeardGround, { start, end }: Span): string {
  if (end <= start) return "";
  const edges: string[] = [];
  const reach = { start: Math.max(0, start - 1), end: end + 1 };
  for (const coding of store.touching(reach)) {
    if (coding.start >= start && coding.start < end) edges.push(`${nameOf(coding.codeId)} begins`);
    if (coding.end > start && coding.end <= end) edges.push(`${nameOf(coding.codeId)} ends`);
  }
  const more = edges.length - NAMED;
  return [...edges.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

function codingsWords(count: number): string {
  return count === 0 ? "" : `${count} ${count === 1 ? "coding" : "codings"}`;
}

/** `“never enough cover”, 3 words selected`. */
export function selectionWords({ text, turns }: HeardGround, span: Span): string {
  if (span.end - span.start > COUNTED) {
    const [from, to] = [turns[indexAt(turns, span.start)], turns[indexAt(turns, span.end - 1)]];
    return `Selected: from ${turnName(from)}, to ${turnName(to)}`;
  }
  const words = text.slice(span.start, span.end);
  const count = words.match(/\S+/g)?.length ?? 0;
  return `“${heardWords(words)}”, ${count} ${count === 1 ? "word" : "words"} selected`;
}

function signWords(sign: string): string {
  if (sign === "") return "End of the text";
  return sign === " " ? "space" : sign.trim() === "" ? "end of the paragraph" : sign;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, line.lastIndexOf(" ", LONGEST))} …` : line;
}

interface Unit {
  readonly words: string;
  /** What was passed, or what is entered. */
  readonly passed: Span;
}

function unitOf(heard: HeardGround, ground: CaretGround, unit: CaretUnit, from: number, to: number): Unit {
  const { text, turns } = heard;
  const passed = { start: Math.min(from, to), end: Math.max(from, to) };
  const slice = ({ start, end }: Span) => text.slice(start, end);
  const turn = turns[indexAt(turns, to)];
  if (unit === "word") return { words: slice(passed).trim(), passed };
  if (unit === "sentence" && turn) {
    const sentences = sentencesOf(text, turn);
    const here = sentences[indexAt(sentences, to)];
    if (here) return { words: shortened(slice(here)), passed: here };
  }
  if (unit === "turn" && turn) return { words: shortened(slice(turn)), passed: turn };
  if (unit === "line" || unit === "page" || unit === "text") {
    const line = lineAt(ground, to);
    if (line) return { words: shortened(slice(line)), passed: unit === "line" ? passed : line };
  }
  return { words: signWords(text.slice(to, characterStep(text, to, 1))), passed };
}

/** What is heard when the caret went somewhere by the keyboard. */
export function caretWords(
  heard: HeardGround,
  ground: CaretGround,
  unit: CaretUnit,
  before: Caret | null,
  now: Caret,
): string {
  const span = spanOf(now);
  if (span) return selectionWords(heard, span);
  const { turns } = heard;
  const from = before?.focus ?? now.focus;
  const [left, entered] = [indexAt(turns, from), indexAt(turns, now.focus)];
  const { words, passed } = unitOf(heard, ground, unit, from, now.focus);
  const turn = turns[entered];
  const who = unit === "turn" ? turnName(turn) : left === entered && before ? "" : (turn?.speaker ?? turnName(turn));
  const edges = unit === "turn" ? codingsWords(heard.store.touching(passed).length) : edgeWords(heard, passed);
  const said = `${who ? `${who}: ` : ""}${words}`;
  return edges ? `${said}${/[.!?…]$/.test(said) ? "" : "."} ${edges}` : said;
}
