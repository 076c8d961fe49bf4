import type { WorkspaceName } from "@/db/workspace";
import { BrowserActRecords } from "./act-records";
import { ownerOf } from "./owner-of";

/** How many acts of this person wait on this computer; none where the browser keeps nothing. */
export async function countKept(workspace: WorkspaceName, personId: string): Promise<number> {
  return new BrowserActRecords().count(ownerOf(workspace, personId)).catch(() => 0);
}

/** Takes everything of this person off this computer. */
export async function forgetKept(workspace: WorkspaceName, personId: string): Promise<void> {
  await new BrowserActRecords().forget(ownerOf(workspace, personId)).catch(() => {});
}
