import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { hasSentence, sentenceOf } from "./sentences";

const root = path.join(import.meta.dirname, "..", "..");

function sources(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => fs.readFileSync(path.join(root, folder, name), "utf8"));
}

test("every refusal in the program has its sentence", () => {
  const codes = new Set<string>();
  for (const text of ["lib", "db", "app"].flatMap(sources)) {
    for (const [call] of text.matchAll(/new Refusal\(\s*[^,;{]{0,160}/g)) {
      // The comparison of a conditional names no code: codes have a hyphen.
      for (const [, code] of call.matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)+)"/g)) if (code) codes.add(code);
    }
  }
  expect(codes.size).toBeGreaterThan(50);
  expect([...codes].filter((code) => !hasSentence(code)).sort()).toEqual([]);
});

test("every problem that a reader reports has its sentence, and every kind of file that it knows", () => {
  const codes = new Set<string>();
  for (const text of sources("lib/readers")) {
    for (const [, problem, kind] of text.matchAll(/code: "([a-z0-9-]+)"|"(file-[a-z-]+)"/g))
      codes.add(problem ?? kind ?? "");
    // The table of docx.ts: a code beside its count.
    for (const [, problem] of text.matchAll(/^ +\["([a-z0-9]+(?:-[a-z0-9]+)+)", \w+\./gm))
      if (problem) codes.add(problem);
  }
  expect(codes).toContain("rollup-removed");
  expect(codes).toContain("symbols-unknown");
  expect([...codes].filter((code) => !hasSentence(code)).sort()).toEqual([]);
});

test("a code without a sentence still says that nothing was changed; a name of Object's is no sentence", () => {
  expect(sentenceOf("toString")).toBe("This could not be done (toString). Nothing was changed.");
});
