import * as z from "zod";
import { isClaimed } from "@/db/accounts/claim-workspace";
import { sessionFor } from "@/db/accounts/sign-in";
import { folderSecret } from "@/db/data-folder";
import type { Workspace } from "@/db/workspace";
import { notFound, Refusal } from "@/lib/refusal";
import type { ServerState } from "../../server-state";
import { makeSampleAside, putSampleInPlace, sampleIsThere } from "./sample-folder";

export const SAMPLE_SEATS = ["lead", "coder-a", "coder-b"] as const;

export const seatSchema = z.object({ as: z.enum(SAMPLE_SEATS) });

const KEY = Symbol.for("tandem.sample");
const holder = globalThis as { [KEY]?: Promise<unknown> };

/** One at a time: two visitors at once must not both make the sample, nor one reset it under the other's making. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const before = holder[KEY] ?? Promise.resolve();
  const mine = before.catch(() => {}).then(work);
  holder[KEY] = mine;
  return mine;
}

function isOffered(state: ServerState): boolean {
  return state.loopback && state.publicUrl === null;
}

async function openOrMake(state: ServerState): Promise<Workspace> {
  if (!isOffered(state)) throw notFound();
  if (sampleIsThere(state)) {
    const workspace = state.workspace("sample");
    if (isClaimed(workspace)) return workspace;
  }
  const made = await makeSampleAside(state);
  return putSampleInPlace(state, made);
}

/** The sample workspace, made at its first opening. Refused as not found where the sample may not be looked at. */
export function openSample(state: ServerState): Promise<Workspace> {
  return oneAtATime(() => openOrMake(state));
}

/** Makes the sample before anybody asks for it, where it may be asked for. Whoever asks meanwhile waits for the same. */
export function prepareSample(state: ServerState): void {
  if (!isOffered(state) || sampleIsThere(state)) return;
  oneAtATime(() => openOrMake(state)).catch((error) => {
    // A server that ends, a disk that is full: told to whoever asks for the sample.
    if (!(error instanceof Refusal)) console.error("The sample study could not be made:", error);
  });
}

/** Throws the sample's folder away for a new one; its sessions end, because its keys are new. */
export function resetSample(state: ServerState): Promise<Workspace> {
  return oneAtATime(async () => {
    if (!isOffered(state)) throw notFound();
    const made = await makeSampleAside(state);
    return putSampleInPlace(state, made);
  });
}

/** Set-Cookie lines that seat whoever asks at one of the three places of the sample study. */
export function takeSeat(
  workspace: Workspace,
  secure: boolean,
  headers: Headers,
  seat: (typeof SAMPLE_SEATS)[number],
): Promise<string[]> {
  const password = folderSecret(workspace.folder, "sample-password", () => {
    throw new Error("the sample study has no password: it was not made by createSample");
  });
  return sessionFor(workspace, secure, headers, { email: `${seat}@sample.invalid`, password });
}
