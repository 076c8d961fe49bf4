// What a file may turn out to be: a transcript, a survey's table, or an archive of further files.
import type { ReadResult } from "./read-result";
import type { SurveyRead } from "./survey-read";

export interface ArchiveEntry {
  /** Its place among the archive's entries, by which it is asked for. */
  readonly index: number;
  /** A label for people, never a path. */
  readonly name: string;
  /** As declared; what is unpacked is counted. */
  readonly bytes: number;
}

export type FileContent =
  | { readonly kind: "transcript"; readonly read: ReadResult }
  | { readonly kind: "survey"; readonly survey: SurveyRead }
  | { readonly kind: "archive"; readonly entries: readonly ArchiveEntry[] };
