import fs from "node:fs";
import path from "node:path";

/** Path from the root, with forward slashes → text. A planted breach is a small tree of this shape. */
export type SourceTree = ReadonlyMap<string, string>;

export const ROOT = path.resolve(import.meta.dirname, "..", "..");
const FOLDERS = ["lib", "db", "app", "e2e"];
const SOURCE = /\.(ts|tsx|mjs|js|css|sql|json)$/;

export function readSourceTree(): SourceTree {
  const tree = new Map<string, string>();
  const walk = (relative: string) => {
    for (const entry of fs.readdirSync(path.join(ROOT, relative), { withFileTypes: true })) {
      const name = `${relative}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== "results") walk(name);
      else if (entry.isFile() && SOURCE.test(entry.name))
        tree.set(name, fs.readFileSync(path.join(ROOT, name), "utf8"));
    }
  };
  for (const folder of FOLDERS) if (fs.existsSync(path.join(ROOT, folder))) walk(folder);
  return tree;
}

export function isCode(file: string): boolean {
  return /\.(ts|tsx|mjs|js)$/.test(file);
}

export function isTest(file: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(file) || file.startsWith("e2e/") || /-fixture\.tsx?$/.test(file);
}
