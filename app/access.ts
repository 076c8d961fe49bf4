import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { type Visitor, visitorFromRequest } from "@/db/accounts/visitor";
import type { Member } from "@/db/actor";
import { memberOf } from "@/db/membership";
import { type ReadName, type ReadParams, type ReadResult, reads } from "@/db/reads";
import { runRead } from "@/db/reads/run-read";
import { dbOf, WORKSPACE_NAMES, type Workspace } from "@/db/workspace";
import { answerRead } from "./answer-read";
import { type ServerState, serverState } from "./server-state";

export interface Entrance {
  readonly state: ServerState;
  readonly workspace: Workspace;
  /** Null for those who have not signed in. */
  readonly visitor: Visitor | null;
}

export interface PersonalEntrance extends Entrance {
  readonly visitor: Visitor;
}

export interface ProjectEntrance extends PersonalEntrance {
  readonly member: Member;
}

/** Whatever is not for this person, or whose address makes no sense, is not found: a page has no other no. */
function orNotFound<T>(look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (
      error instanceof Error &&
      "status" in error &&
      (error.status === 404 || error.status === 403 || error.status === 400)
    )
      notFound();
    throw error;
  }
}

/** Once per request: which workspace a page is of, and who asks. 404 for a workspace that is not to be had here. */
export const enter = cache(async (name: string): Promise<Entrance> => {
  await connection();
  const known = WORKSPACE_NAMES.find((each) => each === name);
  if (!known) notFound();
  const state = serverState();
  const workspace = orNotFound(() => state.workspace(known));
  const secure = state.publicUrl?.startsWith("https:") ?? false;
  const visitor = await visitorFromRequest(workspace, await headers(), secure);
  // Pages are for people in a browser; a script's token opens the API alone.
  return { state, workspace, visitor: visitor?.via === "session" ? visitor : null };
});

/** For the pages of signed-in people: others are sent to sign in, alike for every address, existing or not. */
export async function enterAsPerson(name: string): Promise<PersonalEntrance> {
  const { visitor, ...entrance } = await enter(name);
  if (!visitor) redirect(name === "sample" ? "/" : `/${name}/sign-in`);
  return { ...entrance, visitor };
}

/** For the pages of a project: 404 for whoever is not a member, the same as for a project that does not exist. */
export async function enterProject(name: string, projectId: string): Promise<ProjectEntrance> {
  const entrance = await enterAsPerson(name);
  const member = orNotFound(() => memberOf(dbOf(entrance.workspace), entrance.visitor.actor, projectId));
  return { ...entrance, member };
}

/** As readForPage, for a read that is computed in a child process. */
export async function slowReadForPage<Name extends ReadName>(
  { workspace, visitor }: PersonalEntrance,
  name: Name,
  params: ReadParams<Name>,
): Promise<ReadResult<Name>> {
  const read = reads[name];
  if (!read) throw new RangeError(`there is no read ${name}`);
  try {
    return (await answerRead(workspace, visitor.actor, read, params)) as ReadResult<Name>;
  } catch (error) {
    return orNotFound(() => {
      throw error;
    });
  }
}

/** A read for a page, to be handed to its client component as `initial`. What the reader may not see is a 404. */
export function readForPage<Name extends ReadName>(
  { workspace, visitor }: PersonalEntrance,
  name: Name,
  params: ReadParams<Name>,
): ReadResult<Name> {
  const read = reads[name];
  if (!read) throw new RangeError(`there is no read ${name}`);
  return orNotFound(() => runRead(workspace, visitor.actor, read, params)) as ReadResult<Name>;
}

/** Whether the sample study may be looked at from here. */
export function sampleIsOffered(state: ServerState): boolean {
  return state.loopback && state.publicUrl === null;
}
