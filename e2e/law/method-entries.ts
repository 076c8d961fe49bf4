import fs from "node:fs";
import path from "node:path";
import type { MethodEntry } from "@/lib/agreement/method-entry";
import { ROOT } from "./source-tree";

/** Name of a file in lib/agreement → its text. */
export type AgreementSources = ReadonlyMap<string, string>;

const LABELS = [
  "Answers",
  "Formula",
  "Shape",
  "Unit",
  "Undefined",
  "Misleads",
  "Elsewhere",
  "Throws",
  "Cost",
  "Source",
  "Checked",
] as const;
type Label = (typeof LABELS)[number];

const DOCUMENTED = /^\/\*\*\n((?: \*.*\n)*?) \*\/\nexport (?:async )?function (\w+)/gm;

export interface MethodReading {
  readonly entries: MethodEntry[];
  /** What the doc comments lack or hold too much of, as sentences. */
  readonly problems: string[];
}

export function agreementSources(): AgreementSources {
  const folder = path.join(ROOT, "lib", "agreement");
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  return new Map(names.sort().map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]));
}

/** One entry for each exported function whose doc comment says what it answers. */
export function methodEntries(sources: AgreementSources): MethodReading {
  const entries: MethodEntry[] = [];
  const problems: string[] = [];
  for (const [file, text] of sources) {
    const before = entries.length;
    for (const [, comment = "", name = ""] of text.matchAll(DOCUMENTED)) {
      if (!/^ \* Answers:/m.test(comment)) continue;
      const lines = linesOf(comment, (problem) => problems.push(`${file}: ${name} ${problem}`));
      const line = (label: Label) => {
        const words = lines.get(label) ?? "";
        if (words === "") problems.push(`${file}: ${name} has no ${label}`);
        return words;
      };
      entries.push({
        name,
        file,
        answers: line("Answers"),
        formula: lines.get("Formula"),
        shape: line("Shape"),
        unit: line("Unit"),
        undefinedWhen: line("Undefined"),
        misleads: lines.get("Misleads"),
        elsewhere: lines.get("Elsewhere"),
        source: line("Source"),
        checked: line("Checked"),
      });
    }
    const written = text.match(/^ \* Answers:/gm)?.length ?? 0;
    if (written !== entries.length - before) {
      problems.push(
        `${file}: ${written} comments say what is answered, ${entries.length - before} stand above a function`,
      );
    }
  }
  return { entries, problems };
}

function linesOf(comment: string, tell: (problem: string) => void): Map<Label, string> {
  const lines = new Map<Label, string>();
  let current: Label | null = null;
  for (const line of comment.trimEnd().split("\n")) {
    const words = line.replace(/^ \* ?/, "");
    const head = /^([A-Z]\w+):(?: |$)(.*)/.exec(words);
    const label = LABELS.find((each) => each === head?.[1]);
    if (label) {
      if (lines.has(label)) tell(`has two lines ${label}`);
      if (current && LABELS.indexOf(label) < LABELS.indexOf(current)) tell(`has ${label} after ${current}`);
      lines.set(label, (head?.[2] ?? "").trim());
      current = label;
    } else if (current && words.startsWith("  ")) {
      lines.set(current, `${lines.get(current) ?? ""} ${words.trim()}`.trim());
    } else if (current) {
      tell(`has a line that belongs to no label: ${words}`);
    }
  }
  return lines;
}

const EXPORTED = /^export (?:async )?function (\w+)/gm;
const INTERFACE = /^(?:export )?interface (\w+)([^{]*)\{\n([\s\S]*?)^\}/gm;
const ALIAS = /^(?:export )?type (\w+) =([^;]*);/gm;

/** Exported functions that return a Statistic, or an object with one among its fields, as `file name`. */
export function statisticFunctions(sources: AgreementSources): string[] {
  const results = ["Statistic"];
  for (const text of sources.values()) {
    for (const [, name = "", heritage = "", body = ""] of text.matchAll(INTERFACE)) {
      if (/\bStatistic\b/.test(heritage) || /: (readonly )?Statistic\b/.test(body)) results.push(name);
    }
    for (const [, name = "", type = ""] of text.matchAll(ALIAS)) if (/\bStatistic\b/.test(type)) results.push(name);
  }
  const isResult = new RegExp(`\\b(${results.join("|")})\\b`);
  const found = new Set<string>();
  for (const [file, text] of sources) {
    for (const match of text.matchAll(EXPORTED)) {
      const type = returnType(text.slice(match.index + match[0].length));
      if (isResult.test(type)) found.add(`${file} ${match[1]}`);
    }
  }
  return [...found];
}

/** What stands between the closing bracket of the parameters and the body. */
function returnType(afterName: string): string {
  let depth = 0;
  for (let i = 0; i < afterName.length; i++) {
    const sign = afterName[i];
    if (sign === "(") depth++;
    if (sign === ")" && --depth === 0) return /^:([^\n]*?)(?: \{$|;$|\{\n)/m.exec(afterName.slice(i + 1))?.[1] ?? "";
  }
  return "";
}
