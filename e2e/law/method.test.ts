import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inlineParts } from "@/lib/agreement/method-inline";
import { METHOD_GROUPS, methodAnchor } from "@/lib/agreement/method-notes";
import type { MethodPart } from "@/lib/agreement/method-section";
import { METHOD_SECTIONS } from "@/lib/agreement/method-sections";
import { agreementSources, methodEntries, statisticFunctions } from "./method-entries";
import { methodFiles } from "./method-files";
import { methodReadme } from "./method-readme";
import { ROOT, readSourceTree } from "./source-tree";

/** Functions that return a Statistic without being a figure of their own. */
const NO_FIGURE: Readonly<Record<string, string>> = {
  "statistic.ts defined": "makes the value",
  "statistic.ts undefinedFor": "makes the reason",
  "interval.ts noError": "makes the reason for an interval",
  "measures.ts measuresOf": "all figures of one table",
  "confusion-measures.ts confusionMeasures": "all figures of one matrix",
  "across-codes.ts acrossCodes": "all figures over several codes",
  "all-coders.ts allCodersReport": "all figures of several coders",
  "kappa-intervals.ts kappaIntervals": "all intervals of one code",
  "kappa-intervals.ts kappaIntervalsOfCodes": "all intervals of many codes",
  "set-agreement.ts setAgreement": "the figures on sets, on what a project holds",
  "unitizing-alpha.ts unitizingAlpha": "all figures of the 2016 family",
  "u-alpha.ts alphaOfLengths": "the arithmetic that two of that family share",
  "plan-agreement.ts pilotFigures": "what a pilot round gives to the plan",
};

const FOLDER = path.join(ROOT, "lib", "agreement");
const sources = agreementSources();
const { entries, problems } = methodEntries(sources);
const files = new Map([
  ...methodFiles(METHOD_GROUPS, entries),
  ["README.md", methodReadme({ sections: METHOD_SECTIONS, groups: METHOD_GROUPS, entries })],
]);
const grouped = METHOD_GROUPS.flatMap((group) => group.figures.map(([name]) => name));

if (process.env.UPDATE_METHOD) for (const [name, text] of files) fs.writeFileSync(path.join(FOLDER, name), text);

describe("the method page", () => {
  it("is what the doc comments say (UPDATE_METHOD=1 writes it anew)", () => {
    const there = fs.readdirSync(FOLDER).filter((name) => files.has(name));
    const kept = there.map((name) => [name, fs.readFileSync(path.join(FOLDER, name), "utf8")]);
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(files));
    const left = fs.readdirSync(FOLDER).filter((name) => name.startsWith("method-of-") && !files.has(name));
    expect(left, "of groups that are no more").toEqual([]);
  });

  it("has all that it needs in each doc comment", () => expect(problems).toEqual([]));

  it("has an entry for every function that returns a statistic", () => {
    const known = new Set(entries.map((entry) => `${entry.file} ${entry.name}`));
    const without = statisticFunctions(sources).filter((name) => !known.has(name));
    expect(without.sort()).toEqual(Object.keys(NO_FIGURE).sort());
  });

  it("has each entry in one group, under an address of its own", () => {
    expect([...grouped].sort()).toEqual(entries.map((entry) => entry.name).sort());
    const ids = [...METHOD_SECTIONS, ...METHOD_GROUPS].map((each) => each.id).concat(grouped.map(methodAnchor));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("points to figures and sections that are there", () => {
    const ids = METHOD_SECTIONS.map((section) => section.id);
    const words = [
      ...METHOD_SECTIONS.flatMap(({ parts }) => parts.flatMap(wordsOf)),
      ...METHOD_GROUPS.map((group) => group.about),
      ...entries.flatMap((entry) => Object.values(entry).filter((line) => line !== undefined)),
    ];
    for (const part of words.flatMap(inlineParts)) {
      if (part.kind === "figure") expect(grouped).toContain(part.name);
      if (part.kind === "section") expect(ids).toContain(part.name);
    }
  });

  it("is where the links in the app lead", () => {
    const ids = [...METHOD_SECTIONS, ...METHOD_GROUPS].map((each) => each.id).concat(grouped.map(methodAnchor));
    const lost: string[] = [];
    for (const [file, text] of readSourceTree()) {
      if (!file.startsWith("app/[workspace]/")) continue;
      for (const [, link, field] of text.matchAll(/<MethodLink\s+to="([^"]+)"|^\s*method: "(\w+)"/gm)) {
        const to = link ?? field ?? "";
        if (!ids.includes(methodAnchor(to))) lost.push(`${file}: ${to}`);
      }
    }
    expect(lost).toEqual([]);
  });
});

function wordsOf(part: MethodPart): string[] {
  if (typeof part === "string") return [part];
  if ("list" in part) return [...part.list];
  if ("terms" in part) return part.terms.flat();
  return [part.caption, ...part.columns, ...part.rows.flat()];
}

const comment = (lines: string[]) => ["/**", ...lines.map((line) => ` * ${line}`), " */"].join("\n");
const whole = [
  "Answers: How far?",
  "Shape: 2×2 table.",
  "Unit: any;",
  "  on characters too.",
  "Undefined: no-data.",
  "Source: Cohen 1960.",
  "Checked: Cohen 1960 p. 45.",
];

describe("a doc comment", () => {
  const read = (...texts: string[]) => methodEntries(new Map([["a.ts", `${texts.join("\n")}\n`]]));

  it("becomes an entry, its lines joined", () => {
    const { entries, problems } = read(comment(whole), "export function howFar(table: Table2x2): Statistic {");
    expect(problems).toEqual([]);
    expect(entries[0]).toMatchObject({ name: "howFar", file: "a.ts", unit: "any; on characters too." });
  });

  it.each([
    ["without a source", whole.filter((line) => !line.startsWith("Source"))],
    ["with a line twice", [...whole, "Checked: again."]],
    ["out of order", [...whole, "Unit: any."]],
    ["with a line of no label", [...whole, "And so on."]],
  ])("%s is a problem", (_name, lines) => {
    expect(read(comment(lines), "export function howFar() {").problems).not.toEqual([]);
  });

  it("above anything but a function is a problem", () => {
    expect(read(comment(whole), "export const howFar = 1;").problems).toHaveLength(1);
  });
});

it("finds the functions that return a statistic, or an object with one", () => {
  const text = `
export interface Both {
  readonly value: Statistic;
}
export interface All extends Readonly<Record<"one", Statistic>> {
  readonly items: number;
}
export function one(
  table: Table2x2,
  weight: (i: number) => number,
): Statistic {
export function two(table: Table2x2): Both {
export function three(statistic: Statistic): string {
export function four(): Promise<All> {
`;
  expect(statisticFunctions(new Map([["a.ts", text]]))).toEqual(["a.ts one", "a.ts two", "a.ts four"]);
});

it.each([
  ["cohenKappa", "cohen-kappa"],
  ["cohenKappaSE", "cohen-kappa-se"],
  ["gwetAC1", "gwet-ac1"],
  ["uAlpha", "u-alpha"],
])("%s has the address #%s", (name, anchor) => expect(methodAnchor(name)).toBe(anchor));
