// What one running server holds, shared by the front door, the pages and the API through globalThis.
import type { Workspace, WorkspaceName } from "@/db/workspace";
import type { Pool } from "./workers/pool";

export interface ServerState {
  /** The checkout that runs. */
  readonly root: string;
  readonly migrationsFolder: string;
  readonly dataRoot: string;
  readonly loopback: boolean;
  /** The address people use, when it was configured (TANDEM_URL); no trailing slash. */
  readonly publicUrl: string | null;
  /** Needed to claim the workspace when the server can be reached from other machines; null otherwise. */
  readonly setupCode: string | null;
  /** Those opened so far. Whoever resets the sample closes its workspace and takes it out of here. */
  readonly workspaces: Map<WorkspaceName, Workspace>;
  /** Children that read files. */
  readonly pool: Pool;
  /** Children that compute figures: they do not wait behind a file. */
  readonly figures: Pool;
  /** Closers of the event streams that are open now. */
  readonly streams: Set<() => void>;
  /** Opens lazily. The sample is refused as not found unless it may be looked at here. */
  workspace(name: WorkspaceName): Workspace;
  close(): Promise<void>;
}

const KEY = Symbol.for("tandem.server");
const holder = globalThis as { [KEY]?: ServerState };

/** Next bundles modules more than once; the state is found through a symbol that all copies share. */
export function serverState(): ServerState {
  const state = holder[KEY];
  if (!state) throw new Error("the server is not open: start Tandem through app/server.mjs");
  return state;
}

export function holdServerState(state: ServerState): void {
  holder[KEY] = state;
}
