// The jobs that run in child processes, and what crosses between a child and its parent.
import type { Actor } from "@/db/actor";
import type { WorkspaceName } from "@/db/workspace";
import type { LabelDecision } from "@/lib/readers/read-result";
import type { RefusalParams } from "@/lib/refusal";

/** A kind of job: its input without the kind, and its answer. Big results go to a file, not through the channel. */
export type JobKinds = Record<string, { readonly input: object; readonly result: unknown }>;

export interface TandemJobs extends JobKinds {
  /** Writes `{ read: ReadResult, labels: FoundLabel[] }` as JSON to `outPath`. */
  "read-file": {
    readonly input: {
      readonly path: string;
      readonly name: string;
      readonly outPath: string;
      readonly encoding?: string;
      readonly verbatim?: boolean;
    };
    readonly result: {
      readonly format: string;
      readonly encoding: string | null;
      readonly blocks: number;
      readonly labels: number;
    };
  };
  /** Takes what "read-file" wrote, or its `read` alone, and writes the Transcript as JSON to `outPath`. */
  "build-transcript": {
    readonly input: {
      readonly readPath: string;
      readonly decisions: readonly LabelDecision[];
      readonly outPath: string;
    };
    readonly result: { readonly length: number; readonly turns: number; readonly cues: number };
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
