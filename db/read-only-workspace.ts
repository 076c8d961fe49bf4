// A workspace opened for looking alone: it takes no lock, so that the command works beside a running server.
import { EventEmitter } from "node:events";
import fs from "node:fs";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { Refusal } from "@/lib/refusal";
import { openReadOnly, type Sqlite } from "./connection";
import { dataFolder } from "./data-folder";
import type { Workspace, WorkspaceName } from "./workspace";

function assertCurrent(sqlite: Sqlite, migrationsFolder: string, root: string): void {
  const known = sqlite.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  const done = known ? Number(sqlite.prepare("select count(*) from __drizzle_migrations").pluck().get()) : 0;
  const wanted = readMigrationFiles({ migrationsFolder }).length;
  if (done < wanted) throw new Refusal("data-of-older-version", 409, { folder: root });
  if (done > wanted) throw new Refusal("data-of-newer-version", 409, { folder: root });
}

/**
 * Throws Refusal: `no-data-here`, `data-of-older-version`, `data-of-newer-version`. To be closed with
 * `closeReadOnlyWorkspace`; an act on it fails, because the file is open for reading.
 */
export function openWorkspaceReadOnly(name: WorkspaceName, root: string, migrationsFolder: string): Workspace {
  const folder = dataFolder(root);
  if (!fs.existsSync(folder.database)) throw new Refusal("no-data-here", 404, { folder: root });
  const sqlite = openReadOnly(folder.database);
  try {
    assertCurrent(sqlite, migrationsFolder, root);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const inode = fs.statSync(folder.database, { bigint: true }).ino;
  return { name, folder, migrationsFolder, sqlite, told: new EventEmitter(), inode, lock: { release() {} } };
}

export function closeReadOnlyWorkspace(workspace: Workspace): void {
  workspace.sqlite.close();
}
