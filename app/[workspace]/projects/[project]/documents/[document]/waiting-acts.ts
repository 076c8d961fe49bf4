import type { ActName } from "@/db/acts";

export interface WaitingAct {
  readonly key: string;
  readonly name: ActName;
  readonly input: Record<string, unknown>;
}

function address(workspace: string, coderId: string, documentId: string): string {
  return `desk-queue:${workspace}:${coderId}:${documentId}`;
}

function isWaitingAct(value: unknown): value is WaitingAct {
  return (
    typeof value === "object" &&
    value !== null &&
    "key" in value &&
    "name" in value &&
    "input" in value &&
    typeof value.key === "string" &&
    typeof value.name === "string" &&
    typeof value.input === "object"
  );
}

/** What an earlier visit could not send: ids, offsets and hashes, no words. */
export function waitingActs(workspace: string, coderId: string, documentId: string): WaitingAct[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(address(workspace, coderId, documentId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isWaitingAct) : [];
  } catch {
    return [];
  }
}

export function rememberWaitingActs(
  workspace: string,
  coderId: string,
  documentId: string,
  acts: readonly WaitingAct[],
): void {
  try {
    const at = address(workspace, coderId, documentId);
    if (acts.length === 0) window.localStorage.removeItem(at);
    else window.localStorage.setItem(at, JSON.stringify(acts));
  } catch {
    // A forbidden or full store: the queue then lives as long as the page.
  }
}
