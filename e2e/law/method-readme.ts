import { type MethodEntry, methodLines } from "@/lib/agreement/method-entry";
import { inlineParts, KNOWN_FROM } from "@/lib/agreement/method-inline";
import { type MethodGroup, methodAnchor } from "@/lib/agreement/method-notes";
import type { MethodPart, MethodSection, MethodTable } from "@/lib/agreement/method-section";

export interface Method {
  readonly sections: readonly MethodSection[];
  readonly groups: readonly MethodGroup[];
  readonly entries: readonly MethodEntry[];
}

/** lib/agreement/README.md: what the method page in the app says, for those who read the code. */
export function methodReadme({ sections, groups, entries }: Method): string {
  const titles = new Map(groups.flatMap((group) => group.figures));
  const words = (text: string) => inMarkdown(text, sections, titles);
  const anchored = (depth: string, id: string, title: string) => [`<a id="${id}"></a>`, "", `${depth} ${title}`, ""];
  const lines = [
    "# How agreement is computed",
    "",
    "Generated from the doc comments in this folder, method-notes.ts and the sections that method-sections.ts lists:",
    "`UPDATE_METHOD=1 node node_modules/vitest/vitest.mjs run --config e2e/vitest.config.ts e2e/law/method.test.ts` writes",
    "it anew. The app shows the same at /main/method and /sample/method.",
    "",
    ...sections.map(({ id, title }) => `- [${title}](#${id})`),
    ...groups.flatMap((group) => [
      `- [${group.title}](#${group.id})`,
      ...group.figures.map(([name, title]) => `  - [${title}](#${methodAnchor(name)})`),
    ]),
    "",
  ];
  for (const { id, title, parts } of sections) {
    lines.push(...anchored("##", id, title), ...parts.flatMap((part) => [...partLines(part, words), ""]));
  }
  for (const group of groups) {
    lines.push(...anchored("##", group.id, group.title), words(group.about), "");
    for (const [name, title] of group.figures) {
      const entry = entries.find((each) => each.name === name);
      if (entry) lines.push(...anchored("###", methodAnchor(name), title), ...entryLines(entry, words), "");
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function entryLines(entry: MethodEntry, words: (text: string) => string): string[] {
  const formula = entry.formula === undefined ? [] : [["Formula", entry.formula] as const];
  return [
    `*${words(entry.answers)}*`,
    "",
    ...[...formula, ...methodLines(entry)].map(([label, text]) => `- **${label}:** ${words(text)}`),
    "",
    `\`${entry.name}\` in [${entry.file}](${entry.file})`,
  ];
}

function partLines(part: MethodPart, words: (text: string) => string): string[] {
  if (typeof part === "string") return [words(part)];
  if ("list" in part) return part.list.map((item) => `- ${words(item)}`);
  if ("terms" in part) return part.terms.map(([term, meaning]) => `- **${term}**: ${words(meaning)}`);
  return tableLines(part, words);
}

function tableLines({ caption, columns, rows }: MethodTable, words: (text: string) => string): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => words(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [words(caption), "", line(columns), `|${"---|".repeat(columns.length)}`, ...rows.map(line)];
}

function inMarkdown(text: string, sections: readonly MethodSection[], titles: ReadonlyMap<string, string>): string {
  return inlineParts(text)
    .map((part) => {
      switch (part.kind) {
        case "text":
          return part.text.replace(/[*_<[\\]/g, "\\$&");
        case "code":
          return `\`${part.text}\``;
        case "reason":
          return `\`${part.reason}\``;
        case "known":
          return `*(${KNOWN_FROM[part.from]})*`;
        case "doi":
          return `[doi ${part.doi}](https://doi.org/${encodeURI(part.doi).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))})`;
        case "figure":
          return `[${titles.get(part.name) ?? part.name}](#${methodAnchor(part.name)})`;
        case "section":
          return `[${sections.find(({ id }) => id === part.name)?.title ?? part.name}](#${part.name})`;
      }
      return "";
    })
    .join("");
}
