// Migrations that cannot quietly lose anything: a backup before, foreign keys off outside the transaction, figures compared after.
import { createHash } from "node:crypto";
import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Sqlite } from "./connection";
import { type DataFolder, makePrivateFile } from "./data-folder";

/** Row count of every table, and digests of what must never change in place. */
export interface Figures {
  readonly rows: Readonly<Record<string, number>>;
  readonly digests: Readonly<Record<string, string>>;
}

/** What the digests cover: columns that exist for ever. Rows are hashed in the order of their ids. */
const DIGESTED: Readonly<Record<string, string>> = {
  coding: "select id, set_id, code_id, start, end, removed_at from coding order by id",
  revision: "select id, document_id, sha256, text from revision order by id",
  memo: "select id, project_id, coding_id, coder_id, wording, updated_at from memo order by id",
  memo_wording: "select memo_id, number, text from memo_wording order by memo_id, number",
  ruling: "select id, disagreement_key, decision, reason from ruling order by id",
  code: "select id, project_id, parent_id, position from code order by id",
  code_wording: "select code_id, number, name, definition from code_wording order by code_id, number",
  coding_set: "select id, document_id, revision_id, coder_id, kind from coding_set order by id",
  turn: "select revision_id, number, start, end, label from turn order by revision_id, number",
  participant: "select id, name, role from participant order by id",
  journal: "select sequence, id, act, input from journal order by sequence",
};

function tables(sqlite: Sqlite): string[] {
  const rows = sqlite
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'")
    .all() as { name: string }[];
  return rows.map((row) => row.name).filter((name) => name !== "__drizzle_migrations");
}

export function figuresOf(sqlite: Sqlite): Figures {
  const names = tables(sqlite);
  const rows: Record<string, number> = {};
  for (const name of names) {
    rows[name] = (sqlite.prepare(`select count(*) as n from "${name}"`).get() as { n: number }).n;
  }
  const digests: Record<string, string> = {};
  for (const [name, query] of Object.entries(DIGESTED)) {
    if (!names.includes(name)) continue;
    const hash = createHash("sha256");
    for (const row of sqlite.prepare(query).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
    digests[name] = hash.digest("hex");
  }
  return { rows, digests };
}

/**
 * Throws when `after` has other rows in a table than `before`, or other contents, or no such table where there were
 * rows. A migration that means to do that needs a step of its own that says so.
 */
export function compareFigures(before: Figures, after: Figures): void {
  for (const [name, count] of Object.entries(before.rows)) {
    const now = after.rows[name] ?? 0;
    if (now !== count) throw new Error(`table ${name} had ${count} rows and has ${now}`);
  }
  for (const [name, digest] of Object.entries(before.digests)) {
    if (after.digests[name] !== digest) throw new Error(`the contents of ${name} changed`);
  }
}

function appliedCount(sqlite: Sqlite): number {
  const known = sqlite.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  if (!known) return 0;
  return (sqlite.prepare("select count(*) as n from __drizzle_migrations").get() as { n: number }).n;
}

/**
 * Brings the database to the newest schema. Where it held data, a copy is laid in the backups folder first; if the
 * figures differ afterwards the transaction is rolled back and the error names what differed and the copy.
 */
export function migrateDatabase(
  sqlite: Sqlite,
  migrationsFolder: string,
  folder: DataFolder | null,
  now: string,
): void {
  const migrations = readMigrationFiles({ migrationsFolder });
  const done = appliedCount(sqlite);
  if (done > migrations.length) {
    throw new Error("this data folder was last opened by a newer Tandem; start that version, or restore a backup");
  }
  if (done === migrations.length) return;
  const before = figuresOf(sqlite);
  let copy = "";
  if (done > 0 && folder) {
    copy = path.join(folder.backups, `before-migration-${now.replaceAll(":", "-")}.sqlite`);
    makePrivateFile(copy);
    sqlite.prepare("vacuum into ?").run(copy);
  }
  // Inside the migrator's transaction this pragma would be ignored, and rebuilding a table would delete its children.
  sqlite.pragma("foreign_keys = off");
  try {
    sqlite.exec("begin immediate");
    sqlite.exec(
      "create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)",
    );
    for (const migration of migrations.slice(done)) {
      for (const statement of migration.sql) {
        if (!/^\s*PRAGMA\s+foreign_keys/i.test(statement)) sqlite.exec(statement);
      }
      sqlite
        .prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)")
        .run(migration.hash, migration.folderMillis);
    }
    const broken = sqlite.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows would point at nothing`);
    compareFigures(before, figuresOf(sqlite));
    sqlite.exec("commit");
  } catch (cause) {
    if (sqlite.inTransaction) sqlite.exec("rollback");
    const kept = copy ? ` A copy from before lies in ${copy}.` : "";
    throw new Error(`The database could not be brought up to date and is unchanged.${kept}`, { cause });
  } finally {
    sqlite.pragma("foreign_keys = on");
  }
}
