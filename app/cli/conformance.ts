import fs from "node:fs";
import path from "node:path";
import * as z from "zod";
import { compareCase, evaluateCase } from "@/lib/agreement/conformance";
import { type ConformanceCase, conformanceFile, projectInput } from "@/lib/agreement/conformance-case";
import { type Command, onePositional } from "./command";
import { readJsonFile } from "./read-json-file";

const namesFile = z.looseObject({ file: z.string(), project: z.undefined().optional() });

const { project } = projectInput.shape;
const projectFile = z.union([z.looseObject({ project }), project.transform((alone) => ({ project: alone }))]);

export const conformance: Command = {
  name: "conformance",
  summary: "Evaluate a file of golden cases for agreement and compare with what it expects",
  usage: "FILE.json",
  about: [
    "Prints { results: { CASE: { STATISTIC: value } } } for every statistic that is asked for and offered.",
    "A case may name the file of its project, relative to FILE.json; without that file it is left out.",
    "Exit code 1 when one lies outside its tolerance; which ones stands on standard error.",
  ],
  async run(call) {
    const file = onePositional(call, "file of cases");
    const { cases } = readJsonFile(file, conformanceFile);
    const results: Record<string, ReturnType<typeof evaluateCase>> = {};
    let compared = 0;
    let failures = 0;
    for (const written of cases) {
      try {
        const one = withProject(written, path.dirname(file), call.say);
        const values = one ? evaluateCase(one) : {};
        if (!one || Object.keys(values).length === 0) continue;
        results[one.id] = values;
        compared += Object.keys(values).length;
        for (const { stat, value, expected, tolerance } of compareCase(one, values)) {
          failures++;
          call.say(`${one.id} ${stat}: ${value}, expected ${expected} (within ${tolerance})`);
        }
      } catch (cause) {
        // One case that is not understood must not hide what came of the others.
        failures++;
        call.say(`${written.id}: not evaluated: ${cause instanceof Error ? cause.message : cause}`);
      }
    }
    call.say(
      `${compared} statistics of ${Object.keys(results).length} cases compared, ${failures} outside their tolerance`,
    );
    const json = { results };
    return { json, lines: [JSON.stringify(json)], failed: failures > 0 };
  },
};

/** The case with its project in it; null where the file that holds it is not there. */
function withProject(one: ConformanceCase, folder: string, say: (line: string) => void): ConformanceCase | null {
  const named = one.kind === "project" ? namesFile.safeParse(one.input) : undefined;
  if (!named?.success) return one;
  const file = path.resolve(folder, named.data.file);
  if (!fs.existsSync(file)) {
    say(`${one.id}: left out, because there is no file ${file}`);
    return null;
  }
  return { ...one, input: { ...readJsonFile(file, projectFile), ...named.data } };
}
