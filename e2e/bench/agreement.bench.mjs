// Agreement: whole reports, their bootstrap, a large study, a package from npm as the peer, and the server's answer.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { study } from "./agreement-data.mjs";
import { buildEngine, loadEngine, wholeReport } from "./agreement-engine.mjs";
import { peerTime } from "./agreement-peer.mjs";
import { serverTimes } from "./agreement-server.mjs";

const RUNS = 101;
const WARM_UP = 20;
const STUDY = { documents: 17, length: 50_000, codes: 60, coders: 2, codings: 3_000 };
const PEER_CODES = 6;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * Medians of works done in turn, each time another one first: none of them has the warmer machine, and the collection of
 * what they leave behind does not always fall to the same one.
 */
function timed(...works) {
  const times = works.map(() => []);
  for (let run = 0; run < RUNS + WARM_UP; run++) {
    for (let k = 0; k < works.length; k++) {
      const i = (k + run) % works.length;
      const begun = performance.now();
      works[i]();
      if (run >= WARM_UP) times[i].push(performance.now() - begun);
    }
  }
  return times.map(median);
}

const round = (value, digits = 2) => Number(value.toFixed(digits));
const below = (value, bound, unit, digits = 2) => ({
  value: round(value, digits),
  unit,
  goal: `<= ${bound}`,
  ok: value <= bound,
});

function withBootstrap(engine, project) {
  const laid = engine.layOut(project, { unit: "character", rollUp: false });
  const report = engine.pairReport(laid, { coders: project.coders, unit: "character", rollUp: false });
  for (const code of report.codes) for (const table of code.tables) engine.measuresOf(table);
  return engine.bootstrapKappas(
    report.codes.map((code) => code.tables),
    { replicates: 2_000, seed: 1, confidence: 0.95 },
  );
}

/** The peer must have computed the same thing, else the ratio would mean nothing. */
function assertSame(engine, project, kappas) {
  const laid = engine.layOut(project, { unit: "character", rollUp: false });
  const { codes } = engine.pairReport(laid, { coders: project.coders, unit: "character", rollUp: false });
  for (const { codeId, kappa } of kappas) {
    const ours = codes.find((code) => code.codeId === codeId)?.pooled.cohenKappa;
    if (ours?.kind !== "defined" || Math.abs(ours.value - kappa) > 1e-9) {
      throw new Error(`${codeId}: ${JSON.stringify(ours)} here, ${kappa} by the peer`);
    }
  }
}

export async function bench({ root, say }) {
  const file = await buildEngine(root);
  try {
    const engine = await loadEngine(file);
    const project = study(STUDY);
    const stretched = study({ ...STUDY, scale: 10 });
    const [report, long] = timed(
      () => wholeReport(engine, project),
      () => wholeReport(engine, stretched),
    );
    const [bootstrap] = timed(() => withBootstrap(engine, project));
    say(
      `report ${round(report)} ms, ten times the characters ${round(long)} ms, with bootstrap ${round(bootstrap)} ms`,
    );
    const peer = peerTime(project, PEER_CODES);
    assertSame(engine, project, peer.kappas);
    say(`peers, one figure for each of 60 codes: ${Math.round(peer.ms)} ms by the faster one`);
    const folder = path.dirname(fileURLToPath(import.meta.url));
    const large = JSON.parse(
      execFileSync(process.execPath, [path.join(folder, "agreement-large.mjs"), file], { encoding: "utf8" }),
    );
    say(`large: ${large.tables} tables, first run ${Math.round(large.first)} ms`);
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-bench-"));
    try {
      const server = await serverTimes(root, data);
      return {
        report_ms: below(report, 5, "ms"),
        bootstrap_ms: below(bootstrap, 120, "ms"),
        large_ms: below(large.ms, 1000, "ms", 0),
        large_mb: below(large.mb, 300, "MB", 0),
        characters_x10_ratio: below(long / report, 1.5, "times"),
        peer_ratio: { value: Math.round(peer.ms / report), unit: "times", goal: ">= 100", ok: peer.ms / report >= 100 },
        server_report_ms: below(server.report, 50, "ms", 1),
        server_bootstrap_ms: { value: round(server.bootstrap, 1), unit: "ms", goal: "", ok: true },
        coding_meanwhile_ms: { value: round(server.coding, 1), unit: "ms", goal: "", ok: true },
        coding_alone_ms: { value: round(server.codingAlone, 1), unit: "ms", goal: "", ok: true },
      };
    } finally {
      fs.rmSync(data, { recursive: true, force: true });
    }
  } finally {
    fs.rmSync(file, { force: true });
  }
}
