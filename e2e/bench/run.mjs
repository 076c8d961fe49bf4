// `npm run -s bench -- NAME --json`: builds what is stale, runs one benchmark, prints its figures.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { prepareCheckout } from "../../app/cli/start-tandem.mjs";
import { tellProblem } from "../../app/cli/startup-problem.mjs";

const folder = path.dirname(fileURLToPath(import.meta.url));

/** Each benchmark is a file NAME.bench.mjs here that exports `bench({ root, say })` → { ID: { value, unit, goal, ok } }. */
function names() {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(".bench.mjs"));
  return files.map((file) => file.slice(0, -".bench.mjs".length)).sort();
}

function machine() {
  const cpu = os.cpus();
  return {
    node: process.version,
    platform: `${os.platform()} ${os.arch()}`,
    cpu: cpu[0]?.model ?? "",
    cores: cpu.length,
  };
}

async function main(args) {
  const json = args.includes("--json");
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  if (wanted.length === 0) {
    console.log(names().join("\n"));
    return 0;
  }
  if (wanted.length !== 1 || !names().includes(wanted[0])) {
    console.error(`Usage: npm run -s bench -- NAME [--json]\nNAME is one of: ${names().join(", ")}`);
    return 2;
  }
  const [name] = wanted;
  const say = (line) => console.error(line);
  const root = await prepareCheckout(say);
  const { bench } = await import(pathToFileURL(path.join(folder, `${name}.bench.mjs`)).href);
  const figures = await bench({ root, say });
  if (json) process.stdout.write(`${JSON.stringify({ name, machine: machine(), figures })}\n`);
  else {
    for (const [id, { value, unit, goal, ok }] of Object.entries(figures)) {
      console.log(`${ok ? "ok   " : "OVER "} ${id}: ${value} ${unit}${goal ? ` (goal ${goal})` : ""}`);
    }
  }
  return Object.values(figures).every((figure) => figure.ok) ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = tellProblem(error);
}
