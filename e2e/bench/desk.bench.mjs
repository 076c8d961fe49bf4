// The coding desk in Chromium, production build: opening, one coding, scrolling, searching, undoing, at two sizes.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { findBrowser } from "../find-browser.mjs";
import { writeDeskData } from "./desk-data.mjs";
import { startServer } from "./start-server.mjs";
import { traceWork, workBetween } from "./trace-work.mjs";

const SIZES = [
  { suffix: "20k", words: 20_000, codings: 500, open: 400, dropped: 1, scroll: 12, heap: 60 },
  { suffix: "100k", words: 100_000, codings: 20_000, open: 800, dropped: 3, scroll: 16.7, heap: 150 },
];
const RUNS = 20;
const SCROLL_MS = 10_000;
const FRAME_MS = 1000 / 60;
const PASSWORD = "only-for-the-benchmark-6c1f";

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const median = (values) => quantile(values, 0.5);

/** The first account, signed in in this page, and a project of its own. */
async function prepareProject(page) {
  await page.goto("/");
  return page.evaluate(async (password) => {
    const post = async (address, body) => {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
    };
    await post("/api/accounts/claim", { name: "Bench", email: "bench@example.invalid", password });
    const projectId = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) =>
      b.toString(16).padStart(2, "0"),
    ).join("");
    await post("/api/acts/create-project", { projectId, name: "Bench" });
    return projectId;
  }, PASSWORD);
}

/** Notes when words of the transcript stand on the screen, and marks each key with the frame that answers it. */
function watchPage() {
  const look = () => {
    if (window.benchReadable) return;
    const words = document.querySelector("[data-at]");
    if (words && words.getBoundingClientRect().height > 0) {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          window.benchReadable = performance.now();
        };
        channel.port2.postMessage(null);
      });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener(
    "keydown",
    () => {
      performance.mark("bench-key");
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("bench-painted")));
    },
    true,
  );
}

async function openings(page, address) {
  const times = [];
  for (let run = 0; run <= RUNS; run++) {
    await page.goto(address, { waitUntil: "commit" });
    const at = await page.waitForFunction(() => window.benchReadable);
    // The first one fills the browser's cache.
    if (run > 0) times.push(await at.jsonValue());
    await page.waitForFunction(() => document.querySelector("[data-layer] path"));
  }
  return times;
}

/** The work of each key pressed while tracing, one figure for each. */
async function keyWork(page, press) {
  const { tasks, marks } = await traceWork(page, press);
  const keys = marks.filter((mark) => mark.name === "bench-key");
  return keys.map(({ at }, i) => {
    const painted = marks.find((mark) => mark.name === "bench-painted" && mark.at > at)?.at ?? at;
    return workBetween(tasks, at, Math.min(painted, keys[i + 1]?.at ?? painted));
  });
}

const pause = (page, ms = 120) => page.waitForTimeout(ms);

async function selectWords(page, turn, from) {
  await page.evaluate(
    ({ turn, from }) => {
      const node = document.querySelectorAll("[data-at]")[turn].firstChild;
      node.parentElement.scrollIntoView({ block: "center" });
      document.querySelector("[data-at]").closest("[tabindex='0']").focus({ preventScroll: true });
      getSelection().setBaseAndExtent(node, from, node, from + 90);
    },
    { turn, from },
  );
  await pause(page);
}

async function applyAndUndo(page) {
  // One code by its name first, so that `1` has something to apply.
  await selectWords(page, 41, 3);
  await page.keyboard.press("/");
  await page.keyboard.type("40");
  await page.keyboard.press("Enter");
  await pause(page, 400);
  const applied = await keyWork(page, async () => {
    for (let run = 0; run < RUNS; run++) {
      await selectWords(page, 43 + 2 * run, 4 + run);
      await page.keyboard.press("1");
      await pause(page);
    }
  });
  const undone = await keyWork(page, async () => {
    for (let run = 0; run < RUNS; run++) {
      await page.keyboard.press("u");
      await pause(page);
    }
  });
  return { applied, undone };
}

