// Migrations that would lose something are refused whole, with the copy from before beside them; harmless ones lose nothing.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openConnection } from "./connection";
import { dataFolder } from "./data-folder";
import { figuresOf, migrateDatabase } from "./migrate";
import { MIGRATIONS, makeStudy, type Study } from "./study-fixture";

const NOW = "2026-05-01T10:00:00.000Z";
let study: Study;
let folder: string;
beforeEach(async () => {
  study = await makeStudy();
  study.apply(study.a, "interview", "four short", study.codes.staffing);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-migrations-"));
  fs.cpSync(MIGRATIONS, folder, { recursive: true });
});
afterEach(() => {
  study.end();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Lays one more migration after the real ones. */
function plant(statements: readonly string[]): void {
  const file = path.join(folder, "meta", "_journal.json");
  const journal = JSON.parse(fs.readFileSync(file, "utf8")) as { entries: Record<string, unknown>[] };
  const tag = "9999_planted";
  journal.entries.push({ ...journal.entries.at(-1), idx: journal.entries.length, when: 9_999_999_999_999, tag });
  fs.writeFileSync(file, JSON.stringify(journal));
  fs.writeFileSync(path.join(folder, `${tag}.sql`), statements.join("\n--> statement-breakpoint\n"));
}

const migrate = () => migrateDatabase(study.workspace.sqlite, folder, study.workspace.folder, NOW);

function copies(): string[] {
  return fs.readdirSync(study.workspace.folder.backups);
}

function everything() {
  return {
    rows: study.rows(),
    schema: study.workspace.sqlite.prepare("select sql from sqlite_schema order by name").all(),
  };
}

function refusedWhole(why: RegExp): void {
  const before = everything();
  const cause = expect.objectContaining({ message: expect.stringMatching(why) });
  const message = expect.stringMatching(/could not be brought up to date and is unchanged\. A copy/);
  expect(migrate).toThrow(expect.objectContaining({ message, cause }));
  expect(everything()).toEqual(before);
  expect(study.workspace.sqlite.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(study.workspace.sqlite.inTransaction).toBe(false);
  const [copy] = copies();
  const file = path.join(study.workspace.folder.backups, copy ?? "");
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  const backup = new Database(file, { readonly: true });
  expect(figuresOf(backup)).toEqual(figuresOf(study.workspace.sqlite));
  backup.close();
}

describe("a migration is refused whole", () => {
  it.each([
    ["deletes rows", ["delete from coding"], /coding had 1 rows and has 0/],
    ["drops a table that held rows", ["drop table code_wording"], /code_wording had 4 rows and has 0/],
    ["changes words in place", ["update revision set text = upper(text)"], /contents of revision/],
    ["empties the definitions of codes", ["update code_wording set name = ''"], /contents of code_wording/],
    [
      "leaves rows that point at nothing",
      ["PRAGMA foreign_keys=OFF;", "delete from participant"],
      /would point at nothing/,
    ],
    [
      "adds rows",
      [
        "insert into coding (id, set_id, code_id, start, end, created_at) select 'x', set_id, code_id, start + 1, end, created_at from coding",
      ],
      /coding had 1 rows and has 2/,
    ],
    ["fails half way", ["update code set version = 9", "select * from no_such_table"], /no_such_table/],
  ])("when it %s", (_, statements, why) => {
    plant(statements);
    refusedWhole(why);
  });
});

/** Rebuilds the table as drizzle-kit does; in a connection with foreign keys on this deletes the table's children. */
function rebuildOfCode(rows: string): string[] {
  const { sql } = study.workspace.sqlite.prepare("select sql from sqlite_schema where name = 'code'").get() as {
    sql: string;
  };
  return [
    "PRAGMA foreign_keys=OFF;",
    sql
      .replace(/CREATE TABLE [`"]?code[`"]?/i, "CREATE TABLE `__new_code`")
      .replaceAll('"code".', '"__new_code".')
      .replace(/`retired_at` text/, "`retired_at` text, `added` text"),
    `INSERT INTO __new_code (id, project_id, parent_id, position, wording, proposed_by, proposed_in, retired_at, removed_at, version)
     SELECT id, project_id, parent_id, position, wording, proposed_by, proposed_in, retired_at, removed_at, version FROM code ${rows}`,
    "DROP TABLE `code`;",
    "ALTER TABLE `__new_code` RENAME TO `code`;",
    "PRAGMA foreign_keys=ON;",
  ];
}

describe("rebuilding a table", () => {
  it("keeps every row of it and of what points at it", () => {
    plant(rebuildOfCode(""));
    const before = figuresOf(study.workspace.sqlite);
    expect(before.rows.coding).toBe(1);
    migrate();
    expect(figuresOf(study.workspace.sqlite)).toEqual(before);
    expect(study.workspace.sqlite.prepare("select added from code").all()).toHaveLength(4);
    expect(study.workspace.sqlite.pragma("foreign_key_check")).toEqual([]);
    expect(copies()).toHaveLength(1);
    migrate();
    expect(copies()).toHaveLength(1);
  });

  it("is refused when it leaves rows out", () => {
    plant(rebuildOfCode("where parent_id is null"));
    refusedWhole(/would point at nothing|code had 4 rows/);
  });

  it("would cascade without the runner's care: with children that are deleted with it, none is", () => {
    const { sqlite } = study.workspace;
    sqlite.exec("create table child (id text primary key, code_id text references code(id) on delete cascade)");
    sqlite.prepare("insert into child values ('c', ?)").run(study.codes.team);
    plant(rebuildOfCode(""));
    migrate();
    expect(sqlite.prepare("select count(*) from child").pluck().get()).toBe(1);
  });
});

/** Leaves the first `count` of the real migrations in the folder. */
function keepFirst(count: number): void {
  const file = path.join(folder, "meta", "_journal.json");
  const journal = JSON.parse(fs.readFileSync(file, "utf8")) as { entries: unknown[] };
  fs.writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
}

/** The study's database as the first `count` migrations would hold it: every row, in the columns that were there. */
function asBefore(file: string, count: number) {
  keepFirst(count);
  const old = openConnection(file);
  migrateDatabase(old, folder, null, NOW);
  old.pragma("foreign_keys = off");
  old.prepare("attach ? as now").run(study.workspace.folder.database);
  const names = (sqlite: typeof old, query: string, ...of: string[]) =>
    sqlite
      .prepare(query)
      .pluck()
      .all(...of) as string[];
  for (const table of names(
    old,
    "select name from main.sqlite_schema where type = 'table' and name not like '%migrations'",
  )) {
    if (table.startsWith("sqlite_")) continue;
    const columns = names(old, "select name from pragma_table_info(?)", table).map((column) => `"${column}"`);
    old.exec(`insert into main."${table}" (${columns.join()}) select ${columns.join()} from now."${table}"`);
  }
  old.exec("detach now");
  expect(old.pragma("foreign_key_check")).toEqual([]);
  old.pragma("foreign_keys = on");
  return old;
}

describe("the migrations that are there", () => {
  it.each([1, 2])("bring a full database of %i of them to this one without losing a row or a word", (count) => {
    const codingId = study.apply(study.a, "interview", "carry it", study.codes.work);
    for (const [wording, text] of ["first words", "second words"].entries()) {
      study.act(study.a, "write-memo", { codingId, memoId: "a".repeat(32), wording, text });
    }
    study.submitAll();
    study.reveal();
    const root = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-old-"));
    const old = asBefore(path.join(root, "old.sqlite"), count);
    const before = figuresOf(old);
    for (const table of ["memo", "memo_wording", "coding", "code", "revision", "journal"]) {
      expect([table, before.rows[table]]).toEqual([table, expect.any(Number)]);
      expect(before.rows[table]).toBeGreaterThan(0);
    }
    const memos = old.prepare("select id, coding_id, coder_id, wording, updated_at from memo").all();
    fs.mkdirSync(dataFolder(root).backups);
    migrateDatabase(old, MIGRATIONS, dataFolder(root), NOW);
    const after = figuresOf(old);
    expect(after.digests).toEqual(before.digests);
    const added = Object.keys(after.rows).filter((table) => !(table in before.rows));
    expect(after.rows).toEqual({ ...before.rows, ...Object.fromEntries(added.map((table) => [table, 0])) });
    expect(old.prepare("select id, coding_id, coder_id, wording, updated_at from memo").all()).toEqual(memos);
    expect(old.prepare("select distinct set_id, start, end, code_id, document_id from memo").raw().all()).toEqual([
      [null, null, null, null, null],
    ]);
    expect(old.prepare("select distinct starred from coding").pluck().all()).toEqual([0]);
    expect(old.pragma("foreign_key_check")).toEqual([]);
    const schema = (sqlite: typeof old) =>
      sqlite.prepare("select type, name from sqlite_schema where name not like '%migrations' order by name").all();
    expect(schema(old)).toEqual(schema(study.workspace.sqlite));
    expect(fs.readdirSync(path.join(root, "backups"))).toHaveLength(1);
    old.close();
    fs.rmSync(root, { recursive: true });
  });
});

describe("memos in the database", () => {
  it.each([
    ["about nothing", ""],
    ["about two things", "coding_id, code_id"],
    ["on a set without a span", "set_id"],
    ["with half a span", "set_id, start"],
    ["on a reversed span", "set_id, start, end"],
    ["with a span of nothing", "code_id, start, end"],
  ])("%s are refused", (_, columns) => {
    const { sqlite } = study.workspace;
    sqlite.pragma("foreign_keys = off");
    const values: Record<string, string> = { start: "5", end: "5" };
    const names = columns.split(", ").filter(Boolean);
    const list = ["id", "project_id", "coder_id", "wording", "updated_at", ...names];
    const row = list.map((name) => values[name] ?? "'1'");
    expect(() => sqlite.exec(`insert into memo (${list.map((name) => `"${name}"`)}) values (${row})`)).toThrow(
      /CHECK constraint failed: memo_/,
    );
  });
});

describe("a database of a newer program", () => {
  it("is not opened", () => {
    plant(["create table later (id text)"]);
    migrate();
    const before = everything();
    expect(() => migrateDatabase(study.workspace.sqlite, MIGRATIONS, study.workspace.folder, NOW)).toThrow(
      /newer Tandem/,
    );
    expect(everything()).toEqual(before);
  });

  it("is made new in an empty folder, without a copy of nothing", () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-new-"));
    const sqlite = openConnection(path.join(root, "new.sqlite"));
    migrateDatabase(sqlite, MIGRATIONS, dataFolder(root), NOW);
    expect(fs.readdirSync(root)).not.toContain("backups");
    sqlite.close();
    fs.rmSync(root, { recursive: true });
  });
});
