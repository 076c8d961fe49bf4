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
  /** Where the file shows bold or italic letters: a hint for the reader of the text, never the border of a turn. */
  readonly emphasis?: readonly Emphasis[];
  readonly label: string | null;
  readonly labelLength: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly standsAlone?: boolean;
  /** A further voice of the cue that the block before it stands for. */
  readonly sameCue?: boolean;
}

/** Over `[start, end)` of the words it belongs to. */
export interface Emphasis {
  readonly start: number;
  readonly end: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

export const FILE_FORMATS = [
  "docx",
  "odt",
  "rtf",
  "doc",
  "pdf",
  "html",
  "txt",
  "md",
  "vtt",
  "srt",
  "json",
  "csv",
  "xlsx",
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What stands in a file beside the talk, and what is done with it until a person says otherwise. */
export const FINDING_KINDS = ["running-heads", "page-numbers", "line-numbers", "product-lines"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `examples`: at most five, at most 120 characters each. A person switches it by reading the file again with `keep` or `leaveOut`. */
export interface Finding {
  readonly kind: FindingKind;
  readonly count: number;
  readonly examples: readonly string[];
  readonly removed: boolean;
}

export interface ReadOptions {
  /** Overrules the guess for text files; one of ENCODINGS. */
  readonly encoding?: string;
  /** For Jefferson and the like: every clean-up off, every space kept, no mark taken for Markdown. */
  readonly verbatim?: boolean;
  /** Opens a PDF that asks for one. Never stored. */
  readonly password?: string;
  /** Findings that a person wants in the text, and those to leave out, against what the reader proposes. */
  readonly keep?: readonly FindingKind[];
  readonly leaveOut?: readonly FindingKind[];
  /** Nobody is labelled, but one person's every word is bold or italic: the style becomes the label. */
  readonly styleSpeakers?: boolean;
  /** Whether a table is talk or a survey, against what its columns look like. */
  readonly tableAs?: "turns" | "survey";
  /** How many rows at a survey's head are no answers. */
  readonly headerRows?: number;
  /** Which of a workbook's sheets to read. */
  readonly sheet?: string;
}

/** `unit` says what a block is in this format; `encoding` is null where the format fixes it. */
export interface ReadResult {
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly unit: "paragraph" | "line" | "cue";
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
  readonly findings?: readonly Finding[];
  /** The file's bold or italic paragraphs could be one person's: `styleSpeakers` is worth offering. */
  readonly styleMightLabel?: boolean;
  /** The names that the file itself gives its labels (`spk_0` is Luciano): label, name. */
  readonly names?: readonly (readonly [label: string, name: string])[];
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
  /** Turns under this label that somebody else speaks: their blocks' indices in ReadResult.blocks. */
  readonly parts?: readonly LabelPart[];
}

export interface LabelPart {
  readonly name: string;
  readonly role: SpeakerRole;
  readonly blocks: readonly number[];
}

/**
 * A turn over `[start, end)` of the text; `label` null where the file has no label for it. `rawLabel` is the file's own
 * where a person parted it into several people (`label` then is `M (Anna)`), else absent.
 */
export interface TranscriptTurn {
  readonly start: number;
  readonly end: number;
  readonly label: string | null;
  readonly rawLabel?: string;
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
  /** Flat: start, end, 1 bold | 2 italic | 3 both, … rising and apart; absent where the file has none. */
  readonly emphasis?: readonly number[];
}