async function typing(page) {
  await selectWords(page, 61, 3);
  await page.keyboard.press("/");
  await pause(page, 300);
  const work = await keyWork(page, async () => {
    for (const letter of "team the su 4w case 9".slice(0, RUNS)) {
      await page.keyboard.press(letter);
      await pause(page);
    }
  });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  return work;
}

async function scrolling(page) {
  let intervals = [];
  const { tasks, marks } = await traceWork(page, async () => {
    intervals = await page.evaluate(
      (ms) =>
        new Promise((resolve) => {
          const scroller = document.querySelector("[data-at]").closest("[tabindex='0']");
          scroller.scrollTop = 0;
          const times = [];
          const begin = performance.now();
          const step = (now) => {
            performance.mark("bench-frame");
            times.push(now);
            scroller.scrollTop += 24;
            if (now - begin < ms) requestAnimationFrame(step);
            else resolve(times.slice(1).map((time, i) => time - times[i]));
          };
          requestAnimationFrame(step);
        }),
      SCROLL_MS,
    );
  });
  const frames = marks.filter((mark) => mark.name === "bench-frame");
  const work = frames.slice(0, -1).map(({ at }, i) => {
    const task = tasks.findLast((each) => each.from <= at)?.from ?? at;
    return workBetween(tasks, task, frames[i + 1].at - 0.01) - carried(tasks, frames[i + 1].at);
  });
  const missed = intervals.reduce((sum, interval) => sum + Math.max(0, Math.round(interval / FRAME_MS) - 1), 0);
  return { dropped: (100 * missed) / (missed + intervals.length), work: quantile(work, 0.95) };
}

/** The part of the task in which the next frame begins belongs to that frame. */
function carried(tasks, at) {
  const task = tasks.findLast((each) => each.from <= at);
  return task && task.to > at ? (at - 0.01 - task.from) * task.share : 0;
}

async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}

async function firstLoadScripts(browser, url, cookies, address) {
  const context = await browser.newContext({ baseURL: url });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const sizes = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") {
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      );
    }
  });
  await page.goto(address, { waitUntil: "networkidle" }).catch(() => page.waitForTimeout(3000));
  const sum = (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
  await context.close();
  return sum / 1024;
}

function figure(value, unit, most) {
  return { value: Math.round(value * 10) / 10, unit, goal: `≤ ${most} ${unit}`, ok: value <= most };
}

export async function bench({ root, say }) {
  const dataRoot = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-bench-desk-"));
  const server = await startServer(root, dataRoot);
  const browser = await chromium.launch({
    executablePath: (await findBrowser(root, say))?.executable,
    args: ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const projectId = await prepareProject(page);
    const documentIds = writeDeskData(dataRoot, projectId, SIZES);
    await page.addInitScript(watchPage);
    const figures = {};
    for (const [i, size] of SIZES.entries()) {
      const address = `/main/projects/${projectId}/documents/${documentIds[i]}`;
      const add = (id, value, unit, most) => {
        figures[`${id}_${size.suffix}`] = figure(value, unit, most);
        say(`${id}_${size.suffix}: ${value.toFixed(1)} ${unit}`);
      };
      add("open_ms", median(await openings(page, address)), "ms", size.open);
      await pause(page, 1500);
      const { applied, undone } = await applyAndUndo(page);
      add("apply_work_ms", median(applied), "ms", 16.7);
      add("undo_work_ms", median(undone), "ms", 16.7);
      add("typeahead_ms", median(await typing(page)), "ms", 16.7);
      const { dropped, work } = await scrolling(page);
      add("scroll_dropped_pct", dropped, "%", size.dropped);
      add("scroll_work_ms", work, "ms", size.scroll);
      add("heap_mb", await heap(page), "MB", size.heap);
      if (i === 0) {
        const kilobytes = await firstLoadScripts(browser, server.url, await context.cookies(), address);
        figures.js_kb = figure(kilobytes, "KB", 320);
        say(`js_kb: ${kilobytes.toFixed(1)} KB`);
      }
    }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
    fs.rmSync(dataRoot, { recursive: true, force: true });
  }
}
