// Builds the pages when their sources changed, and the bundle with them.
import fs from "node:fs";
import path from "node:path";
import { buildBundle, bundleCurrent } from "./build-bundle.mjs";
import { runChild } from "./run-child.mjs";
import { sourceHash } from "./source-hash.mjs";
import { asStartupProblem, StartupProblem } from "./startup-problem.mjs";

// Outside .next/cache on purpose: `next build` removes it first, so a build that failed leaves no stamp.
const stampFile = (root) => path.join(root, ".next", "tandem.stamp");

function pagesCurrent(root, hash) {
  try {
    return fs.readFileSync(stampFile(root), "utf8") === hash && fs.existsSync(path.join(root, ".next", "BUILD_ID"));
  } catch {
    return false;
  }
}

export function buildCurrent(root) {
  const hash = sourceHash(root);
  return pagesCurrent(root, hash) && bundleCurrent(root, hash);
}

/** Call while holding the startup lock, with the dependencies in place. */
export async function ensureBuild(root, say) {
  try {
    const hash = sourceHash(root);
    if (!pagesCurrent(root, hash)) {
      say("Building Tandem (about a minute, after each update) …");
      fs.rmSync(stampFile(root), { force: true });
      const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
      const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
      const { code, output } = await runChild(process.execPath, [next, "build"], { cwd: root, env });
      if (code !== 0)
        throw new StartupProblem("Tandem could not be built; the reason stands above.", output.slice(-6000));
      fs.writeFileSync(stampFile(root), hash);
    }
    await buildBundle(root);
  } catch (error) {
    throw asStartupProblem(error, root);
  }
}
