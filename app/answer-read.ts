import type { Actor } from "@/db/actor";
import type { AnyRead } from "@/db/reads/read";
import { runRead } from "@/db/reads/run-read";
import type { Workspace } from "@/db/workspace";
import { serverState } from "./server-state";

const DEADLINE_MS = 60_000;

/** Looks at once, or for a slow read in a child process, so that nobody's coding waits for somebody's figures. */
export async function answerRead(workspace: Workspace, actor: Actor, read: AnyRead, params: unknown): Promise<unknown> {
  if (!read.slow) return runRead(workspace, actor, read, params);
  return serverState().figures.run(
    {
      kind: "slow-read",
      workspace: workspace.name,
      folder: workspace.folder.root,
      migrationsFolder: workspace.migrationsFolder,
      actor,
      read: read.name,
      params,
    },
    { deadlineMs: DEADLINE_MS, refusals: { late: "read-too-slow", hard: "read-too-hard" } },
  );
}
