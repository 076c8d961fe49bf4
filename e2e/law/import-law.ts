import { type Import, importsOf, packageOf } from "./imports";
import { isCode, isTest, type SourceTree } from "./source-tree";

/** Packages that compute or read formats: no clock, no network, no file system of their own. */
const LIB_PACKAGES = new Set([
  "@noble/hashes",
  "chardet",
  "diff",
  "docx",
  "fflate",
  "htmlparser2",
  "hucre",
  "iconv-lite",
  "papaparse",
  "saxes",
  "unpdf",
  "write-excel-file",
  "yauzl",
  "zod",
]);
const DB_PACKAGES = new Set(["drizzle-orm", "drizzle-kit", "better-sqlite3", "zod", "@noble/hashes"]);
const SERVER_ONLY = new Set(["better-sqlite3", "drizzle-orm", "better-auth", "esbuild", "playwright"]);
/** What lib may not reach for even without an import. */
const AMBIENT = /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|process\.env|fetch\(|crypto\.getRandom)/;

/** The directive stands first, but for comments. */
const USE_CLIENT = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*["']use client["']/;

const top = (file: string) => file.split("/", 1)[0] ?? "";

function inLib({ from, specifier, target }: Import): string | null {
  if (specifier.startsWith("node:")) return `${from} imports ${specifier}: lib knows no machine`;
  if (target !== null) return top(target) === "lib" ? null : `${from} imports ${specifier}: lib imports only lib`;
  return LIB_PACKAGES.has(packageOf(specifier)) ? null : `${from} imports ${specifier}: not a package for lib`;
}

function inDb({ from, specifier, target }: Import): string | null {
  if (target !== null) {
    return ["lib", "db"].includes(top(target)) ? null : `${from} imports ${specifier}: db imports lib and db alone`;
  }
  if (specifier.startsWith("node:")) return null;
  const name = packageOf(specifier);
  if (name === "better-auth") {
    return from.startsWith("db/accounts/") ? null : `${from} imports better-auth: that is for db/accounts alone`;
  }
  return DB_PACKAGES.has(name) ? null : `${from} imports ${specifier}: not a package for db`;
}

function inApp({ from, specifier, target }: Import): string | null {
  if (packageOf(specifier) === "better-auth") return `${from} imports better-auth: that is for db/accounts alone`;
  if (target !== null && top(target) === "e2e") return `${from} imports ${specifier}: the app does not know its tests`;
  return null;
}

/** Files that end up in the browser: those marked "use client" and all that they reach with more than types. */
export function browserFiles(tree: SourceTree): ReadonlyMap<string, string> {
  const reachedFrom = new Map<string, string>();
  const waiting: string[] = [];
  for (const [file, text] of tree) {
    if (isCode(file) && USE_CLIENT.test(text)) {
      reachedFrom.set(file, file);
      waiting.push(file);
    }
  }
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const { target, typeOnly } of importsOf(tree, file)) {
      if (typeOnly || target === null || !tree.has(target) || reachedFrom.has(target)) continue;
      reachedFrom.set(target, file);
      waiting.push(target);
    }
  }
  return reachedFrom;
}

function inBrowser(tree: SourceTree): string[] {
  const breaches: string[] = [];
  for (const file of browserFiles(tree).keys()) {
    for (const { specifier, target, typeOnly } of importsOf(tree, file)) {
      if (typeOnly) continue;
      if (target !== null && top(target) === "db") breaches.push(`${file} takes more than types from ${specifier}`);
      if (specifier.startsWith("node:")) breaches.push(`${file} reaches the browser and imports ${specifier}`);
      if (SERVER_ONLY.has(packageOf(specifier))) breaches.push(`${file} reaches the browser and imports ${specifier}`);
    }
  }
  return breaches;
}

/** Every breach of the import law, as a sentence. */
export function importBreaches(tree: SourceTree): string[] {
  const breaches: string[] = [];
  for (const [file, text] of tree) {
    if (!isCode(file) || isTest(file)) continue;
    const rule = { lib: inLib, db: inDb, app: inApp }[top(file)];
    if (!rule) continue;
    for (const one of importsOf(tree, file)) {
      const breach = rule(one);
      if (breach) breaches.push(breach);
    }
    if (top(file) === "lib" && AMBIENT.test(text)) {
      breaches.push(`${file} asks for the time, chance or the machine: those are arguments of lib`);
    }
    if (/^\s*["']use server["']/m.test(text)) breaches.push(`${file} has server actions`);
  }
  return [...breaches, ...inBrowser(tree)];
}
