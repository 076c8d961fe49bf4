// One SQLite connection with the settings that durability and integrity need, asserted at every open.
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema";

export type Sqlite = Database.Database;

/** The oldest SQLite without the WAL-reset race that loses committed writes (design trust.md, finding 14). */
const OLDEST_SQLITE = [3, 51, 3];

const ASSERTED: Readonly<Record<string, string | number>> = {
  journal_mode: "wal",
  // better-sqlite3 is compiled so that a reopened WAL file falls back to NORMAL: a power cut would lose saved work.
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
};

function assertVersion(sqlite: Sqlite): void {
  const { version } = sqlite.prepare("select sqlite_version() as version").get() as { version: string };
  const parts = version.split(".").map(Number);
  for (let i = 0; i < OLDEST_SQLITE.length; i++) {
    const difference = (parts[i] ?? 0) - (OLDEST_SQLITE[i] ?? 0);
    if (difference > 0) return;
    if (difference < 0) throw new Error(`SQLite ${version} is too old; ${OLDEST_SQLITE.join(".")} or later is needed`);
  }
}

/** Opens `file` for reading and writing. Throws when a setting does not hold: a quietly weaker database is worse. */
export function openConnection(file: string): Sqlite {
  const sqlite = new Database(file, { timeout: 5000 });
  try {
    sqlite.pragma("journal_mode = wal");
    sqlite.pragma("synchronous = full");
    sqlite.pragma("foreign_keys = on");
    sqlite.pragma("trusted_schema = off");
    sqlite.pragma("cell_size_check = on");
    sqlite.pragma("secure_delete = on");
    sqlite.pragma("cache_size = -32000");
    assertSettings(sqlite);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

export function assertSettings(sqlite: Sqlite): void {
  assertVersion(sqlite);
  for (const [name, wanted] of Object.entries(ASSERTED)) {
    const found = sqlite.pragma(name, { simple: true });
    if (found !== wanted) throw new Error(`SQLite setting ${name} is ${String(found)}, ${wanted} is needed`);
  }
  const busy = Number(sqlite.pragma("busy_timeout", { simple: true }));
  if (busy < 5000) throw new Error(`SQLite busy_timeout is ${busy} ms, 5000 is needed`);
}

/** Opens `file` for reading alone: for slow reads, backups and the command beside a running server. */
export function openReadOnly(file: string): Sqlite {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  sqlite.pragma("trusted_schema = off");
  sqlite.pragma("cell_size_check = on");
  assertVersion(sqlite);
  return sqlite;
}

export function drizzleOver(sqlite: Sqlite) {
  return drizzle(sqlite, { schema });
}

/** The typed database; a transaction hands the same type to its callback. */
export type Db = ReturnType<typeof drizzleOver>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0] | Db;
