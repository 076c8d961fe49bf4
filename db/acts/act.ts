// What an act is: a value that says who may do it, what its input is, and how it is done, synchronously.
import type * as z from "zod";
import type { Actor, Member, Role } from "../actor";
import type { BuildSurveyJob } from "../build-staged-survey";
import type { BuildTranscriptJob } from "../build-staged-transcript";
import type { Db, Tx } from "../connection";
import type { DataFolder } from "../data-folder";

/** An act with its input, as undo performs it later under the checks of that moment. */
export interface ActCall {
  readonly act: string;
  readonly input: Record<string, unknown>;
}

/** Who is told that something changed: a subject to look at again, never what changed. The actor is always told. */
export interface Telling {
  readonly to: "self" | "leads" | "project" | readonly string[];
  readonly subject: "codings" | "codebook" | "documents" | "rounds" | "rulings" | "members" | "project";
  readonly documentId?: string;
  readonly roundId?: string;
}

interface Done<Result> {
  /** Ids and versions, never words: it is kept as the answer to a repeated request. */
  readonly result: Result;
  readonly tells?: readonly Telling[];
  /** What the journal keeps, when the input as it came holds words that have their place elsewhere. */
  readonly trace?: Record<string, unknown>;
}

/** Either the way back, or why there is none. */
export type Outcome<Result> = Done<Result> & ({ readonly inverse: ActCall } | { readonly final: string });

/** The moment of an act: the clock, fresh ids, the data folder, and what `prepare` made. */
export interface Moment<Prepared = undefined> {
  readonly now: string;
  readonly newId: () => string;
  readonly folder: DataFolder;
  readonly prepared: Prepared;
}

/** Work that `prepare` hands to whoever runs the acts: a server does it in a child, so that nobody's coding waits. */
export interface PrepareTools {
  readonly buildTranscript: (job: BuildTranscriptJob) => Promise<unknown>;
  readonly buildSurvey: (job: BuildSurveyJob) => Promise<unknown>;
}

/** Result may not be a promise: inside a synchronous transaction an async body would commit before it ran. */
type NotPromise<T> = T extends PromiseLike<unknown> ? never : T;

interface ActBase<Schema extends z.ZodType, Result, Prepared> {
  readonly name: string;
  /** One sentence for the API's description. */
  readonly summary: string;
  readonly input: Schema;
  /** Slow work (parsing, hashing) that happens before the transaction, on decoded input of a checked actor. */
  readonly prepare?: (
    input: z.output<Schema>,
    folder: DataFolder,
    actor: Actor,
    tools: PrepareTools,
    db: Db,
  ) => Promise<Prepared>;
  /** Tidying after the commit, best effort: what it leaves behind expires by itself. */
  readonly afterwards?: (input: z.output<Schema>, folder: DataFolder, db: Db) => void;
  /** What was prepared comes to nothing: the act was refused, or had been done by an earlier request. */
  readonly abandon?: (prepared: NonNullable<Prepared>, db: Db) => void;
  /** Fields of the input that leave no trace, not even in the hash by which a repeated request is known. */
  readonly secret?: readonly string[];
  /** `personal` acts (bookmarks, sizes of panes) leave no journal entry and cannot be undone. */
  readonly personal?: true;
  /** Only undo performs it: it trusts what the journal remembers, so no request may name it. */
  readonly onlyUndo?: true;
  readonly answer?: Result;
}

/** Done within a project: the runner has checked that the actor is a member with one of the roles. */
export interface ProjectAct<Schema extends z.ZodType, Result, Prepared = undefined>
  extends ActBase<Schema, Result, Prepared> {
  readonly where: "project";
  readonly who: readonly Role[];
  readonly run: (
    tx: Tx,
    actor: Member,
    input: z.output<Schema>,
    moment: Moment<Prepared>,
  ) => NotPromise<Outcome<Result>>;
}

/** Done in the workspace, outside any project: `who` names the roles in the workspace. */
export interface WorkspaceAct<Schema extends z.ZodType, Result> extends ActBase<Schema, Result, undefined> {
  readonly where: "workspace";
  readonly who: readonly Actor["workspaceRole"][];
  readonly run: (tx: Tx, actor: Actor, input: z.output<Schema>, moment: Moment) => NotPromise<Outcome<Result>>;
}

export function projectAct<Schema extends z.ZodType<{ projectId: string }>, Result, Prepared = undefined>(
  act: Omit<ProjectAct<Schema, Result, Prepared>, "where">,
): ProjectAct<Schema, Result, Prepared> {
  return { ...act, where: "project" };
}

export function workspaceAct<Schema extends z.ZodType, Result>(
  act: Omit<WorkspaceAct<Schema, Result>, "where">,
): WorkspaceAct<Schema, Result> {
  return { ...act, where: "workspace" };
}

/** An act whose input and result the list does not need to know. */
// biome-ignore lint/suspicious/noExplicitAny: the list of acts holds every input type at once; decode() makes them safe.
export type AnyAct = ProjectAct<any, any, any> | WorkspaceAct<any, any>;
