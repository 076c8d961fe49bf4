import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "./build-bundle.mjs";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  /** What looks like a checkout, and the bundle in it. */
  readonly checkout: string;
  readonly bundle: string;
  /** A folder for whatever a test lays down; gone at the end. */
  readonly folder: string;
  /** Runs `tandem` as a process of its own, in `folder`. */
  run(...args: string[]): Promise<Ran>;
  /** The same with --json: the one object on standard output. Throws when something else stands there. */
  json(...args: string[]): Promise<{ code: number; answer: Record<string, unknown> }>;
  end(): void;
}

/** The command as it is shipped, bundled anew into a folder that looks like a checkout. */
export async function commandLine(): Promise<CommandLine> {
  const root = path.resolve(import.meta.dirname, "../..");
  const checkout = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-command-"));
  const bundle = path.join(checkout, ".next", "cache", "tandem", "tandem.mjs");
  for (const name of ["node_modules", "db", "package.json"]) {
    fs.symlinkSync(path.join(root, name), path.join(checkout, name));
  }
  await build({ ...bundleOptions(root), outfile: bundle, logLevel: "error" });
  const folder = path.join(checkout, "work");
  fs.mkdirSync(folder);
  const env: NodeJS.ProcessEnv = { ...process.env };
  delete env.TANDEM_DATA;
  const run = (...args: string[]) =>
    new Promise<Ran>((resolve) => {
      execFile(
        process.execPath,
        [bundle, ...args],
        { cwd: folder, env, maxBuffer: 1 << 26 },
        (error, stdout, stderr) => {
          const code = typeof error?.code === "number" ? error.code : error ? -1 : 0;
          resolve({ code, stdout, stderr });
        },
      );
    });
  return {
    checkout,
    bundle,
    folder,
    run,
    async json(...args) {
      const { code, stdout } = await run(...args, "--json");
      if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`not one JSON object: ${stdout.slice(0, 200)}`);
      return { code, answer: JSON.parse(stdout) as Record<string, unknown> };
    },
    end: () => fs.rmSync(checkout, { recursive: true, force: true }),
  };
}
