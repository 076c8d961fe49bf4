import { ApiRefusal, NetworkFailure } from "@/app/client/api";
import type { FirstKept, KeptAct } from "@/app/client/kept-acts";
import type { ActName } from "@/db/acts";
import type { RefusalParams } from "@/lib/refusal";
import type { DeskPatch } from "./desk-patches";
import type { StepName } from "./desk-session";

/** What is known of an act without a word of anybody's. */
export interface ActPlain {
  readonly name: ActName;
  readonly documentId: string;
  readonly setId: string | null;
  /** How undo names it; null for acts that undo does not know. */
  readonly step: StepName | null;
  /** Of an undo or redo: the key of the act that it takes back or does again. */
  readonly of: string | null;
}

export interface ActBody {
  readonly input: Readonly<Record<string, unknown>>;
  /** What it changed on the desk. */
  readonly patches: readonly DeskPatch[];
  /** Why it was refused, once it was. */
  readonly refusal?: ActRefusal;
}

export interface ActRefusal {
  readonly code: string;
  readonly params: RefusalParams;
  readonly status: number;
}

export type DeskAct = KeptAct<ActPlain, ActBody>;

/** What became of an act; every tab of the person hears it. */
export type Outcome =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "refused" }
  /** Another tab had the answer and nobody told: only the server knows. */
  | { readonly kind: "unknown" };

export type Trouble = "offline" | "server" | "signed-out";

export interface QueueState {
  readonly kind: "saved" | "saving" | "waiting";
  /** How many acts the server does not have yet. */
  readonly acts: number;
  /** Of these, how many would be lost with this page. */
  readonly inPage: number;
  readonly trouble: Trouble | null;
  /** Refused acts that wait for their person. */
  readonly parked: number;
}

/** The disk of this computer, as far as acts are concerned. */
export interface QueueStore {
  keep(act: DeskAct, parked?: boolean): Promise<boolean>;
  first(): Promise<FirstKept<ActPlain, ActBody> | null>;
  all(parked: boolean): Promise<DeskAct[]>;
  remove(...keys: string[]): Promise<void>;
}

export interface QueueWire {
  readonly store: QueueStore;
  send(name: ActName, input: Readonly<Record<string, unknown>>, key: string): Promise<unknown>;
  /** One tab at a time. */
  exclusive(work: () => Promise<void>): Promise<void>;
  /** Whether the server answers at all, when one act fails again and again. */
  healthy(): Promise<boolean>;
  /** Tells the other tabs. */
  tell(message: QueueMessage): void;
  /** Hears, in every tab, what became of an act. */
  settled(act: DeskAct, outcome: Outcome): void;
  /** The coding set is known to the server under another id. */
  renamed(from: string, to: string): void;
}

export type QueueMessage =
  | { readonly kind: "added"; readonly act: DeskAct; readonly kept: boolean }
  | { readonly kind: "settled"; readonly key: string; readonly outcome: Outcome }
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "parked" };

export function isBegun(result: unknown): result is { setId: string } {
  return typeof result === "object" && result !== null && "setId" in result && typeof result.setId === "string";
}

/** Two wordings of one memo that were both refused: the later one holds all that was wanted. */
export function isSameMemo(a: DeskAct, b: DeskAct): boolean {
  return a.plain.name === "write-memo" && b.plain.name === "write-memo" && a.body.input.memoId === b.body.input.memoId;
}

export function refusalOf(error: unknown): ActRefusal {
  if (error instanceof ApiRefusal) return { code: error.code, params: error.params, status: error.status };
  return { code: "bug", params: { reference: "browser" }, status: 500 };
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof NetworkFailure) return "offline";
  return error instanceof ApiRefusal && error.status === 401 ? "signed-out" : "server";
}

/**
 * An answer that may be another one later: no network, a session that ended, a server in trouble or with a full disk.
 * Whether a server in trouble has done the act is not known; the same key, sent again, finds out without doing it twice.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof NetworkFailure) return true;
  return error instanceof ApiRefusal && (error.status === 401 || error.status === 429 || error.status >= 500);
}
