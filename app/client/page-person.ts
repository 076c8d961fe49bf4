import type { WorkspaceName } from "@/db/workspace";
import { isLeaving } from "./leave";

let shown: { readonly workspace: WorkspaceName; readonly id: string } | null = null;

/** Notes whose page this is; the server, which makes pages for many people at once, notes nothing. */
export function setPagePerson(workspace: WorkspaceName, id: string | null): void {
  if (typeof window !== "undefined") shown = id === null ? null : { workspace, id };
}

/** Whose page this is: whoever signs in meanwhile in another tab must not do what was meant by this person. */
export function pagePerson(workspace: WorkspaceName): string | null {
  return shown?.workspace === workspace && !isLeaving() ? shown.id : null;
}
