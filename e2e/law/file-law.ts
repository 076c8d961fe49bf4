import { isCode, isTest, type SourceTree } from "./source-tree";

const LONGEST = 400;
const VAGUE = /(^|[/.-])(utils?|helpers?|misc|common|types|constants)(\.|$|\/)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|bench|module|config|d))?\.(ts|tsx|mjs|js|css|sql|json)$/;
const NEXT_NAMES = /^(\[[a-zA-Z.]+\]|\([a-z-]+\)|[a-z0-9.-]+)$/;
const FORBIDDEN = [
  [/@ts-(ignore|nocheck)/, "silences the type checker"],
  [/\bas unknown as\b/, "casts through unknown"],
  [/\b(TODO|FIXME|XXX)\b/, "holds a note to self"],
] as const;

/** Length, names and first lines: every breach as a sentence. */
export function fileBreaches(tree: SourceTree): string[] {
  const breaches: string[] = [];
  for (const [file, text] of tree) {
    // Drizzle names and writes these itself.
    if (file.startsWith("db/migrations/")) continue;
    const name = file.split("/").at(-1) ?? "";
    if (!KEBAB.test(name)) breaches.push(`${file}: the name is not in kebab case`);
    if (
      !file
        .split("/")
        .slice(0, -1)
        .every((folder) => NEXT_NAMES.test(folder))
    ) {
      breaches.push(`${file}: a folder's name is not in kebab case`);
    }
    if (VAGUE.test(file)) breaches.push(`${file}: the name says nothing about what is in it`);
    if (!isCode(file) && !file.endsWith(".css")) continue;
    const lines = text.split("\n").length;
    if (lines > LONGEST + 1) breaches.push(`${file} has ${lines} lines: it is two ideas`);
    if (/^(lib|db)\//.test(file) && !isTest(file) && !/^\/\/ \S.{15,}/.test(text)) {
      breaches.push(`${file}: the first line does not say what is in it`);
    }
    if (file.startsWith("e2e/law/")) continue;
    // A test may say that something must not compile; elsewhere that would hide an error.
    if (!isTest(file) && /@ts-expect-error/.test(text)) breaches.push(`${file} expects a type error`);
    for (const [pattern, what] of FORBIDDEN) if (pattern.test(text)) breaches.push(`${file} ${what}`);
  }
  return breaches;
}

/** What may lie at the top level of the repository. */
export const TOP_LEVEL: readonly string[] = [
  ".ci",
  ".gitattributes",
  ".gitignore",
  "README.md",
  "app",
  "db",
  "e2e",
  "lib",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
];

export function topLevelBreaches(names: readonly string[]): string[] {
  return names.filter((name) => !TOP_LEVEL.includes(name)).map((name) => `${name} does not belong at the top level`);
}

/** Nothing may take codings along when it goes: deleting is refused wherever codings hang on. */
export function cascadeBreaches(tree: SourceTree): string[] {
  const breaches: string[] = [];
  for (const [file, text] of tree) {
    if (file.startsWith("db/schema/") && /onDelete:\s*["'](cascade|set null)/i.test(text)) {
      breaches.push(`${file} deletes or empties rows behind another table's back`);
    }
    if (!/^db\/migrations\/[^/]+\.sql$/.test(file)) continue;
    if (/on delete (cascade|set null)/i.test(text)) breaches.push(`${file} has ON DELETE CASCADE or SET NULL`);
    if (/drop table/i.test(text) && !/^-- waiver: \S.{20,}/m.test(text)) {
      breaches.push(`${file} drops a table without a waiver line that says why nothing is lost`);
    }
  }
  return breaches;
}
