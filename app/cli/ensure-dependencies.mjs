// Brings node_modules to what the lock file says, and proves that the database engine loads on this Node.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { runChild } from "./run-child.mjs";
import { asStartupProblem, StartupProblem } from "./startup-problem.mjs";

const PROOF = "const D = require('better-sqlite3'); new D(':memory:').exec('select 1')";
const NO_COMPILER =
  "The database engine has to be compiled on this machine and could not be: install a C++ compiler, make and Python 3" +
  " (Debian and Ubuntu: apt-get install g++ make python3; macOS: xcode-select --install), then start again.";

const stampFile = (root) => path.join(root, "node_modules", ".tandem-stamp.json");
const machine = () => `${process.versions.modules} ${process.platform} ${process.arch}`;

function packagesHash(root) {
  const hash = createHash("sha256");
  for (const name of ["package.json", "package-lock.json"]) hash.update(fs.readFileSync(path.join(root, name)));
  return hash.digest("hex");
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Whether somebody already ran `npm ci` or `npm install` by hand: npm's own record of node_modules matches the lock. */
function installedAsLocked(root) {
  const locked = readJson(path.join(root, "package-lock.json"))?.packages;
  const installed = readJson(path.join(root, "node_modules", ".package-lock.json"))?.packages;
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([place, entry]) => {
    if (place === "" || entry.link) return true;
    const found = installed[place];
    if (!found) return Boolean(entry.optional || entry.peer);
    return found.version === entry.version && fs.existsSync(path.join(root, place, "package.json"));
  });
}

/** Nothing to do: the common case, answered from two small files. */
export function dependenciesCurrent(root) {
  const stamp = readJson(stampFile(root));
  return stamp?.packages === packagesHash(root) && stamp?.machine === machine();
}

/** npm as a program for this very Node: the one that started us, else the one that came with Node, else the PATH's. */
export function npmCommand() {
  const beside = path.dirname(process.execPath);
  const places = [
    process.env.npm_execpath ?? "",
    path.join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ];
  const script = places.find((place) => path.basename(place) === "npm-cli.js" && fs.existsSync(place));
  return script ? { command: process.execPath, args: [script] } : { command: "npm", args: [] };
}

/** A NODE_ENV or an omit setting from outside must not leave out what the build needs. */
function npmEnvironment() {
  const env = { ...process.env };
  for (const name of ["NODE_ENV", "npm_config_omit", "npm_config_production", "npm_config_only"]) delete env[name];
  return env;
}

const lastLines = (text, count) => text.trimEnd().split("\n").slice(-count).join("\n");

async function npm(root, args) {
  const { command, args: first } = npmCommand();
  return runChild(command, [...first, ...args], { cwd: root, env: npmEnvironment() });
}

async function install(root, say) {
  say("Installing the packages Tandem needs (a few minutes, once) …");
  const { code, output } = await npm(root, ["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (code === 0) return;
  if (code === null && output.includes("ENOENT")) {
    throw new StartupProblem("npm was not found; install Node together with npm, then run: npm start");
  }
  if (/gyp ERR|node-gyp|not found: make|prebuild-install/.test(output)) {
    throw new StartupProblem(NO_COMPILER, lastLines(output, 12));
  }
  if (/EACCES|EROFS|EPERM/.test(output)) throw asStartupProblem({ code: "EACCES" }, root);
  if (/ENOSPC/.test(output)) throw asStartupProblem({ code: "ENOSPC" }, root);
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH/.test(output)) {
    throw new StartupProblem("The packages could not be fetched: the package registry cannot be reached from here.");
  }
  throw new StartupProblem("The packages could not be installed; npm says why above.", lastLines(output, 20));
}

async function engineLoads(root) {
  const { code } = await runChild(process.execPath, ["-e", PROOF], { cwd: root, env: process.env });
  return code === 0;
}

/** Call while holding the startup lock. */
export async function ensureDependencies(root, say) {
  if (dependenciesCurrent(root)) return;
  try {
    if (!installedAsLocked(root)) await install(root, say);
    if (!(await engineLoads(root))) {
      say("Compiling the database engine for this version of Node …");
      const { output } = await npm(root, ["rebuild", "better-sqlite3", "--ignore-scripts=false"]);
      if (!(await engineLoads(root))) throw new StartupProblem(NO_COMPILER, lastLines(output, 12));
    }
    fs.writeFileSync(stampFile(root), JSON.stringify({ packages: packagesHash(root), machine: machine() }));
  } catch (error) {
    throw asStartupProblem(error, root);
  }
}
