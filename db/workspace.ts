// A workspace: one data folder, opened, locked, migrated; the only way to a database.
import { EventEmitter } from "node:events";
import fs from "node:fs";
import { Refusal } from "@/lib/refusal";
import { type Db, drizzleOver, openConnection, type Sqlite } from "./connection";
import {
  type DataFolder,
  dataFolder,
  type FolderLock,
  lockDataFolder,
  makeDataFolder,
  makePrivateFile,
} from "./data-folder";
import { migrateDatabase } from "./migrate";

export const WORKSPACE_NAMES = ["main", "sample"] as const;
export type WorkspaceName = (typeof WORKSPACE_NAMES)[number];

/** Below this much free space no act is taken, so that what is being written can still be finished. */
const FREE_SPACE_FLOOR = 200 * 1024 * 1024;

/** `told` emits the id of each person for whom an event was recorded, after the commit. */
export interface Workspace {
  readonly name: WorkspaceName;
  readonly folder: DataFolder;
  /** The program's own db/migrations; the sample study's data files lie beside it. */
  readonly migrationsFolder: string;
  readonly sqlite: Sqlite;
  readonly told: EventEmitter;
  readonly inode: bigint;
  readonly lock: FolderLock;
}

export function openWorkspace(name: WorkspaceName, root: string, migrationsFolder: string): Workspace {
  const folder = dataFolder(root);
  makeDataFolder(folder);
  const lock = lockDataFolder(folder);
  let sqlite: Sqlite | null = null;
  try {
    makePrivateFile(folder.database);
    sqlite = openConnection(folder.database);
    migrateDatabase(sqlite, migrationsFolder, folder, new Date().toISOString());
    const told = new EventEmitter();
    told.setMaxListeners(0);
    return {
      name,
      folder,
      migrationsFolder,
      sqlite,
      told,
      inode: fs.statSync(folder.database, { bigint: true }).ino,
      lock,
    };
  } catch (error) {
    sqlite?.close();
    lock.release();
    throw error;
  }
}

/** Ends all writing: checkpoints, closes the file, gives the folder up. */
export function closeWorkspace(workspace: Workspace): void {
  if (workspace.sqlite.open) {
    workspace.sqlite.pragma("wal_checkpoint(TRUNCATE)");
    workspace.sqlite.close();
  }
  workspace.lock.release();
}

const drizzled = new WeakMap<Sqlite, Db>();

/** The typed database of a workspace. Next bundles this module more than once: the connection is shared, the types are not. */
export function dbOf(workspace: Workspace): Db {
  let db = drizzled.get(workspace.sqlite);
  if (!db) {
    db = drizzleOver(workspace.sqlite);
    drizzled.set(workspace.sqlite, db);
  }
  return db;
}

/**
 * Refuses when what is written now would be lost: the file was replaced under the server (it would go into a ghost),
 * or the disk is nearly full.
 */
export function assertWritable(workspace: Workspace): void {
  let inode: bigint | null = null;
  try {
    inode = fs.statSync(workspace.folder.database, { bigint: true }).ino;
  } catch {
    inode = null;
  }
  if (inode !== workspace.inode) throw new Refusal("database-replaced", 503, { folder: workspace.folder.root });
  const space = fs.statfsSync(workspace.folder.root);
  if (space.bavail * space.bsize < FREE_SPACE_FLOOR) {
    throw new Refusal("disk-nearly-full", 507, { folder: workspace.folder.root });
  }
}
