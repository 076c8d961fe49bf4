// Whisper and its kin: openai-whisper, OpenAI's verbose and diarized answers, WhisperX, whisper.cpp, Transformers.
import type { JsonCue, JsonTalk } from "./json-cues";
import { speakerLabel, timeMs, timesOf } from "./json-cues";
import { field, list, objects, string } from "./json-value";

/** `segments` with a text each; also podwhisperer's, whose `speakers` say who `spk_0` is. Null: of another kind. */
export function whisperSegments(value: unknown): JsonTalk | null {
  const segments = objects(field(value, "segments"));
  if (segments === null || !segments.every((segment) => string(field(segment, "text")) !== null)) return null;
  const cues = segments.flatMap((segment) => {
    const text = string(field(segment, "text")) ?? "";
    const label = speakerLabel(field(segment, "speaker") ?? field(segment, "speakerLabel"));
    return partedByWords(text, { text, label, ...timesOf(segment, 1000) }, objects(field(segment, "words")) ?? []);
  });
  return { cues: cues.length > 0 ? cues : wholeText(value), names: namesOf(field(value, "speakers")) };
}

/** whisper.cpp: `offsets` are milliseconds; with two channels the text begins with `(speaker 0)`. */
export function whisperCpp(value: unknown): JsonTalk | null {
  const entries = objects(field(value, "transcription"));
  if (entries === null) return null;
  const cues = entries.map((entry): JsonCue => {
    const text = string(field(entry, "text")) ?? "";
    const voice = /^\s{0,10}\((speaker (?:\d{1,3}|\?))\)/u.exec(text);
    const offsets = field(entry, "offsets");
    return {
      text: voice ? text.slice(voice[0].length) : text,
      label: voice?.[1] ?? speakerLabel(field(entry, "speaker")),
      startMs: timeMs(field(offsets, "from"), 1),
      endMs: timeMs(field(offsets, "to"), 1),
    };
  });
  return { cues };
}

/** Transformers: the last end may be null. */
export function transformersChunks(value: unknown): JsonTalk | null {
  const chunks = objects(field(value, "chunks"));
  if (chunks === null) return null;
  const cues = chunks.map((chunk): JsonCue => {
    const [start, end] = list(field(chunk, "timestamp")) ?? [];
    const label = speakerLabel(field(chunk, "speaker"));
    return { text: string(field(chunk, "text")) ?? "", label, startMs: timeMs(start, 1000), endMs: timeMs(end, 1000) };
  });
  return { cues };
}

/** The text alone, where a service gave no segments. */
export function wholeText(value: unknown): JsonCue[] {
  const text = string(field(value, "text"));
  return text === null || text.trim() === "" ? [] : [{ text, label: null, startMs: null, endMs: null }];
}

/**
 * WhisperX may hear two people in one segment: it is cut where the words change their speaker. A word that could not be
 * aligned (a numeral) has neither time nor speaker and goes with the one before.
 */
function partedByWords(text: string, whole: JsonCue, words: readonly object[]): JsonCue[] {
  const heard = words.map((word) => speakerLabel(field(word, "speaker")));
  const people = new Set(heard.filter((label) => label !== null));
  if (people.size === 0) return [whole];
  if (people.size === 1) return [{ ...whole, label: whole.label ?? [...people][0] ?? null }];
  const cuts: { at: number; label: string; startMs: number | null; endMs: number | null }[] = [];
  let at = 0;
  for (const [i, word] of words.entries()) {
    const spoken = (string(field(word, "word")) ?? "").trim();
    const found = text.indexOf(spoken, at);
    // Words that are not those of the text say nothing about where it could be cut.
    if (found === -1) return [whole];
    const label = heard[i] ?? null;
    const last = cuts.at(-1);
    const { startMs, endMs } = wordTimes(word);
    if (last && (label === null || label === last.label)) last.endMs = endMs ?? last.endMs;
    else if (label !== null) cuts.push({ at: cuts.length === 0 ? 0 : found, label, startMs, endMs });
    at = found + spoken.length;
  }
  return cuts.map((cut, i) => ({
    text: text.slice(cut.at, cuts[i + 1]?.at ?? text.length),
    label: cut.label,
    startMs: i === 0 ? whole.startMs : cut.startMs,
    endMs: i === cuts.length - 1 ? whole.endMs : cut.endMs,
  }));
}

/** A word that could not be aligned may have NaN here: the segment's own times stand. */
function wordTimes(word: object): { startMs: number | null; endMs: number | null } {
  const [startMs, endMs] = [field(word, "start"), field(word, "end")].map((time) =>
    typeof time === "number" && Number.isFinite(time) ? timeMs(time, 1000) : null,
  );
  return { startMs: startMs ?? null, endMs: endMs ?? null };
}

function namesOf(speakers: unknown): (readonly [string, string])[] {
  if (typeof speakers !== "object" || speakers === null || Array.isArray(speakers)) return [];
  return Object.entries(speakers).flatMap(([label, name]) => {
    const known = speakerLabel(name);
    return known === null ? [] : [[label, known] as const];
  });
}
