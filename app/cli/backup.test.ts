import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openReadOnly } from "@/db/connection";
import { closeWorkspace, openWorkspace, type Workspace } from "@/db/workspace";
import { makeBackup } from "./backup";
import { DATABASE, MANIFEST, verifiedManifest } from "./backup-manifest";
import { restoreBackup } from "./restore";

const NOW = "2026-11-21T10:00:00.000Z";
let folder = "";
let open: Workspace[] = [];

function workspaceAt(root: string): Workspace {
  const workspace = openWorkspace("main", root, path.resolve("db/migrations"));
  open.push(workspace);
  return workspace;
}

function write(workspace: Workspace, name: string): void {
  workspace.sqlite
    .prepare(
      "insert into verification (id, identifier, value, expires_at, created_at, updated_at) values (?, 'x', 'x', 0, 0, 0)",
    )
    .run(name);
}

function marksIn(root: string): string[] {
  const sqlite = openReadOnly(path.join(root, DATABASE));
  const names = sqlite.prepare("select id from verification order by id").pluck().all() as string[];
  sqlite.close();
  return names;
}

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-backup-"));
});
afterEach(() => {
  for (const workspace of open) closeWorkspace(workspace);
  open = [];
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("backup and restore", () => {
  it("copies a database that is open for writing, with originals and keys, and restores it", () => {
    const data = path.join(folder, "data");
    const workspace = workspaceAt(data);
    write(workspace, "before");
    fs.writeFileSync(path.join(data, "originals", "abc"), "bytes");
    fs.writeFileSync(path.join(data, "keys", "secret"), "key", { mode: 0o600 });
    const target = path.join(folder, "copy");
    const manifest = makeBackup(data, target, NOW);
    expect(manifest.files.map((file) => file.path).sort()).toEqual(["keys/secret", "originals/abc", DATABASE]);
    expect(fs.statSync(target).mode & 0o077).toBe(0);
    write(workspace, "later");
    closeWorkspace(workspace);

    const { aside } = restoreBackup(data, target, NOW);
    expect(marksIn(data)).not.toContain("later");
    expect(marksIn(data)).toContain("before");
    expect(marksIn(aside ?? "")).toContain("later");
    expect(fs.readFileSync(path.join(data, "originals", "abc"), "utf8")).toBe("bytes");
    // What was restored opens as a workspace again.
    write(workspaceAt(data), "after");
  });

  it("copies recordings, those that are whole, and finds one that was damaged since", () => {
    const data = path.join(folder, "data");
    workspaceAt(data);
    const id = "a".repeat(32);
    fs.writeFileSync(path.join(data, "recordings", id), "sound", { mode: 0o600 });
    fs.writeFileSync(path.join(data, "recordings", `${"b".repeat(32)}.partial`), "half");
    const target = path.join(folder, "copy");
    const { files } = makeBackup(data, target, NOW);
    expect(files.filter((file) => file.path.startsWith("recordings/"))).toMatchObject([
      { path: `recordings/${id}`, bytes: 5 },
    ]);
    const elsewhere = path.join(folder, "elsewhere");
    restoreBackup(elsewhere, target, NOW);
    expect(fs.readFileSync(path.join(elsewhere, "recordings", id), "utf8")).toBe("sound");
    fs.writeFileSync(path.join(target, "recordings", id), "noise");
    expect(() => verifiedManifest(target)).toThrow(expect.objectContaining({ code: "backup-damaged" }));
  });

  it("restores into a folder that is not there yet", () => {
    const data = path.join(folder, "data");
    const workspace = workspaceAt(data);
    write(workspace, "kept");
    makeBackup(data, path.join(folder, "copy"), NOW);
    const elsewhere = path.join(folder, "elsewhere");
    expect(restoreBackup(elsewhere, path.join(folder, "copy"), NOW).aside).toBeNull();
    expect(marksIn(elsewhere)).toContain("kept");
  });

  it("refuses to restore under a running server, and leaves everything as it is", () => {
    const data = path.join(folder, "data");
    const workspace = workspaceAt(data);
    const target = path.join(folder, "copy");
    makeBackup(data, target, NOW);
    write(workspace, "still here");
    expect(() => restoreBackup(data, target, NOW)).toThrow(/data-folder-in-use/);
    expect(marksIn(data)).toContain("still here");
  });

  it.each([
    ["a changed file", (copy: string) => fs.appendFileSync(path.join(copy, "originals", "abc"), "x")],
    ["a missing file", (copy: string) => fs.rmSync(path.join(copy, "originals", "abc"))],
    ["a changed database", (copy: string) => fs.appendFileSync(path.join(copy, DATABASE), "x")],
  ])("finds %s and touches nothing", (_name, damage) => {
    const data = path.join(folder, "data");
    const workspace = workspaceAt(data);
    fs.writeFileSync(path.join(data, "originals", "abc"), "bytes");
    const target = path.join(folder, "copy");
    makeBackup(data, target, NOW);
    closeWorkspace(workspace);
    damage(target);
    expect(() => restoreBackup(data, target, NOW)).toThrow(/backup-damaged/);
    expect(fs.existsSync(path.join(data, DATABASE))).toBe(true);
  });

  it("refuses a manifest that points outside the backup", () => {
    const data = path.join(folder, "data");
    workspaceAt(data);
    const target = path.join(folder, "copy");
    const manifest = makeBackup(data, target, NOW);
    const files = [...manifest.files, { path: "../data/tandem.sqlite", bytes: 1, sha256: "0" }];
    fs.writeFileSync(path.join(target, MANIFEST), JSON.stringify({ ...manifest, files }));
    expect(() => verifiedManifest(target)).toThrow(/backup-damaged/);
  });

  it("says that a folder is no backup, and overwrites nothing", () => {
    const data = path.join(folder, "data");
    workspaceAt(data);
    expect(() => restoreBackup(data, folder, NOW)).toThrow(/not-a-backup/);
    expect(() => makeBackup(data, folder, NOW)).toThrow(/backup-target-exists/);
    expect(() => makeBackup(path.join(folder, "nowhere"), path.join(folder, "copy"), NOW)).toThrow(/no-data-here/);
  });
});
