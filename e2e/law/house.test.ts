import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cascadeBreaches, fileBreaches, topLevelBreaches } from "./file-law";
import { browserFiles, importBreaches } from "./import-law";
import { ROOT, readSourceTree, type SourceTree } from "./source-tree";

const tree = readSourceTree();
const planted = (files: Record<string, string>): SourceTree => new Map(Object.entries(files));

/** Names at the top level that git would take in; without git, all but what it is told to ignore. */
function topLevel(): string[] {
  try {
    const args = ["ls-files", "--cached", "--others", "--exclude-standard"];
    const listed = execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const there = listed.split("\n").filter((name) => name && fs.existsSync(path.join(ROOT, name)));
    return [...new Set(there.map((name) => name.split("/", 1)[0] ?? ""))];
  } catch {
    const ignored = fs.readFileSync(path.join(ROOT, ".gitignore"), "utf8").split("\n");
    const names = ignored.map((line) => line.trim().replace(/\/$/, ""));
    return fs.readdirSync(ROOT).filter((name) => name !== ".git" && !names.includes(name));
  }
}

describe("the law of the house", () => {
  it("is kept by the imports", () => expect(importBreaches(tree)).toEqual([]));
  it("is kept by the files", () => expect(fileBreaches(tree)).toEqual([]));
  it("is kept at the top level", () => expect(topLevelBreaches(topLevel())).toEqual([]));
  it("is kept by the schema", () => expect(cascadeBreaches(tree)).toEqual([]));

  it("keeps nine files in ten under 220 lines", () => {
    const lengths = [...tree]
      .filter(([file]) => /\.(ts|tsx|mjs)$/.test(file))
      .map(([, text]) => text.split("\n").length);
    expect(lengths.filter((length) => length > 220).length).toBeLessThanOrEqual(lengths.length / 10);
  });
});

const head = "// What is in this file, in one sentence.\n";

describe("a planted breach is caught:", () => {
  it.each<[string, Record<string, string>]>([
    ["lib imports db", { "lib/a.ts": `${head}import { x } from "@/db/x";`, "db/x.ts": head }],
    ["lib imports db by a relative path", { "lib/text/a.ts": `${head}import { x } from "../../db/x";` }],
    ["lib imports the type of an app file", { "lib/a.ts": `${head}import type { X } from "@/app/x";` }],
    ["lib imports react", { "lib/a.ts": `${head}import { useState } from "react";` }],
    ["lib imports drizzle", { "lib/a.ts": `${head}import { sql } from "drizzle-orm";` }],
    ["lib imports a module of Node", { "lib/a.ts": `${head}import fs from "node:fs";` }],
    ["lib imports on the way", { "lib/a.ts": `${head}const fs = await import("node:fs");` }],
    ["lib reads the clock", { "lib/a.ts": `${head}export const now = () => Date.now();` }],
    ["lib throws dice", { "lib/a.ts": `${head}export const die = () => Math.random();` }],
    ["lib re-exports db", { "lib/a.ts": `${head}export { x } from "@/db/x";` }],
    ["db imports app", { "db/a.ts": `${head}import { x } from "../app/x";`, "app/x.ts": "" }],
    ["db imports react", { "db/a.ts": `${head}import "react";` }],
    [
      "better-auth outside db/accounts",
      { "db/acts/a.ts": `${head}import { hashPassword } from "better-auth/crypto";` },
    ],
    ["better-auth in app", { "app/api/a.ts": `import { betterAuth } from "better-auth";` }],
    ["app imports its tests", { "app/a.ts": `import { x } from "../e2e/x";` }],
    ["a client component takes a value from db", { "app/a.tsx": `"use client";\nimport { x } from "@/db/x";` }],
    [
      "a client component reaches db through another file",
      {
        "app/a.tsx": `"use client";\nimport { b } from "./b";`,
        "app/b.ts": `import { type T, x } from "@/db/x";`,
        "db/x.ts": head,
      },
    ],
    [
      "a client component reaches Node through lib's neighbour",
      { "app/a.tsx": `"use client";\nimport { b } from "./b";`, "app/b.ts": `import path from "node:path";` },
    ],
    ["a server action", { "app/a.ts": `export async function f() {\n  "use server";\n}` }],
  ])("%s", (_name, files) => {
    expect(importBreaches(planted(files))).toHaveLength(1);
  });

  it("but types of db may reach the browser, and comments import nothing", () => {
    const files = {
      "app/a.tsx": `"use client";\nimport type { X } from "@/db/x";\nimport { type Y } from "@/db/x";\n// import { z } from "@/db/x"`,
      "db/x.ts": `${head}import "better-sqlite3";`,
    };
    expect(importBreaches(planted(files))).toEqual([]);
    expect([...browserFiles(planted(files)).keys()]).toEqual(["app/a.tsx"]);
  });

  it.each<[string, Record<string, string>]>([
    ["a file too long", { "app/long.ts": "x;\n".repeat(401) }],
    ["a vague name", { "app/utils.ts": "" }],
    ["a vague folder", { "lib/helpers/a.ts": head }],
    ["a name in camel case", { "app/someThing.ts": "" }],
    ["no first line in lib", { "lib/a.ts": "export const a = 1;" }],
    ["no first line in db", { "db/a.ts": 'import "zod";' }],
    ["a silenced type error", { "app/a.ts": "// @ts-ignore" }],
    ["a cast through unknown", { "app/a.ts": "const a = b as unknown as C;" }],
  ])("%s", (_name, files) => {
    expect(fileBreaches(planted(files))).toHaveLength(1);
  });

  it.each<[string, Record<string, string>]>([
    ["a cascade in the schema", { "db/schema/a.ts": `.references(() => code.id, { onDelete: "cascade" })` }],
    ["a cascade in a migration", { "db/migrations/0001_a.sql": "REFERENCES code(id) ON DELETE CASCADE" }],
    ["a dropped table", { "db/migrations/0001_a.sql": "DROP TABLE code;" }],
  ])("%s", (_name, files) => {
    expect(cascadeBreaches(planted(files))).toHaveLength(1);
  });

  it("something new at the top level", () => {
    expect(topLevelBreaches(["app", "docs", "drizzle.config.ts"])).toHaveLength(2);
  });
});
