// Importing: large files through a warm child of the shipped bundle, hostile ones, and a batch into a running server.
import { hostileFiles } from "./hostile-seeds.mjs";
import { BENCH_FILES, csvOf, surveyTable, xlsxOf } from "./import-files.mjs";
import { importIntoServer } from "./import-server.mjs";
import { ReadingChild } from "./reading-child.mjs";

const RUNS = 5;
const SURVEY_ROWS = 20_000;
const SURVEY_COLUMNS = 100;
const GOALS = { txt_10mb: 1500, vtt_100k: 2000, docx_teams: 300, pdf_100p: 5000, survey_20k: 3000 };

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function figure(value, unit, most) {
  const rounded = Math.round(value * 100) / 100;
  return { value: rounded, unit, goal: most === null ? null : `≤ ${most} ${unit}`, ok: most === null || value <= most };
}

async function medianRead(child, file, runs = RUNS) {
  const times = [];
  for (let run = 0; run <= runs; run++) {
    const { outcome, code, ms, name } = await child.read(file);
    if (outcome !== "done") throw new Error(`${file.name}: ${outcome} ${code ?? name ?? ""}`);
    // The first warms the child.
    if (run > 0) times.push(ms);
  }
  return median(times);
}

/** How long the slowest refusal takes, and what the child holds at most beyond what it holds when idle. */
async function refusals(root, say) {
  const child = new ReadingChild(root);
  const slowest = { ms: 0, mb: 0 };
  try {
    await child.read({ name: "warm.txt", bytes: Buffer.from("INT: Warm?\nP1: Yes.\n") });
    for (const { name, bytes, options } of hostileFiles()) {
      const idle = (await child.read({ name: "warm.txt", bytes: Buffer.from("INT: Warm?\n") })).peakMb ?? 0;
      const { outcome, code, ms, peakMb } = await child.read({ name, bytes }, options);
      say(`${name}: ${outcome} ${code ?? ""} ${Math.round(ms)} ms, ${Math.round((peakMb ?? 0) - idle)} MB more`);
      slowest.ms = Math.max(slowest.ms, ms);
      slowest.mb = Math.max(slowest.mb, (peakMb ?? 0) - idle);
    }
    return slowest;
  } finally {
    child.end();
  }
}

export async function bench({ root, say }) {
  const figures = {};
  const add = (id, value, unit, most) => {
    figures[id] = figure(value, unit, most);
    say(`${id}: ${figures[id].value} ${unit}`);
  };
  const child = new ReadingChild(root);
  try {
    for (const [id, make] of Object.entries(BENCH_FILES)) {
      add(`${id}_ms`, await medianRead(child, make()), "ms", GOALS[id]);
    }
    const table = surveyTable(SURVEY_ROWS, SURVEY_COLUMNS);
    const csv = await medianRead(child, { name: "survey.csv", bytes: csvOf(table) }, 3);
    const xlsx = await medianRead(child, { name: "survey.xlsx", bytes: xlsxOf(table) }, 3);
    add("survey_20k_csv_ms", csv, "ms", GOALS.survey_20k);
    add("survey_20k_xlsx_ms", xlsx, "ms", GOALS.survey_20k);
    // The slower of the two is the figure that is promised.
    add("survey_20k_ms", Math.max(csv, xlsx), "ms", GOALS.survey_20k);
  } finally {
    child.end();
  }
  const refused = await refusals(root, say);
  add("hostile_refuse_ms", refused.ms, "ms", 2000);
  add("hostile_rss_mb", refused.mb, "MB", null);
  const server = await importIntoServer(root, say);
  add("batch_200_ms", server.batchMs, "ms", 20_000);
  add("coding_p95_ratio", server.ratio, "×", 2);
  add("coding_p95_alone_ms", server.aloneMs, "ms", null);
  add("coding_p95_batch_ms", server.duringMs, "ms", null);
  add("server_block_ms", server.blockMs, "ms", null);
  return figures;
}
