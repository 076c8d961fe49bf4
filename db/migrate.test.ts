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
        "insert into coding select 'x', set_id, code_id, start + 1, end, codebook_version_id, null, created_at, null, 1 from coding",
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
