// `npm start`: dependencies, build, then the server as a child that ends when this process is told to, or its parent dies.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildCurrent, ensureBuild } from "./ensure-build.mjs";
import { dependenciesCurrent, ensureDependencies } from "./ensure-dependencies.mjs";
import { withStartupLock } from "./startup-lock.mjs";
import { tellProblem } from "./startup-problem.mjs";
import { watchParent } from "./watch-parent.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** The server ends by itself well before this; a hung one must not keep a terminal or a service manager waiting. */
const KILL_AFTER_MS = 4500;

/** Installs and builds what is stale. A checkout that is current is not written to, so it may be read-only. */
export async function prepareCheckout(say = (line) => console.error(line)) {
  if (dependenciesCurrent(root) && buildCurrent(root)) return root;
  await withStartupLock(root, say, async () => {
    await ensureDependencies(root, say);
    await ensureBuild(root, say);
  });
  return root;
}

function superviseServer() {
  const server = spawn(process.execPath, [path.join(root, "app", "server.mjs")], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", TANDEM_PARENT: String(process.pid) },
  });
  let net = null;
  const stop = () => {
    if (net) return;
    server.kill("SIGTERM");
    net = setTimeout(() => server.kill("SIGKILL"), KILL_AFTER_MS);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  // Started by hand in the background, a process may well outlive its parent; under npm it must not.
  const unwatch = process.env.npm_lifecycle_event ? watchParent(stop) : null;
  server.once("exit", (code, signal) => {
    unwatch?.();
    if (net) clearTimeout(net);
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

export async function startTandem() {
  try {
    await prepareCheckout();
    superviseServer();
  } catch (error) {
    process.exitCode = tellProblem(error);
  }
}
