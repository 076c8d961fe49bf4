import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeWorkspace, openWorkspace, type Workspace } from "@/db/workspace";
import { examine } from "./doctor";

let folder = "";
let workspace: Workspace;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-doctor-"));
  workspace = openWorkspace("main", folder, path.resolve("db/migrations"));
});
afterEach(() => {
  closeWorkspace(workspace);
  fs.rmSync(folder, { recursive: true, force: true });
});

function wrong(): string[] {
  return examine(folder)
    .filter((finding) => !finding.ok && finding.check !== "free space")
    .map((finding) => finding.check);
}

/** A text whose stored hash is that of other words, with the rows it needs. */
function plantChangedText(): void {
  const { sqlite } = workspace;
  sqlite.pragma("foreign_keys = off");
  sqlite
    .prepare(
      `insert into revision (id, document_id, number, text, sha256, length, words, paragraphs, sentences, created_at)
       values ('r', 'd', 1, 'other words', ?, 11, 2, '[]', '[]', '2026-01-01T00:00:00.000Z')`,
    )
    .run("0".repeat(64));
}

describe("doctor", () => {
  it("finds a new folder sound, beside the process that has it open", () => {
    expect(wrong()).toEqual([]);
  });

  it("finds a text that no longer matches its hash, and a row that points at nothing", () => {
    plantChangedText();
    expect(wrong()).toEqual(["references", "texts"]);
  });

  it("finds codings that changed after they were frozen", () => {
    workspace.sqlite.pragma("foreign_keys = off");
    workspace.sqlite
      .prepare(
        `insert into coding_set (id, project_id, document_id, revision_id, kind, coder_id, state, frozen_sha256)
         values ('s', 'p', 'd', 'r', 'coder', 'c', 'frozen', 'another')`,
      )
      .run();
    expect(wrong()).toContain("frozen codings");
  });

  it("finds an original file that is missing", () => {
    workspace.sqlite.pragma("foreign_keys = off");
    workspace.sqlite
      .prepare(
        "insert into original (id, document_id, file_name, sha256, bytes, format) values ('o', 'd', 'a.txt', 'f', 1, 'txt')",
      )
      .run();
    expect(wrong()).toContain("original files");
  });

  it("leaves texts and files alone that pseudonyms sealed, but finds a sealed file that is missing", () => {
    plantChangedText();
    workspace.sqlite.exec("update revision set text = '', sealed_text = x'01'");
    workspace.sqlite
      .prepare(
        "insert into original (id, document_id, file_name, sha256, bytes, format, sealed) values ('o', 'd', 'a.txt', 'f', 1, 'txt', 1)",
      )
      .run();
    expect(wrong()).toEqual(["references", "original files"]);
    fs.writeFileSync(path.join(folder, "originals", "o.sealed"), "sealed", { mode: 0o600 });
    expect(wrong()).toEqual(["references"]);
  });

  it.skipIf(process.platform === "win32")("finds a database that others may read", () => {
    fs.chmodSync(path.join(folder, "tandem.sqlite"), 0o644);
    expect(wrong()).toEqual(["permissions"]);
  });

  it("finds a damaged page", () => {
    closeWorkspace(workspace);
    const file = path.join(folder, "tandem.sqlite");
    const bytes = fs.readFileSync(file);
    bytes.fill(0x5a, 4096, 12_288);
    fs.writeFileSync(file, bytes);
    expect(() => {
      if (wrong().includes("integrity")) throw new Error("malformed");
    }).toThrow(/malformed/);
  });
});
