// Finds a Chromium for the browser tests on whatever machine this is, or gets one.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runChild } from "../app/cli/run-child.mjs";
import { fetchPackedChromium } from "./fetch-chromium.mjs";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "brave-browser",
];

const FIXED = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const base = process.env[name];
    if (!base) return [];
    return ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((file) =>
      path.join(base, file),
    );
  }),
  linux: ["/usr/bin/chromium", "/usr/bin/google-chrome", "/opt/google/chrome/chrome", "/snap/bin/chromium"],
};

/** Whether the program starts at all: a snap's stub or missing libraries look like a browser until they are tried. */
async function starts(executable, env = {}) {
  if (!executable || !fs.existsSync(executable)) return false;
  // On macOS and Windows --version may open a window; there the file itself is proof enough.
  if (process.platform !== "linux") return true;
  const options = { env: { ...process.env, ...env }, timeoutMs: 20_000 };
  return (await runChild(executable, ["--version"], options)).code === 0;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

async function playwrightsOwn(root) {
  try {
    const { chromium } = await import(pathToFileURL(path.join(root, "node_modules", "playwright", "index.mjs")).href);
    const full = chromium.executablePath();
    if (fs.existsSync(full)) return [full];
    // Playwright's cache may hold its headless shell alone.
    const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || path.join(os.homedir(), ".cache", "ms-playwright");
    const folders = fs.readdirSync(cache).filter((name) => name.startsWith("chromium_headless_shell-"));
    return folders.flatMap((name) =>
      ["chrome-headless-shell-linux64/chrome-headless-shell", "chrome-linux/headless_shell"].map((file) =>
        path.join(cache, name, file),
      ),
    );
  } catch {
    return [];
  }
}

async function fromApt(say) {
  if (process.platform !== "linux" || !fs.existsSync("/usr/bin/apt-get")) return null;
  const first = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = async (...args) => {
    const [command, ...rest] = [...first, "apt-get", "-o", "DPkg::Lock::Timeout=300", ...args];
    return runChild(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  say("Installing Chromium with apt-get …");
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", "chromium");
  return (await starts("/usr/bin/chromium")) ? { executable: "/usr/bin/chromium", env: {} } : null;
}

/** `{ executable, env }`, or null when there is no browser and none can be had. */
export async function findBrowser(root, say) {
  for (const name of ["E2E_BROWSER", "CHROME_PATH"]) {
    const executable = process.env[name];
    if (!executable) continue;
    if (await starts(executable)) return { executable, env: {} };
    say(`${name} is ${executable}, which does not start; looking for another browser.`);
  }
  const places = [...(await playwrightsOwn(root)), ...onPath(), ...(FIXED[process.platform] ?? [])];
  for (const executable of places) {
    if (await starts(executable)) return { executable, env: {} };
  }
  const packed = await fetchPackedChromium(root, say);
  if (packed && (await starts(packed.executable, packed.env))) return packed;
  return fromApt(say);
}
