import { randomInt } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { dataFolder } from "@/db/data-folder";
import { sweepRecordings } from "@/db/recording-files";
import {
  closeWorkspace,
  dbOf,
  openWorkspace,
  WORKSPACE_NAMES,
  type Workspace,
  type WorkspaceName,
} from "@/db/workspace";
import { notFound } from "@/lib/refusal";
import { sweepAtStart } from "../api/imports/sweep-staging";
import { sampleFolder, sweepSampleLeftovers } from "../api/sample/sample-folder";
import { holdServerState, type ServerState } from "../server-state";
import { createPool } from "../workers/pool";

export interface ServerSettings {
  readonly root: string;
  readonly dataRoot: string;
  readonly loopback: boolean;
  readonly publicUrl: string | null;
  /** The file that the pool's children run. */
  readonly bundle: string;
}

// No letters or digits that are read wrongly from a terminal.
const CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

const POOL_CLOSE_MS = 1000;

function newSetupCode(): string {
  const letters = Array.from({ length: 12 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]);
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

function hasOwner(workspace: Workspace): boolean {
  return workspace.sqlite.prepare("select 1 from workspace_member where role = 'owner'").get() !== undefined;
}

/** Opens the main workspace (taking its lock, migrating it), starts the pool, and holds the state for this process. */
export function openServerState(settings: ServerSettings): ServerState {
  const migrationsFolder = path.join(settings.root, "db", "migrations");
  const workspaces = new Map<WorkspaceName, Workspace>();
  const open = (name: WorkspaceName): Workspace => {
    const folder = name === "main" ? settings.dataRoot : sampleFolder(settings);
    const workspace = openWorkspace(name, folder, migrationsFolder);
    workspaces.set(name, workspace);
    sweepAtStart(workspace, Date.now());
    sweepRecordings(workspace.folder, dbOf(workspace), Date.now(), true);
    return workspace;
  };
  const main = open("main");
  // Only now that the lock is held: nobody else is making a sample here.
  sweepSampleLeftovers(settings);
  const pool = createPool({ entry: settings.bundle, size: 2 });
  const figures = createPool({ entry: settings.bundle, size: 2, lazy: true });
  const streams = new Set<() => void>();
  const state: ServerState = {
    root: settings.root,
    migrationsFolder,
    dataRoot: settings.dataRoot,
    loopback: settings.loopback,
    publicUrl: settings.publicUrl,
    setupCode: settings.loopback || hasOwner(main) ? null : newSetupCode(),
    workspaces,
    pool,
    figures,
    streams,
    workspace(name) {
      if (!WORKSPACE_NAMES.includes(name)) throw notFound();
      if (name === "sample" && (!settings.loopback || settings.publicUrl !== null)) throw notFound();
      // The sample is made aside and put in place whole: opening it must not leave an empty one there.
      const there = name === "main" || fs.existsSync(dataFolder(sampleFolder(settings)).database);
      const workspace = workspaces.get(name) ?? (there ? open(name) : null);
      if (!workspace) throw notFound();
      return workspace;
    },
    async close() {
      for (const closeStream of [...streams]) closeStream();
      // A child that will not end must not keep the database from being closed well. The timer also keeps this process
      // alive until then: the pool's own handles do not.
      let timer: NodeJS.Timeout | undefined;
      const ended = Promise.all([pool.close(), figures.close()]);
      await Promise.race([ended, new Promise<void>((resolve) => (timer = setTimeout(resolve, POOL_CLOSE_MS)))]);
      clearTimeout(timer);
      for (const workspace of workspaces.values()) closeWorkspace(workspace);
      workspaces.clear();
    },
  };
  holdServerState(state);
  return state;
}
