import path from "node:path";
import { isCode, type SourceTree } from "./source-tree";

export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** The file of the tree that is meant, null for a package. */
  readonly target: string | null;
  /** Vanishes when compiled: `import type`, or braces in which every name is a type. */
  readonly typeOnly: boolean;
}

const COMMENT = /\/\*[\s\S]*?\*\/|(^|[^:"'`\\])\/\/[^\n]*/g;
const FROM = /(?:^|[\n;])\s*(import|export)\s+(type\s+)?((?:[\w$*\s,]|\{[^}]*\})*?)\s*from\s*["']([^"']+)["']/g;
const BARE = /(?:^|[\n;])\s*import\s*["']([^"']+)["']/g;
const CALLED = /\b(?:import|require)\(\s*["']([^"']+)["']/g;

function onlyTypes(names: string): boolean {
  const braces = /^\{([^}]*)\}$/.exec(names.trim());
  if (!braces) return false;
  const inside = (braces[1] ?? "").split(",").map((name) => name.trim());
  return inside.filter(Boolean).length > 0 && inside.filter(Boolean).every((name) => name.startsWith("type "));
}

function resolve(tree: SourceTree, from: string, specifier: string): string | null {
  let base: string;
  if (specifier.startsWith("@/")) base = specifier.slice(2);
  else if (specifier.startsWith(".")) base = path.posix.join(path.posix.dirname(from), specifier);
  else return null;
  const ends = ["", ".ts", ".tsx", ".mjs", ".js", "/index.ts", "/index.tsx"];
  return ends.map((end) => base + end).find((file) => tree.has(file)) ?? base;
}

export function importsOf(tree: SourceTree, from: string): Import[] {
  if (!isCode(from)) return [];
  const text = (tree.get(from) ?? "").replace(COMMENT, "$1");
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ from, specifier, target: resolve(tree, from, specifier), typeOnly });
  for (const match of text.matchAll(FROM)) add(match[4] ?? "", Boolean(match[2]) || onlyTypes(match[3] ?? ""));
  for (const match of text.matchAll(BARE)) add(match[1] ?? "", false);
  for (const match of text.matchAll(CALLED)) add(match[1] ?? "", false);
  return found;
}

/** `@scope/name/deep` → `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
