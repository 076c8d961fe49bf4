import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runWorker } from "../workers/worker";
import { runCommandLine as run } from "./run-command-line";

export { prepareSample } from "../api/sample/sample-study";
export { openServerState } from "./open-server-state";
export { startupSentence } from "./startup-sentence";

const bundle = fileURLToPath(import.meta.url);
const started = process.argv[1] ? fs.realpathSync(process.argv[1]) : "";

/** Runs one command; returns the exit code. */
export function runCommandLine(args: string[], root: string): Promise<number> {
  return run(args, root, bundle);
}

// Imported by the server and by run.mjs; run itself as a child of the pool, or by somebody who knows where it lies.
if (started === fs.realpathSync(bundle)) {
  const [first, ...rest] = process.argv.slice(2);
  if (first === "worker") {
    runWorker();
  } else {
    const root = path.resolve(path.dirname(bundle), "..", "..", "..");
    process.exitCode = await runCommandLine(first === undefined ? [] : [first, ...rest], root);
  }
}
