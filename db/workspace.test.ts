// Opening a data folder: its settings at every open, one process at a time, no writing into a ghost or a full disk.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openConnection } from "./connection";
import { idOf, MIGRATIONS, Study } from "./study-fixture";
import { assertWritable, closeWorkspace, openWorkspace, type Workspace } from "./workspace";

let root: string;
let workspace: Workspace;
beforeEach(() => {
  root = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "tandem-open-")), "data");
  workspace = openWorkspace("main", root, MIGRATIONS);
});
afterEach(() => {
  vi.restoreAllMocks();
  closeWorkspace(workspace);
  fs.rmSync(path.dirname(root), { recursive: true, force: true });
});

function reopen(): void {
  closeWorkspace(workspace);
  workspace = openWorkspace("main", root, MIGRATIONS);
}

describe("the settings", () => {
  it("hold when an existing file is opened again, where SQLite would fall back to less", () => {
    for (let i = 0; i < 2; i++) {
      const pragma = (name: string) => workspace.sqlite.pragma(name, { simple: true });
      expect(
        ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "secure_delete"].map(
          pragma,
        ),
      ).toEqual(["wal", 2, 1, 0, 1, 1]);
      expect(Number(pragma("busy_timeout"))).toBeGreaterThanOrEqual(5000);
      reopen();
    }
  });

  it("refuse a file that is no database, and leave it as it is", () => {
    const file = path.join(path.dirname(root), "words.sqlite");
    fs.writeFileSync(file, "four short and nobody said so ".repeat(200));
    expect(() => openConnection(file)).toThrow();
    expect(fs.readFileSync(file, "utf8")).toBe("four short and nobody said so ".repeat(200));
  });
});

describe("one process at a time", () => {
  it("refuses a second opening, in this process and in another, until the first is closed", () => {
    expect(() => openWorkspace("main", root, MIGRATIONS)).toThrow(
      expect.objectContaining({ code: "data-folder-in-use" }),
    );
    const script = `
      const Database = require("better-sqlite3");
      const lock = new Database(process.argv[1], { timeout: 0 });
      try { lock.exec("begin exclusive"); console.log("taken"); } catch (error) { console.log(error.code); }`;
    const other = () =>
      spawnSync(process.execPath, ["-e", script, path.join(root, "lock.sqlite")], { encoding: "utf8" }).stdout.trim();
    expect(other()).toMatch(/^SQLITE_BUSY/);
    closeWorkspace(workspace);
    expect(other()).toBe("taken");
    workspace = openWorkspace("main", root, MIGRATIONS);
  });

  it("gives the folder up when opening it fails", () => {
    closeWorkspace(workspace);
    expect(() => openWorkspace("main", root, path.join(root, "no-migrations"))).toThrow();
    workspace = openWorkspace("main", root, MIGRATIONS);
  });
});

describe("writing", () => {
  const create = () => {
    const study = new Study(workspace, root);
    study.addPerson(study.lead, null);
    return () => study.act(study.lead, "create-project", { projectId: idOf(String(Math.random())), name: "N" });
  };

  it("is refused when the file was replaced while it was open, and nothing goes into the ghost", () => {
    const act = create();
    act();
    const file = workspace.folder.database;
    fs.renameSync(file, `${file}.old`);
    expect(act).toThrow(expect.objectContaining({ code: "database-replaced", status: 503 }));
    fs.copyFileSync(`${file}.old`, file);
    expect(act).toThrow(expect.objectContaining({ code: "database-replaced" }));
    expect(workspace.sqlite.prepare("select count(*) from project").pluck().get()).toBe(1);
    fs.renameSync(`${file}.old`, file);
    act();
  });

  it("is refused when the disk is nearly full, and taken again without a restart", () => {
    const act = create();
    const space = fs.statfsSync(root);
    const spy = vi.spyOn(fs, "statfsSync").mockReturnValue({ ...space, bsize: 4096, bavail: 1000 });
    expect(act).toThrow(expect.objectContaining({ code: "disk-nearly-full", status: 507 }));
    expect(() => new Study(workspace, root).read(new Study(workspace, root).lead, "my-projects")).not.toThrow();
    spy.mockRestore();
    assertWritable(workspace);
    act();
  });
});

describe("the files", () => {
  it("are their owner's alone, whatever the umask", () => {
    closeWorkspace(workspace);
    fs.rmSync(root, { recursive: true });
    const before = process.umask(0o022);
    workspace = openWorkspace("main", root, MIGRATIONS);
    process.umask(before);
    const modes = new Map(
      [root, ...fs.readdirSync(root).map((name) => path.join(root, name))].map((file) => {
        const stat = fs.statSync(file);
        return [path.relative(root, file), [stat.isDirectory(), stat.mode & 0o777] as const];
      }),
    );
    expect([...modes.keys()]).toEqual(
      expect.arrayContaining(["tandem.sqlite", "tandem.sqlite-wal", "lock.sqlite", "keys", "backups"]),
    );
    for (const [name, [isFolder, mode]] of modes) expect([name, mode]).toEqual([name, isFolder ? 0o700 : 0o600]);
  });

  it("says which folder cannot be written", () => {
    const file = path.join(path.dirname(root), "a-file");
    fs.writeFileSync(file, "");
    expect(() => openWorkspace("main", path.join(file, "data"), MIGRATIONS)).toThrow(
      expect.objectContaining({ code: "data-folder-not-writable" }),
    );
  });
});
