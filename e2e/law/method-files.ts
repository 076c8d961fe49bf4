import type { MethodEntry } from "@/lib/agreement/method-entry";
import type { MethodGroup } from "@/lib/agreement/method-notes";

const AGAIN = "UPDATE_METHOD=1 with e2e/law/method.test.ts writes it anew";
const FIELDS = [
  "answers",
  "formula",
  "shape",
  "unit",
  "undefinedWhen",
  "misleads",
  "elsewhere",
  "source",
  "checked",
] as const;

/** The generated files of lib/agreement: one for each group of figures, and method.ts that joins them. */
export function methodFiles(
  groups: readonly MethodGroup[],
  entries: readonly MethodEntry[],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const group of groups) {
    const own = group.figures.flatMap(([name]) => entries.filter((entry) => entry.name === name));
    files.set(`method-of-${group.id}.ts`, groupFile(group, own));
  }
  return files.set("method.ts", joiningFile(groups));
}

const constantOf = (id: string) => id.toUpperCase().replaceAll("-", "_");

function groupFile(group: MethodGroup, entries: readonly MethodEntry[]): string {
  const lines = [
    `// Generated from the doc comments in this folder (${AGAIN}): ${group.title}.`,
    'import type { MethodEntry } from "./method-entry";',
    "",
    `export const ${constantOf(group.id)}: readonly MethodEntry[] = [${entries.length === 0 ? "];" : ""}`,
  ];
  for (const entry of entries) {
    lines.push("  {", `    name: "${entry.name}",`, `    file: "${entry.file}",`);
    for (const field of FIELDS) {
      const words = entry[field];
      if (words !== undefined) lines.push(`    ${field}: ${literal(words)},`);
    }
    lines.push("  },");
  }
  if (entries.length > 0) lines.push("];");
  return `${lines.join("\n")}\n`;
}

function joiningFile(groups: readonly MethodGroup[]): string {
  const ids = groups.map((group) => group.id);
  return [
    `// Generated from the doc comments in this folder (${AGAIN}): what each figure on agreement answers and is.`,
    'import type { MethodEntry } from "./method-entry";',
    ...[...ids].sort().map((id) => `import { ${constantOf(id)} } from "./method-of-${id}";`),
    "",
    "/** In the order of the groups in method-notes.ts. */",
    "export const METHOD_ENTRIES: readonly MethodEntry[] = [",
    ...ids.map((id) => `  ...${constantOf(id)},`),
    "];",
    "",
  ].join("\n");
}

/** Between backticks, so that the formatter keeps each on one line however long it is. */
function literal(words: string): string {
  return `\`${words.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\``;
}
