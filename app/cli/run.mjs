// The `tandem` command: builds the bundle when it is stale, then runs it. Works after a bare `npm ci`.
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildBundle, bundleCurrent, bundleFile } from "./build-bundle.mjs";
import { dependenciesCurrent, ensureDependencies } from "./ensure-dependencies.mjs";
import { withStartupLock } from "./startup-lock.mjs";
import { tellProblem } from "./startup-problem.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
// Standard output belongs to the command's answer.
const say = (line) => console.error(line);

try {
  if (!dependenciesCurrent(root) || !bundleCurrent(root)) {
    await withStartupLock(root, say, async () => {
      await ensureDependencies(root, say);
      await buildBundle(root);
    });
  }
  const { runCommandLine } = await import(pathToFileURL(bundleFile(root)).href);
  process.exitCode = await runCommandLine(process.argv.slice(2), root);
} catch (error) {
  process.exitCode = tellProblem(error);
}
