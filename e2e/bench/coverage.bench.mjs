// How often a 95 % interval over documents holds the true κ: simulated rounds whose documents differ, as the method page tells.
import fs from "node:fs";
import { buildEngine, loadEngine } from "./agreement-engine.mjs";

const ROUNDS = 1000;
const REPLICATES = 2000;
const BATCH = 50;
const Z = 1.959963984540054;
/** How much a document's share of the code varies (intraclass correlation), and its κ (standard deviation). */
const SHARE_VARIES = 0.1;
const KAPPA_VARIES = 0.15;
const KINDS = ["linearised", "jackknife", "bootstrap", "items"];

/** sfc32, by Chris Doty-Humphrey: longer than the streams of the bootstrap that it feeds. */
function stream(seed) {
  let [a, b, c, d] = [seed, 0x9e3779b9, 0x3c6ef372, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 50; i++) next();
  return next;
}

/** Marsaglia & Tsang 2000, by way of Box & Muller's normal. */
function gammaFrom(next, shape) {
  const positive = () => 1 - next();
  if (shape < 1) return gammaFrom(next, shape + 1) * positive() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(positive())) * Math.cos(2 * Math.PI * next());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(positive()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function betaFrom(next, mean, size) {
  const a = gammaFrom(next, mean * size);
  return a / (a + gammaFrom(next, (1 - mean) * size));
}

/** One document of 30 to 90 items, with its own share of the code and its own κ. */
function documentTable(next, prevalence, kappa) {
  // What the varying shares add to κ over documents is taken off within them.
  const within = (kappa - SHARE_VARIES) / (1 - SHARE_VARIES);
  const share = betaFrom(next, prevalence, 1 / SHARE_VARIES - 1);
  const own = betaFrom(next, within, (within * (1 - within)) / KAPPA_VARIES ** 2 - 1);
  const both = share * share + own * share * (1 - share);
  const one = share * (1 - share) * (1 - own);
  const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (let left = 30 + Math.floor(next() * 61); left > 0; left--) {
    const x = next();
    if (x < both) table.both++;
    else if (x < both + one) table.onlyFirst++;
    else if (x < both + 2 * one) table.onlySecond++;
    else table.neither++;
  }
  return table;
}

/** Of the rounds in which screens show an interval, the share whose interval holds the true κ, by kind. */
function coverage({ kappaIntervalsOfCodes }, { prevalence, kappa, documents }) {
  const next = stream(documents * 1000 + Math.round(kappa * 100) + Math.round(prevalence * 1e6));
  const held = Object.fromEntries(KINDS.map((kind) => [kind, { times: 0, of: 0 }]));
  for (let done = 0; done < ROUNDS; done += BATCH) {
    const rounds = Array.from({ length: BATCH }, () =>
      Array.from({ length: documents }, () => documentTable(next, prevalence, kappa)),
    );
    const bootstrap = { replicates: REPLICATES, seed: done + 1 };
    for (const found of kappaIntervalsOfCodes(rounds, { confidence: 0.95, bootstrap })) {
      if (found.kappa.kind !== "defined" || found.documentsWithCode < 5) continue;
      const reach = found.seIndependent.kind === "defined" ? Z * found.seIndependent.value : 0;
      const items = { kind: "defined", low: found.kappa.value - reach, high: found.kappa.value + reach };
      const intervals = {
        linearised: found.linearised.interval,
        jackknife: found.jackknife.interval,
        bootstrap: found.bootstrap.interval,
        items,
      };
      for (const [kind, { low, high, ...interval }] of Object.entries(intervals)) {
        if (interval.kind !== "defined") continue;
        held[kind].of++;
        if (low <= kappa && kappa <= high) held[kind].times++;
      }
    }
  }
  return Object.fromEntries(KINDS.map((kind) => [kind, (100 * held[kind].times) / held[kind].of]));
}

export async function bench({ root, say }) {
  const file = await buildEngine(root);
  try {
    const engine = await loadEngine(file);
    const figures = {};
    for (const prevalence of [0.05, 0.2]) {
      for (const kappa of [0.4, 0.7]) {
        for (const documents of [8, 17, 50]) {
          const found = coverage(engine, { prevalence, kappa, documents });
          const words = KINDS.map((kind) => `${kind} ${found[kind].toFixed(1)} %`).join(", ");
          say(`${documents} documents, share ${prevalence}, κ ${kappa}: ${words}`);
          for (const kind of KINDS) {
            const id = `${kind}_share${prevalence * 100}_kappa${kappa * 100}_documents${documents}`;
            // Few documents are told of, not judged; with fifty the intervals over documents must hold what they say.
            const judged = kind !== "items" && documents === 50;
            figures[id] = {
              value: Number(found[kind].toFixed(1)),
              unit: "% of rounds",
              goal: judged ? ">= 90" : "",
              ok: !judged || found[kind] >= 90,
            };
          }
        }
      }
    }
    return figures;
  } finally {
    fs.rmSync(file, { force: true });
  }
}
