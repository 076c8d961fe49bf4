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

/** The keys that this tab has written at an address: only these are its own to take out again. */
const written = new Map<string, ReadonlySet<string>>();

/** Replaces what this tab has kept; what another tab of the same coder keeps at the same address stays. */
export function rememberWaitingActs(
  workspace: string,
  coderId: string,
  documentId: string,
  acts: readonly WaitingAct[],
): void {
  try {
    const at = address(workspace, coderId, documentId);
    const own = new Set(acts.map((act) => act.key));
    const before = written.get(at);
    const others = waitingActs(workspace, coderId, documentId).filter(
      (act) => !own.has(act.key) && !before?.has(act.key),
    );
    const kept = [...others, ...acts];
    written.set(at, own);
    if (kept.length === 0) window.localStorage.removeItem(at);
    else window.localStorage.setItem(at, JSON.stringify(kept));
  } catch {
    // A forbidden or full store: the queue then lives as long as the page.
  }
}
