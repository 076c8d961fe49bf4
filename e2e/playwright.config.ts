import { existsSync } from "node:fs";
import { defineConfig } from "playwright/test";

const report = process.env.TANDEM_E2E_REPORT;
const found = process.env.TANDEM_E2E_BROWSER ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "results/traces",
  globalSetup: "./fixtures/make-template.ts",
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A shared machine that stalls for seconds is no defect; what passed at the second try is listed as flaky by name.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    browserName: "chromium",
    actionTimeout: 30_000,
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    // What fades and slides is drawn by the processor here, frame by frame, and shows nothing that a story is about.
    contextOptions: { reducedMotion: "reduce" },
    // Recording every page of a long transcript takes longer than the stories themselves.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(existsSync(found) ? { executablePath: found } : {}),
      // The browser makes no request of its own: what goes over the wire in a test is Tandem's.
      args: ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
