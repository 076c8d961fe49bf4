import type { Sentences } from "../sentences";

const gigabytes = (megabytes: string | number | undefined) =>
  Number(megabytes) >= 1024 ? `${Math.round(Number(megabytes) / 102.4) / 10} GB` : `${megabytes} MB`;

/** Sound and film beside a transcript. */
export const recordingSentences: Sentences = {
  "recording-too-large": ({ megabytes }) =>
    `The recording is larger than ${gigabytes(megabytes)}, which is the most that is taken here, and was not kept. Save it as .mp3 or .m4a, which is far smaller, or ask whoever runs this server to raise TANDEM_RECORDING_LIMIT_MB.`,
  "recording-kind-unknown": () =>
    "This is not a recording that browsers play, and it was not kept. Save it as .mp3, .m4a, .wav or .mp4 and add that.",
  "recording-empty": () => "The file is empty, so nothing was kept. Choose the recording again.",
  "recording-cut-off": () =>
    "The connection ended before the whole recording had arrived, so nothing of it was kept. Send it again.",
  "recording-no-space": ({ megabytes }) =>
    `There is not enough free space on the server for ${gigabytes(megabytes)} more. Nothing was kept. Ask whoever runs this server to free some.`,
  "recording-removed": () => "The recording was removed from the document meanwhile, so nothing was changed.",
  "recording-names-replaced": () =>
    "The names in this document were replaced since, so undoing does not change who may hear its recording. Nothing was changed; a lead can set it at the recording itself.",
  "recording-deleted": () =>
    "The recording was removed so long ago that its bytes were deleted since. Nothing else was changed. Add it again from your own file.",
};
