import fs from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { ROOT } from "./source-tree";

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Entry>>;

const lock = JSON.parse(fs.readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as { packages: Packages };
const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as Record<
  string,
  Record<string, string>
>;

const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** npm leaves a platform's package out when the registry lacks it, and `npm ci` then fails on that platform. */
function holes(packages: Packages): string[] {
  const known = new Set(Object.keys(packages).map(nameOf));
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !known.has(name))
      .map((name) => `${nameOf(place)} names ${name}, which the lock lacks`),
  );
}

function scripts(packages: Packages): string[] {
  const names = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript);
  return [...new Set(names.map(([place]) => nameOf(place)))].sort();
}

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split(".").map((part) => Number.parseInt(part, 10)));
  for (let i = 0; i < 3; i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe("the lock file", () => {
  it("has every platform's package that its packages name", () => expect(holes(lock.packages)).toEqual([]));

  it("lets only known packages run a script at installation", () => {
    const allowed = ["better-sqlite3", "esbuild", "fsevents"];
    expect(scripts(lock.packages).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it("fixes every package by its hash, from a registry", () => {
    const loose = Object.entries(lock.packages).filter(([place, { integrity }]) => place !== "" && !integrity);
    expect(loose.map(([place]) => place)).toEqual([]);
  });

  it("catches a planted hole and a planted script", () => {
    expect(holes({ "node_modules/a": { optionalDependencies: { "a-linux": "1" } } })).toHaveLength(1);
    expect(scripts({ "node_modules/evil": { hasInstallScript: true } })).toEqual(["evil"]);
  });
});

describe("the floors below which a known hole or a loss of data lies", () => {
  it.each([
    ["next", "16.4.1"],
    ["react", "19.3.1"],
    ["better-sqlite3", "12.8.0"],
    ["drizzle-orm", "0.45.2"],
    ["yauzl", "3.2.1"],
  ])("%s is %s or later", (name, floor) => {
    const version = lock.packages[`node_modules/${name}`]?.version ?? "0.0.0";
    expect(atLeast(version, floor), `${name} is ${version}`).toBe(true);
    expect(manifest.dependencies?.[name]).toBe(version);
  });

  it("better-sqlite3 stays below 13, which crashes on Node 20", () => {
    expect(lock.packages["node_modules/better-sqlite3"]?.version).toMatch(/^12\./);
  });

  it("SQLite is 3.51.3 or later", () => {
    const sqlite = new Database(":memory:");
    const version = sqlite.prepare("select sqlite_version()").pluck().get() as string;
    sqlite.close();
    expect(atLeast(version, "3.51.3"), version).toBe(true);
  });

  it("compares versions by their numbers", () => {
    expect([atLeast("16.10.0", "16.4.1"), atLeast("16.4.0", "16.4.1"), atLeast("17.0.0", "16.4.1")]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
