import { compareCase, evaluateCase } from "@/lib/agreement/conformance";
import { conformanceFile } from "@/lib/agreement/conformance-case";
import { type Command, onePositional } from "./command";
import { readJsonFile } from "./read-json-file";

export const conformance: Command = {
  name: "conformance",
  summary: "Evaluate a file of golden cases for agreement and compare with what it expects",
  usage: "FILE.json",
  about: [
    "Prints { results: { CASE: { STATISTIC: value } } } for every statistic that is asked for and offered.",
    "Exit code 1 when one lies outside its tolerance; which ones stands on standard error.",
  ],
  async run(call) {
    const { cases } = readJsonFile(onePositional(call, "file of cases"), conformanceFile);
    const results: Record<string, ReturnType<typeof evaluateCase>> = {};
    let compared = 0;
    let failures = 0;
    for (const one of cases) {
      const values = evaluateCase(one);
      if (Object.keys(values).length === 0) continue;
      results[one.id] = values;
      compared += Object.keys(values).length;
      for (const { stat, value, expected, tolerance } of compareCase(one, values)) {
        failures++;
        call.say(`${one.id} ${stat}: ${value}, expected ${expected} (within ${tolerance})`);
      }
    }
    call.say(
      `${compared} statistics of ${Object.keys(results).length} cases compared, ${failures} outside their tolerance`,
    );
    const json = { results };
    return { json, lines: [JSON.stringify(json)], failed: failures > 0 };
  },
};
