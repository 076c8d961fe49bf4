// What a read is: a value that says who may look and what at; every read takes the actor, because blinding is a property of reads.
import type * as z from "zod";
import type { Actor, Member, Role } from "../actor";
import type { Tx } from "../connection";

interface ReadBase<Schema extends z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly params: Schema;
  /** It may take long enough to hold up somebody's coding: the server looks in a child process. */
  readonly slow?: boolean;
  /** The question holds words of a transcript, which may not stand in an address: it is asked in a body alone. */
  readonly byBody?: true;
}

export interface ProjectRead<Schema extends z.ZodType, Result> extends ReadBase<Schema> {
  readonly where: "project";
  readonly who: readonly Role[];
  readonly run: (db: Tx, actor: Member, params: z.output<Schema>) => Result;
}

export interface WorkspaceRead<Schema extends z.ZodType, Result> extends ReadBase<Schema> {
  readonly where: "workspace";
  readonly run: (db: Tx, actor: Actor, params: z.output<Schema>) => Result;
}

export function projectRead<Schema extends z.ZodType<{ projectId: string }>, Result>(
  read: Omit<ProjectRead<Schema, Result>, "where">,
): ProjectRead<Schema, Result> {
  return { ...read, where: "project" };
}

export function workspaceRead<Schema extends z.ZodType, Result>(
  read: Omit<WorkspaceRead<Schema, Result>, "where">,
): WorkspaceRead<Schema, Result> {
  return { ...read, where: "workspace" };
}

// biome-ignore lint/suspicious/noExplicitAny: the list of reads holds every type at once; the schema makes them safe.
export type AnyRead = ProjectRead<any, any> | WorkspaceRead<any, any>;
