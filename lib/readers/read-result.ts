// What every reader returns: the file's own units in order, before anyone decided who speaks.

/** Something a person should be told about a file that was read all the same. A code with parameters, no words. */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * One source unit (a paragraph, a line, a cue) with its words exactly as the file has them, label included.
 * `label` and `labelLength` say which leading characters of `raw` are the speaker's label and its separator, as the
 * reader found them (`<v Name>` of a cue is already taken out of `raw`: then labelLength is 0).
 * Without a label, `labelLength` covers a leading time or line number, which is not speech either.
 * Times are whole milliseconds from the start of the recording, null where the file has none.
 * `standsAlone` marks an unlabelled unit that cannot be the previous speaker going on: a section row of a table,
 * "recording stopped", a turn whose name the product left empty, the second dash of a two-voice subtitle.
 */
export interface Block {
  readonly raw: string;
  readonly label: string | null;
  readonly labelLength: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly standsAlone?: boolean;
}

export type FileFormat = "docx" | "txt" | "md" | "vtt" | "srt";

/** `unit` says what a block is in this format; `encoding` is null where the format fixes it. */
export interface ReadResult {
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly unit: "paragraph" | "line" | "cue";
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

export const SPEAKER_ROLES = ["participant", "interviewer", "moderator", "several", "unknown"] as const;
export type SpeakerRole = (typeof SPEAKER_ROLES)[number];

/** A label that a reader found, with what the preview shows of it and proposes for it. */
export interface FoundLabel {
  readonly label: string;
  readonly turns: number;
  /** The first words said under it, at most 120 characters. */
  readonly example: string;
  readonly proposal: LabelDecision;
}

/**
 * What a person decided about a label. Labels with the same `name` become one participant.
 * "not-speaker" puts the label's words back into the text (a `Note:` line, a `Q2:` heading).
 */
export interface LabelDecision {
  readonly label: string;
  readonly treatment: "speaker" | "not-speaker";
  readonly name: string;
  readonly role: SpeakerRole;
}

/** A turn over `[start, end)` of the text; `label` null where the file has no label for it. */
export interface TranscriptTurn {
  readonly start: number;
  readonly end: number;
  readonly label: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** A source cue over `[start, end)` of the text, kept underneath the turns. */
export interface TranscriptCue {
  readonly start: number;
  readonly end: number;
  readonly label: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/**
 * The text that is stored for ever: speech only, turns and paragraphs separated by `\n`; bounds computed once.
 * `paragraphs` and `sentences` are flat lists of [start, end) pairs: start0, end0, start1, end1, …
 */
export interface Transcript {
  readonly text: string;
  readonly turns: readonly TranscriptTurn[];
  readonly cues: readonly TranscriptCue[];
  readonly paragraphs: readonly number[];
  readonly sentences: readonly number[];
}
