// The jobs that run in child processes, and what crosses between a child and its parent.
import type { Actor } from "@/db/actor";
import type { BuildSurveyJob } from "@/db/build-staged-survey";
import type { WorkspaceName } from "@/db/workspace";
import type { FileContent } from "@/lib/readers/file-content";
import type { LabelTurns } from "@/lib/readers/label-turns";
import type { LabelDecision, ReadOptions } from "@/lib/readers/read-result";
import type { RefusalParams } from "@/lib/refusal";
import type { TextChange } from "@/lib/text/text-changes";

/** A kind of job: its input without the kind, and its answer. Big results go to a file, not through the channel. */
export type JobKinds = Record<string, { readonly input: object; readonly result: unknown }>;

export interface TandemJobs extends JobKinds {
  /** Writes the FileContent as JSON to `outPath` and, when asked for, what a screen shows of it to `previewPath`. */
  "read-file": {
    readonly input: {
      readonly path: string;
      readonly name: string;
      readonly outPath: string;
      readonly previewPath?: string;
      readonly options?: ReadOptions;
      readonly limitBytes?: number;
    };
    readonly result: {
      readonly kind: FileContent["kind"];
      readonly format: string | null;
      readonly encoding: string | null;
    };
  };
  /** Unpacks one file of an archive to `outPath`. */
  "take-entry": {
    readonly input: {
      readonly path: string;
      readonly index: number;
      readonly outPath: string;
      readonly limitBytes: number;
    };
    readonly result: { readonly name: string; readonly bytes: number; readonly sha256: string };
  };
  /** The turns under one label of what "read-file" wrote, with their first words; some thousands at most. */
  "label-turns": {
    readonly input: { readonly readPath: string; readonly label: string };
    readonly result: LabelTurns;
  };
  /** Writes a csv or a workbook's first sheet as a ReadTableFile to `outPath`. */
  "read-table": {
    readonly input: { readonly path: string; readonly outPath: string; readonly limitBytes: number };
    readonly result: { readonly rows: number };
  };
  /** Takes what "read-file" wrote, and writes the Transcript with its measures as JSON to `outPath`. */
  "build-transcript": {
    readonly input: {
      readonly readPath: string;
      readonly decisions: readonly LabelDecision[];
      readonly outPath: string;
    };
    readonly result: { readonly length: number; readonly turns: number; readonly cues: number };
  };
  /** Takes a survey that "read-file" wrote, and writes its transcripts and attributes as JSON to `outPath`. */
  "build-survey": {
    readonly input: BuildSurveyJob;
    readonly result: { readonly respondents: number };
  };
  /** How the text of what "read-file" wrote differs from a document's; null when nearly all of it does. */
  "newer-text": {
    readonly input: { readonly readPath: string; readonly text: string };
    readonly result: { readonly changes: readonly TextChange[] | null };
  };
  /** Looks at a workspace as `runRead` does, beside the server that writes it; the answer goes through the channel. */
  "slow-read": {
    readonly input: {
      readonly workspace: WorkspaceName;
      readonly folder: string;
      readonly migrationsFolder: string;
      readonly actor: Actor;
      readonly read: string;
      readonly params: unknown;
    };
    readonly result: unknown;
  };
  /** Makes the sample study in `folder`, a data folder that is not there yet. */
  "make-sample": {
    readonly input: { readonly folder: string; readonly migrationsFolder: string };
    readonly result: { readonly folder: string };
  };
}

export type JobOf<Kinds extends JobKinds, Kind extends keyof Kinds> = { readonly kind: Kind } & Kinds[Kind]["input"];

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface JobMessage {
  readonly id: number;
  readonly kind: string;
  readonly input: unknown;
}

export type WorkerMessage = { readonly id: number } & (
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "done"; readonly result: unknown }
  | { readonly type: "refused"; readonly code: string; readonly status: number; readonly params: RefusalParams }
  /** A bug: its name and where it was, never its message, which may hold words of the file. */
  | { readonly type: "failed"; readonly name: string; readonly stack: string }
);
