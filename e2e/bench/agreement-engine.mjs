// The shipped code of agreement as one module for Node, built from the sources as the command is.
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const ENTRY = `
export { layOut } from "./lib/agreement/laid-project";
export { pairReport } from "./lib/agreement/agreement-report";
export { measuresOf } from "./lib/agreement/measures";
export { bootstrapKappas } from "./lib/agreement/bootstrap-kappa";
export { kappaIntervalsOfCodes } from "./lib/agreement/kappa-intervals";
`;

/** Returns the file that was written; `import(pathToFileURL(file))` gives the functions. */
export async function buildEngine(root) {
  const esbuild = await import("esbuild");
  const file = path.join(os.tmpdir(), `tandem-agreement-engine-${process.pid}.mjs`);
  await esbuild.build({
    stdin: { contents: ENTRY, resolveDir: root, loader: "ts" },
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { "@": root },
    logLevel: "error",
  });
  await esbuild.stop();
  return file;
}

export const loadEngine = (file) => import(pathToFileURL(file).href);

/** Every table and every coefficient of every pair, all codes × documents and pooled; what it found is counted. */
export function wholeReport({ layOut, pairReport, measuresOf }, project, rollUp = false) {
  const laid = layOut(project, { unit: "character", rollUp });
  let figures = 0;
  let tables = 0;
  for (const [i, first] of project.coders.entries()) {
    for (const second of project.coders.slice(i + 1)) {
      const report = pairReport(laid, { coders: [first, second], unit: "character", rollUp });
      for (const code of report.codes) {
        tables += 1 + code.tables.length;
        if (code.pooled.cohenKappa.kind === "defined") figures++;
        for (const table of code.tables) if (measuresOf(table).cohenKappa.kind === "defined") figures++;
      }
    }
  }
  return { tables, figures };
}
