// Mutated files of every format, read in a child as the server reads them: nothing but a result or a refusal may come.
// `npm run -s bench -- fuzz --minutes=10 --format=docx --seeds=FOLDER --seed=1`; half a minute each unless told.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { mutate, mutateZip, partsOf } from "./fuzz-mutations.mjs";
import { seeds, TOKENS } from "./fuzz-seeds.mjs";
import { chance } from "./import-words.mjs";
import { ReadingChild } from "./reading-child.mjs";

const OPTIONS = [{}, {}, {}, { verbatim: true }, { styleSpeakers: true }, { tableAs: "turns" }, { tableAs: "survey" }];

/** What stands behind `--name=` on the command line. */
function asked(name, otherwise) {
  const found = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return found ? found.slice(name.length + 3) : otherwise;
}

/** The file of a number: the same number makes the same file. */
export function fuzzed(format, own, number) {
  const next = chance(number * 2654435761 + 1);
  const seed = own[Math.floor(next() * own.length)];
  const parts = next() < 0.85 ? partsOf(seed) : null;
  const bytes = parts ? mutateZip(parts, TOKENS[format], next) : mutate(seed, TOKENS[format], next);
  return { name: `fuzz.${format}`, bytes, options: OPTIONS[Math.floor(next() * OPTIONS.length)] };
}

async function fuzzFormat(child, format, own, { minutes, from, say }) {
  const sum = { files: 0, done: 0, refused: 0, faults: 0, slowest: 0, peakMb: 0 };
  const until = Date.now() + minutes * 60_000;
  for (let number = from; Date.now() < until; number++) {
    const file = fuzzed(format, own, number);
    const { outcome, cpuMs, peakMb, name, stack } = await child.read(file, file.options);
    sum.files++;
    sum.slowest = Math.max(sum.slowest, cpuMs);
    sum.peakMb = Math.max(sum.peakMb, peakMb ?? 0);
    if (outcome === "done" || outcome === "refused") {
      sum[outcome]++;
      continue;
    }
    sum.faults++;
    const kept = path.join(os.tmpdir(), `tandem-fuzz-${number}.${format}`);
    fs.writeFileSync(kept, file.bytes);
    const where = stack?.split("\n")[0]?.trim() ?? "";
    say(`${format} ${number}: ${outcome} ${name ?? ""} ${where} ${JSON.stringify(file.options)}; kept as ${kept}`);
  }
  return sum;
}

export async function bench({ root, say }) {
  const minutes = Number(asked("minutes", "0.5"));
  const from = Number(asked("seed", "1"));
  const only = asked("format", null);
  const figures = {};
  for (const [format, own] of Object.entries(seeds(asked("seeds", null)))) {
    if ((only !== null && only !== format) || own.length === 0) continue;
    const child = new ReadingChild(root);
    try {
      const sum = await fuzzFormat(child, format, own, { minutes, from, say });
      say(`${format}: ${JSON.stringify(sum)}`);
      figures[`${format}_faults`] = { value: sum.faults, unit: "files", goal: "0", ok: sum.faults === 0 };
      figures[`${format}_files`] = { value: sum.files, unit: "files", goal: null, ok: sum.files > 0 };
      figures[`${format}_slowest_cpu_ms`] = {
        value: sum.slowest,
        unit: "ms",
        goal: "≤ 20000 ms",
        ok: sum.slowest <= 20_000,
      };
    } finally {
      child.end();
    }
  }
  return figures;
}
