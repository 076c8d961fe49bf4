// The large study in a process of its own, so that its memory can be told: prints { ms, mb, tables } as JSON.
import { study } from "./agreement-data.mjs";
import { loadEngine, wholeReport } from "./agreement-engine.mjs";

const RUNS = 5;
const engine = await loadEngine(process.argv[2]);
const project = study({ documents: 200, length: 100_000, codes: 500, coders: 4, codings: 200_000 });
const times = [];
let found;
for (let run = 0; run < RUNS; run++) {
  const begun = performance.now();
  found = wholeReport(engine, project);
  times.push(performance.now() - begun);
}
times.sort((a, b) => a - b);
const mb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms: times[RUNS >> 1], first: times.at(-1), mb, ...found }));
