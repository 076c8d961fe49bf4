// Services that transcribe for others: AssemblyAI, Deepgram, Amazon Transcribe, Rev AI.
import { Refusal } from "../refusal";
import { type JsonCue, type JsonTalk, type JsonWord, speakerLabel, timeMs, timesOf, wordCues } from "./json-cues";
import { field, objects, string } from "./json-value";
import { wholeText } from "./json-whisper";

const filled = (value: unknown): readonly object[] | null => {
  const items = objects(value);
  return items !== null && items.length > 0 ? items : null;
};

/** AssemblyAI, in milliseconds. Throws Refusal: json-transcription-failed, json-not-finished. */
export function assemblyAi(value: unknown): JsonTalk | null {
  const status = string(field(value, "status"));
  const isTheirs = status !== null && (field(value, "id") !== null || field(value, "audio_url") !== null);
  if (!isTheirs && field(value, "utterances") === null && field(value, "audio_duration") === null) return null;
  if (status === "error") {
    throw new Refusal("json-transcription-failed", 422, { reason: failure(string(field(value, "error")) ?? "") });
  }
  if (status === "queued" || status === "processing") throw new Refusal("json-not-finished", 422);
  const utterances = filled(field(value, "utterances"));
  if (utterances) return { cues: utterances.map((each) => assemblyCue(each)) };
  const words = filled(field(value, "words"));
  if (words) return { cues: wordCues(words.map((each) => assemblyCue(each))) };
  return { cues: wholeText(value) };
}

function assemblyCue(value: object): JsonCue {
  const channel = field(value, "channel");
  const label = speakerLabel(field(value, "speaker")) ?? (channel === null ? null : `Channel ${String(channel)}`);
  return { text: string(field(value, "text")) ?? "", label, ...timesOf(value, 1) };
}

/** The service's message may name the recording, so only its kind is told. */
function failure(message: string): string {
  if (/download|fetch|url|access/i.test(message)) return "download";
  if (/duration|short|empty|no spoken|no audio|silen/i.test(message)) return "silent";
  if (/format|decode|transcod|codec|corrupt/i.test(message)) return "recording";
  return "other";
}

/** Deepgram, in seconds: utterances, else the sentences of its paragraphs, else words with their punctuation. */
export function deepgram(value: unknown): JsonTalk | null {
  const results = field(value, "results");
  const channels = objects(field(results, "channels"));
  const utterances = filled(field(results, "utterances"));
  if (channels === null && utterances === null) return null;
  if (utterances) {
    const cues = utterances.map((each) => ({
      text: string(field(each, "transcript")) ?? "",
      label: speakerLabel(field(each, "speaker")),
      ...timesOf(each, 1000),
    }));
    return { cues };
  }
  const cues = (channels ?? []).flatMap((channel, i) => {
    const [best] = objects(field(channel, "alternatives")) ?? [];
    const spoken = deepgramAlternative(best ?? {});
    // Each channel is a person with a microphone of their own.
    const several = (channels?.length ?? 0) > 1;
    return several ? spoken.map((cue) => ({ ...cue, label: cue.label ?? `Channel ${i}` })) : spoken;
  });
  if ((channels?.length ?? 0) > 1) cues.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
  return { cues };
}

function deepgramAlternative(best: object): JsonCue[] {
  const paragraphs = filled(field(field(best, "paragraphs"), "paragraphs"));
  if (paragraphs) {
    return paragraphs.flatMap((paragraph) => {
      const label = speakerLabel(field(paragraph, "speaker"));
      return (objects(field(paragraph, "sentences")) ?? []).map((sentence) => ({
        text: string(field(sentence, "text")) ?? "",
        label,
        ...timesOf(sentence, 1000),
      }));
    });
  }
  const words = filled(field(best, "words"));
  if (words) {
    return wordCues(
      words.map((word) => ({
        text: string(field(word, "punctuated_word")) ?? string(field(word, "word")) ?? "",
        label: speakerLabel(field(word, "speaker")),
        ...timesOf(word, 1000),
      })),
    );
  }
  return wholeText({ text: field(best, "transcript") });
}

/** Amazon Transcribe: times are seconds written as text, and punctuation has none. */
export function amazonTranscribe(value: unknown): JsonTalk | null {
  const results = field(value, "results");
  const items = objects(field(results, "items"));
  if (items === null) return null;
  const speakers = amazonSpeakers(field(field(results, "speaker_labels"), "segments"));
  const channels = amazonChannels(field(field(results, "channel_labels"), "channels"));
  let label: string | null = null;
  const words = items.map((item): JsonWord => {
    const [best] = objects(field(item, "alternatives")) ?? [];
    const start = string(field(item, "start_time"));
    const joins = field(item, "type") === "punctuation";
    const own = speakerLabel(field(item, "speaker_label")) ?? speakers.get(start ?? "") ?? channels.get(start ?? "");
    label = joins ? (own ?? label) : (own ?? null);
    return {
      text: string(field(best, "content")) ?? "",
      label,
      startMs: timeMs(start, 1000),
      endMs: timeMs(field(item, "end_time"), 1000),
      joins,
    };
  });
  return { cues: wordCues(words) };
}

/** Start time of each word → who says it. */
function amazonSpeakers(segments: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const segment of objects(segments) ?? []) {
    for (const item of objects(field(segment, "items")) ?? []) {
      const label = speakerLabel(field(item, "speaker_label") ?? field(segment, "speaker_label"));
      const start = string(field(item, "start_time"));
      if (label !== null && start !== null) found.set(start, label);
    }
  }
  return found;
}

function amazonChannels(channels: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const channel of objects(channels) ?? []) {
    const label = speakerLabel(field(channel, "channel_label"));
    for (const item of objects(field(channel, "items")) ?? []) {
      const start = string(field(item, "start_time"));
      if (label !== null && start !== null) found.set(start, label);
    }
  }
  return found;
}

/** Rev AI: elements hold their own spaces. */
export function revAi(value: unknown): JsonTalk | null {
  const monologues = objects(field(value, "monologues"));
  if (monologues === null) return null;
  const cues = monologues.map((monologue): JsonCue => {
    const elements = objects(field(monologue, "elements")) ?? [];
    const timed = elements.filter((element) => field(element, "ts") !== null);
    return {
      text: elements.map((element) => string(field(element, "value")) ?? "").join(""),
      label: speakerLabel(field(monologue, "speaker")),
      startMs: timeMs(field(timed[0], "ts"), 1000),
      endMs: timeMs(field(timed.at(-1), "end_ts"), 1000),
    };
  });
  return { cues };
}
