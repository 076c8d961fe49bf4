import type { DeskPlace } from "../saving/desk-session";

function address({ workspace, projectId }: DeskPlace, coderId: string): string {
  return `desk-recent:${workspace}:${coderId}:${projectId}`;
}

/** The codes that a coder used last on this computer, in any document of the project: ids, no words. */
export function recentCodes(place: DeskPlace, coderId: string | null): readonly string[] {
  if (coderId === null || typeof window === "undefined") return [];
  try {
    return (window.localStorage.getItem(address(place, coderId)) ?? "").match(/[0-9a-f]{32}/g)?.slice(0, 9) ?? [];
  } catch {
    return [];
  }
}

export function keepRecentCodes(place: DeskPlace, coderId: string | null, codeIds: readonly string[]): void {
  if (coderId === null) return;
  try {
    window.localStorage.setItem(address(place, coderId), codeIds.join(" "));
  } catch {
    // A forbidden or full store: the list then lives as long as the page.
  }
}
