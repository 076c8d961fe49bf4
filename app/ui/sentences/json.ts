import type { RefusalParams } from "@/lib/refusal";
import type { Sentences } from "../sentences";

const REASONS: Readonly<Record<string, string>> = {
  download: "the service could not fetch the recording",
  silent: "the service heard no speech in the recording",
  recording: "the service could not read the recording",
};

function failed({ reason }: RefusalParams): string {
  const why = REASONS[String(reason)];
  return `This file tells that the transcription failed${why ? `: ${why}` : ""}. It holds no words. Transcribe the recording again and add that file.`;
}

/** JSON of transcription programs and services. */
export const jsonSentences: Sentences = {
  "json-damaged": () =>
    "This begins as JSON but is not whole: it may have been cut off. Export it again and add that. Nothing was stored.",
  "json-unknown": () =>
    "This JSON holds no transcript of a known kind. Segments, utterances, words, chunks, results, monologues and a transcription were looked for (Whisper, WhisperX, whisper.cpp, Transformers, OpenAI, AssemblyAI, Deepgram, Amazon Transcribe, Rev AI). Export the transcript as .vtt, .srt or plain text and add that.",
  "json-bad-times": () =>
    "The file holds times that are no numbers (NaN) or lie beyond any recording, so its words cannot be placed. Export the transcript again, or as .vtt, .srt or plain text. Nothing was stored.",
  "json-transcription-failed": failed,
  "json-not-finished": () =>
    "The service had not finished transcribing when this file was saved. Fetch the finished transcript and add that.",
};
