// Every test there is, or the parts that were named: types, lint, unit, build, e2e; then one line that counts them.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "../app/cli/ensure-build.mjs";
import { ensureDependencies } from "../app/cli/ensure-dependencies.mjs";
import { runChild } from "../app/cli/run-child.mjs";
import { withStartupLock } from "../app/cli/startup-lock.mjs";
import { tellProblem } from "../app/cli/startup-problem.mjs";
import { findBrowser } from "./find-browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const results = path.join(root, "e2e", "results");
const PARTS = ["types", "lint", "unit", "build", "e2e"];
const bin = (...parts) => path.join(root, "node_modules", ...parts);
const say = (line) => console.log(line);

const passed = { passed: 1, failed: 0, skipped: 0 };
const failed = { passed: 0, failed: 1, skipped: 0 };

/** A check that is one test: it passes or it does not. */
async function oneTest(name, args) {
  const started = Date.now();
  const { code, output } = await runChild(process.execPath, args, { cwd: root, env: process.env });
  if (code !== 0) console.log(output.trimEnd());
  say(`${code === 0 ? "passed" : "FAILED"}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0 ? passed : failed;
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

async function types() {
  // Next writes next-env.d.ts itself; a fresh clone is checked before any build, so it is written here.
  const declarations = path.join(root, "next-env.d.ts");
  if (!fs.existsSync(declarations)) {
    fs.writeFileSync(
      declarations,
      '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n',
    );
  }
  return oneTest("type check", [bin("typescript", "bin", "tsc"), "-p", "tsconfig.json"]);
}

const lint = () => oneTest("lint and format", [bin("@biomejs", "biome", "bin", "biome"), "check", "--config-path=e2e"]);

async function unit(filters) {
  const report = path.join(results, "unit.json");
  fs.rmSync(report, { force: true });
  const args = [bin("vitest", "vitest.mjs"), "run", "--config", "e2e/vitest.config.ts", ...filters];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runChild(process.execPath, [...args, ...reporters], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "test" },
    show: true,
  });
  const counts = readReport(report);
  if (!counts) return failed;
  const sum = {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests,
    skipped: counts.numPendingTests + (counts.numTodoTests ?? 0),
  };
  // A file that cannot be loaded, or an error outside any test, fails the run without failing a test.
  if (code !== 0 && sum.failed === 0) sum.failed = Math.max(1, counts.numFailedTestSuites ?? 1);
  return sum;
}

async function build() {
  try {
    await withStartupLock(root, say, () => ensureBuild(root, say));
    say("passed: build");
    return passed;
  } catch (error) {
    tellProblem(error);
    return failed;
  }
}

async function e2e(filters) {
  const browser = await findBrowser(root, say);
  if (!browser) {
    say("FAILED: no browser was found, and none could be fetched. Set E2E_BROWSER to a Chrome or Chromium.");
    return failed;
  }
  say(`The browser is ${browser.executable}`);
  const report = path.join(results, "browser.json");
  fs.rmSync(report, { force: true });
  const args = [bin("playwright", "cli.js"), "test", "-c", "e2e/playwright.config.ts", ...filters];
  const { code } = await runChild(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...browser.env, TANDEM_E2E_BROWSER: browser.executable, TANDEM_E2E_REPORT: report },
    show: true,
  });
  const stats = readReport(report)?.stats;
  if (!stats) return code === 0 ? { passed: 0, failed: 0, skipped: 0 } : failed;
  const sum = { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  if (code !== 0 && sum.failed === 0) sum.failed = 1;
  return sum;
}

/** Leading part names choose what runs; the rest is handed to vitest or Playwright as filters. */
function chosen(args) {
  const parts = [];
  let rest = 0;
  while (rest < args.length && PARTS.includes(args[rest])) parts.push(args[rest++]);
  return { parts: parts.length > 0 ? parts : PARTS, filters: args.slice(rest) };
}

export async function runTests(args) {
  const { parts, filters } = chosen(args);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const add = (sum) => {
    for (const name of Object.keys(total)) total[name] += sum[name];
  };
  try {
    await withStartupLock(root, say, () => ensureDependencies(root, say));
    fs.mkdirSync(results, { recursive: true });
    if (parts.includes("types")) add(await types());
    if (parts.includes("lint")) add(await lint());
    // Before the unit tests: those that try the front door and the commands need what is built.
    let built = true;
    if (parts.some((part) => ["build", "unit", "e2e"].includes(part))) {
      const sum = await build();
      built = sum.failed === 0;
      if (parts.includes("build") || !built) add(sum);
    }
    if (parts.includes("unit")) add(await unit(filters));
    if (parts.includes("e2e") && built) add(await e2e(filters));
  } catch (error) {
    tellProblem(error);
    add(failed);
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
