// JSON of transcription programs and services, recognised by its keys: one block a segment, an utterance, or a sentence.
import { Refusal } from "../refusal";
import { isBlank } from "./blank";
import type { JsonCue, JsonTalk } from "./json-cues";
import { amazonTranscribe, assemblyAi, deepgram, revAi } from "./json-services";
import { parseJson } from "./json-value";
import { transformersChunks, whisperCpp, whisperSegments } from "./json-whisper";
import type { Block, Problem, ReadOptions, ReadResult } from "./read-result";

const PRODUCERS: readonly ((value: unknown) => JsonTalk | null)[] = [
  assemblyAi,
  deepgram,
  amazonTranscribe,
  whisperCpp,
  transformersChunks,
  revAi,
  whisperSegments,
];
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Throws Refusal: json-damaged, json-unknown, json-bad-times, json-transcription-failed, json-not-finished, file-too-deep. */
export function readJson(text: string, options: ReadOptions = {}): Omit<ReadResult, "encoding"> {
  const { value, notNumbers, repeatedKeys } = parseJson(text);
  const talk = talkOf(value);
  const silent = talk.cues.filter((cue) => isBlank(cue.text)).length;
  let replaced = 0;
  const whole = (words: string) =>
    words.replaceAll("\0", "\uFFFD").replace(LONE_SURROGATE, () => {
      replaced++;
      return "\uFFFD";
    });
  const nuls = talk.cues.filter((cue) => cue.text.includes("\0")).length;
  const blocks = talk.cues.map((cue) => blockOf({ ...cue, text: whole(cue.text) }, options));
  const counted = [
    { code: "json-not-numbers", params: { count: notNumbers } },
    { code: "json-keys-repeated", params: { count: repeatedKeys } },
    { code: "nul-replaced", params: { count: nuls } },
    { code: "half-characters-replaced", params: { count: replaced } },
    { code: "cues-empty", params: { count: silent } },
  ];
  const problems: Problem[] = counted.filter(({ params }) => params.count > 0);
  if (blocks.every((block) => block.label === null)) problems.push({ code: "no-speakers-found", params: {} });
  const names = (talk.names ?? []).filter(([label]) => blocks.some((block) => block.label === label));
  return { format: "json", unit: "cue", blocks, problems, ...(names.length > 0 ? { names } : {}) };
}

function talkOf(value: unknown): JsonTalk {
  for (const producer of PRODUCERS) {
    const talk = producer(value);
    if (talk !== null) return talk;
  }
  throw new Refusal("json-unknown", 422);
}

/** Whisper writes the space between two segments at the head of the second: it belongs to neither's words. */
function blockOf({ text, label, startMs, endMs }: JsonCue, options: ReadOptions): Block {
  const labelLength = options.verbatim ? 0 : (/^\s*/u.exec(text)?.[0].length ?? 0);
  return { raw: text, label, labelLength, startMs, endMs };
}
