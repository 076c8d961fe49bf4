import { randomBytes } from "node:crypto";
import fs from "node:fs";
import * as z from "zod";
import { isClaimed } from "@/db/accounts/claim-workspace";
import { sessionFor } from "@/db/accounts/sign-in";
import { folderSecret } from "@/db/data-folder";
import { createSample } from "@/db/sample/create-sample";
import { closeWorkspace, type Workspace } from "@/db/workspace";
import type { ServerState } from "../../server-state";

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

/** The sample workspace, made at its first opening. Refused as not found where the sample may not be looked at. */
export function openSample(state: ServerState): Promise<Workspace> {
  return oneAtATime(async () => {
    const workspace = state.workspace("sample");
    if (!isClaimed(workspace)) await createSample(workspace);
    return workspace;
  });
}

/** Throws the sample's folder away and makes it anew; its sessions end, because its keys are new. */
export function resetSample(state: ServerState): Promise<Workspace> {
  return oneAtATime(async () => {
    const old = state.workspace("sample");
    old.told.emit("closed");
    state.workspaces.delete("sample");
    closeWorkspace(old);
    const aside = `${old.folder.root}.old-${randomBytes(6).toString("hex")}`;
    await fs.promises.rename(old.folder.root, aside);
    await fs.promises.rm(aside, { recursive: true, force: true });
    const workspace = state.workspace("sample");
    await createSample(workspace);
    return workspace;
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
