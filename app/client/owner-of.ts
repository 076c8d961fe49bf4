import type { WorkspaceName } from "@/db/workspace";

/** Whose the acts are that lie on this computer. */
export function ownerOf(workspace: WorkspaceName, personId: string): string {
  return `${workspace} ${personId}`;
}
