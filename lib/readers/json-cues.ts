// What every transcription service's JSON is brought to: cues with times in whole milliseconds; words grouped into cues.
import { Refusal } from "../refusal";
import { joinWords } from "./join-words";
import { field, string } from "./json-value";

export interface JsonCue {
  /** As the file has it, with the spacing that the service writes. */
  readonly text: string;
  readonly label: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface JsonTalk {
  readonly cues: readonly JsonCue[];
  /** What the file itself calls those whom it labels: label, name. */
  readonly names?: readonly (readonly [string, string])[];
}

/** One word of a service that writes words alone. `joins`: a full stop, a comma, which no space comes before. */
export interface JsonWord extends JsonCue {
  readonly joins?: boolean;
}

const LONGEST_RECORDING_MS = 1_000 * 3_600_000;
const LONGEST_LABEL = 63;
const LONGEST_CUE = 300;
const PAUSE_MS = 2_000;
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/u;

/** Seconds (times 1000) or milliseconds (times 1), as numbers or as text. Throws Refusal: json-bad-times. */
export function timeMs(value: unknown, factor: 1 | 1000): number | null {
  if (value === null || value === undefined || value === "") return null;
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number) || number * factor > LONGEST_RECORDING_MS) {
    throw new Refusal("json-bad-times", 422);
  }
  return Math.max(0, Math.round(number * factor));
}

/** A service's number for a speaker is no name: `0` becomes `Speaker 0`, as the services themselves print it. */
export function speakerLabel(value: unknown): string | null {
  if (typeof value === "number" && Number.isInteger(value)) return `Speaker ${value}`;
  const label = string(value)?.trim() ?? "";
  return label === "" ? null : label.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, "");
}

/** `start` and `end` of an object, in seconds or milliseconds. */
export function timesOf(value: unknown, factor: 1 | 1000): { startMs: number | null; endMs: number | null } {
  return { startMs: timeMs(field(value, "start"), factor), endMs: timeMs(field(value, "end"), factor) };
}

/** A cue ends where somebody else speaks, at the end of a sentence, at a pause, and when it grows long. */
export function wordCues(words: readonly JsonWord[]): JsonCue[] {
  const cues: JsonCue[] = [];
  let open: JsonWord[] = [];
  let length = 0;
  for (const word of words) {
    const last = open.at(-1);
    if (last && !word.joins && endsBefore(last, word, length)) {
      cues.push(cueOf(open));
      open = [];
      length = 0;
    }
    open.push(word);
    length += word.text.length + 1;
  }
  if (open.length > 0) cues.push(cueOf(open));
  return cues;
}

function endsBefore(last: JsonWord, word: JsonWord, length: number): boolean {
  if (word.label !== last.label || length >= LONGEST_CUE || SENTENCE_END.test(last.text.slice(-10))) return true;
  return word.startMs !== null && last.endMs !== null && word.startMs - last.endMs >= PAUSE_MS;
}

function cueOf(words: readonly JsonWord[]): JsonCue {
  const pieces: string[] = [];
  for (const word of words) {
    if (word.joins && pieces.length > 0) pieces.push(`${pieces.pop() ?? ""}${word.text}`);
    else pieces.push(word.text);
  }
  const startMs = words.find((word) => word.startMs !== null)?.startMs ?? null;
  const endMs = words.findLast((word) => word.endMs !== null)?.endMs ?? null;
  return { text: joinWords(pieces), label: words[0]?.label ?? null, startMs, endMs };
}
