// Builds the one bundle that serves the `tandem` command, the children and the server's own data layer.
import fs from "node:fs";
import path from "node:path";
import { sourceHash } from "./source-hash.mjs";
import { cacheFolder } from "./startup-lock.mjs";
import { asStartupProblem } from "./startup-problem.mjs";

export function bundleFile(root) {
  return path.join(cacheFolder(root), "tandem.mjs");
}

/** Loaded when they are needed: a native addon, and libraries that most commands and children never meet. */
const LEFT_OUT = ["better-sqlite3", "better-auth", "docx", "hucre", "unpdf"];

/**
 * The packages are in the bundle: found and read one by one they are most of what a process takes to start.
 * @returns {import("esbuild").BuildOptions}
 */
export function bundleOptions(root) {
  return {
    entryPoints: [path.join(root, "app", "cli", "index.ts")],
    bundle: true,
    external: LEFT_OUT,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { "@": root },
    // Packages that are CommonJS ask for Node's own modules through require.
    banner: {
      js: 'import { createRequire as requireHere } from "node:module"; const require = requireHere(import.meta.url);',
    },
  };
}

const stampFile = (root) => `${bundleFile(root)}.stamp`;

export function bundleCurrent(root, hash = sourceHash(root)) {
  try {
    return fs.existsSync(bundleFile(root)) && fs.readFileSync(stampFile(root), "utf8") === hash;
  } catch {
    return false;
  }
}

/** Call while holding the startup lock, with the dependencies in place. */
export async function buildBundle(root) {
  const hash = sourceHash(root);
  if (bundleCurrent(root, hash)) return;
  try {
    fs.mkdirSync(cacheFolder(root), { recursive: true });
    const esbuild = await import("esbuild");
    const fresh = `${bundleFile(root)}.new`;
    await esbuild.build({ ...bundleOptions(root), outfile: fresh, logLevel: "warning" });
    // esbuild keeps a helper process for the next build; there will be none.
    await esbuild.stop();
    // A command may be reading the old file at this moment; a rename leaves it whole.
    fs.renameSync(fresh, bundleFile(root));
    fs.writeFileSync(stampFile(root), hash);
  } catch (error) {
    throw asStartupProblem(error, root);
  }
}
