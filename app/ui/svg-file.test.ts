import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findBrowser } from "@/e2e/find-browser.mjs";
import type { SvgFile } from "./svg-file";

// A browser on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const root = path.resolve(import.meta.dirname, "..", "..");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-charts-"));
const charts = [0, 1, 2, 3, 4, 5, 6, 7, 8];
let browser: Browser;

type Look = Parameters<Browser["newPage"]>[0];

async function open(look: Look = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1024, height: 768 }, ...look });
  await page.goto(`file://${path.join(folder, "index.html")}`);
  await page.locator("figure").last().waitFor();
  return page;
}

const drawing = (page: Page, index: number) => page.locator("svg[data-chart]").nth(index);

const fileOf = (page: Page, index: number) =>
  drawing(page, index).evaluate((svg): SvgFile => Reflect.get(window, "svgFile")(svg, 'A "title" & <more>\u0001'));

/** As Next's build writes the tokens: which of two colours holds is decided at the root, and inherited from there. */
function asBuilt(css: string): string {
  const lowered = css.replace(
    /(--[a-z-]+:\s*)light-dark\(\s*(#\w+),\s*(#\w+)\s*\)/g,
    "$1var(--in-light, $2) var(--in-dark, $3)",
  );
  const light = "--in-light: initial; --in-dark: ;";
  const dark = "--in-light: ; --in-dark: initial;";
  return `${lowered}
    :root { ${light} }
    @media (prefers-color-scheme: dark) { :root { ${dark} } }
    :root[data-theme="light"] { ${light} }
    :root[data-theme="dark"] { ${dark} }`;
}

beforeAll(async () => {
  const styles = ["tokens.css", "base.css"].map((name) => `import "./app/ui/${name}";`).join("\n");
  await build({
    stdin: { contents: `${styles}\nimport "./app/ui/chart-gallery-fixture";`, resolveDir: root, loader: "ts" },
    bundle: true,
    outfile: path.join(folder, "gallery.js"),
    jsx: "automatic",
    loader: { ".module.css": "local-css" },
    alias: { "@": root },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const styleFile = path.join(folder, "gallery.css");
  fs.writeFileSync(styleFile, asBuilt(fs.readFileSync(styleFile, "utf8")));
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Charts</title>
    <link rel="stylesheet" href="gallery.css"></head><body><div id="root"></div><script src="gallery.js"></script></body></html>`;
  fs.writeFileSync(path.join(folder, "index.html"), page);
  const found = await findBrowser(root, console.log);
  const quiet = ["background-networking", "component-update", "sync"].map((name) => `--disable-${name}`);
  browser = await chromium.launch({
    executablePath: found?.executable,
    env: { ...process.env, ...found?.env },
    args: ["--no-sandbox", "--disable-quic", ...quiet],
  });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("a downloaded drawing", () => {
  it("stands alone: XML, no class, style, script, variable or event, plain colours, on white", async () => {
    const page = await open();
    for (const index of charts) {
      const file = await fileOf(page, index);
      expect(file.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /);
      expect(file.text).not.toMatch(/var\(|oklab|color-mix|light-dark|oklch|url\(|NaN|"undefined/);
      const said = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
        const all = [...parsed.querySelectorAll("*")];
        const top = parsed.documentElement;
        return {
          wrong: parsed.querySelector("parsererror")?.textContent ?? null,
          names: [...new Set(all.map((element) => element.localName))],
          attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
          colours: all.flatMap((element) => [element.getAttribute("fill"), element.getAttribute("stroke")]),
          unsized: [...parsed.querySelectorAll("text:not([font-size])")].length,
          title: parsed.querySelector("title")?.textContent,
          ground: parsed.querySelector("rect")?.getAttribute("fill"),
          size: [top.getAttribute("width"), top.getAttribute("height"), top.getAttribute("viewBox")],
          faces: top.getAttribute("font-family"),
        };
      }, file.text);
      expect(said.wrong).toBeNull();
      expect(new Set(["svg", "title", "desc", "g", "path", "rect", "text"])).toEqual(
        new Set([...said.names, "path", "rect", "text"]),
      );
      expect(
        said.attributes.filter((name) => /^(class|style|id|tabindex|href|on.*|aria-.*|data-.*)$/.test(name)),
      ).toEqual([]);
      for (const colour of said.colours) expect(colour ?? "none").toMatch(/^(none|#[0-9a-f]{6})$/);
      expect(said.unsized).toBe(0);
      expect(said.title).toBe('A "title" & <more>');
      expect(said.ground).toBe("#ffffff");
      expect(said.size).toEqual([`${file.width}`, `${file.height}`, `-8 -8 ${file.width} ${file.height}`]);
      expect(said.faces).toMatch(/sans-serif$/);
    }
    await page.close();
  });

  it("is the same whatever the screen shows", async () => {
    const [light, dark, forced] = await Promise.all([
      open({ colorScheme: "light" }),
      open({ colorScheme: "dark" }),
      open({ colorScheme: "dark", forcedColors: "active" }),
    ]);
    const lines = /#[0-9a-f]{6}"(?: stroke-opacity="[\d.]+")?/g;
    for (const index of charts) {
      const file = await fileOf(light, index);
      expect(await fileOf(dark, index)).toEqual(file);
      // There the tokens give up their line colours; the file has some as quiet.
      const other = await fileOf(forced, index);
      expect(other.text.replace(lines, "")).toBe(file.text.replace(lines, ""));
    }
    // What the pointer and the focus do on the screen stays there.
    await drawing(light, 0).locator("[data-row='2']").focus();
    await drawing(light, 0).locator("[data-row='4']").hover();
    expect(await fileOf(light, 0)).toEqual(await fileOf(dark, 0));
    // Scrolled aside, the names that follow are in their place again.
    const scroll = light.getByRole("region", { name: "Many columns: scrolls sideways" });
    await scroll.evaluate((element) => element.scrollTo(400, 0));
    await expect.poll(() => light.locator("[data-follow][transform]").count()).toBe(1);
    expect(await fileOf(light, 3)).toEqual(await fileOf(dark, 3));
    await Promise.all([light, dark, forced].map((page) => page.close()));
  });

  it("comes as svg, as png for print, and as csv in full that runs nothing", async () => {
    const page = await open();
    const figure = page.locator("figure").first();
    const get = async (name: string) => {
      await figure.getByRole("button", { name: "Download" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
    };
    const svg = await get("SVG");
    expect(svg.name).toBe("intervals.svg");
    expect(svg.bytes.toString("utf8")).toContain("<title>Intervals of all rows</title>");
    const png = await get("PNG");
    expect(png.name).toBe("intervals.png");
    const [width, height] = /width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString("utf8"))?.slice(1).map(Number) ?? [];
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([3 * (width ?? 0), 3 * (height ?? 0)]);
    expect(png.bytes.toString("latin1", 37, 41)).toBe("pHYs");
    expect(png.bytes.readUInt32BE(41)).toBe(11339);
    const csv = (await get("CSV")).bytes.toString("utf8");
    expect(csv).toContain("0.7234567890123");
    expect(csv).toContain("'=1+1");
    await page.close();
  });
});

describe("on the screen", () => {
  it.each<Look>([{ colorScheme: "light" }, { colorScheme: "dark" }])(
    "numbers in cells keep 4.5:1 in %j",
    async (look) => {
      const page = await open(look);
      const worst = await page.evaluate(() => {
        const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const luminance = (colour: string) => {
          if (!context) return 0;
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) =>
            part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const contrasts = [...document.querySelectorAll("g[data-column]:has(> rect + text, > rect + rect)")].flatMap(
          (cell) => {
            const [ground, text] = [cell.querySelector("rect[style]"), cell.querySelector("text")];
            if (!ground || !text) return [];
            const [low = 0, high = 0] = [ground, text]
              .map((one) => luminance(getComputedStyle(one).fill))
              .sort((a, b) => a - b);
            return [(high + 0.05) / (low + 0.05)];
          },
        );
        return { count: contrasts.length, least: Math.min(...contrasts) };
      });
      expect(worst.count).toBeGreaterThan(200);
      expect(worst.least).toBeGreaterThanOrEqual(4.5);
      await page.close();
    },
  );

  it("one tab stop each; arrows, Home, End, Enter, Space and the mouse", async () => {
    const page = await open();
    const pressed = () => page.evaluate((): string[] => Reflect.get(window, "pressed"));
    const rows = drawing(page, 0);
    expect(await rows.locator("[tabindex='0']").count()).toBe(1);
    await rows.locator("[data-row='0']").focus();
    for (const key of ["ArrowDown", "Enter", "End", " ", "Home", "ArrowUp", "Enter"]) await page.keyboard.press(key);
    await rows.getByRole("button", { name: "Equipment" }).click();
    expect(await pressed()).toEqual(["b", "j", "a", "e"]);
    const cells = drawing(page, 2);
    await cells.locator("[data-row='0'][data-column='0']").focus();
    for (const key of ["ArrowRight", "ArrowDown", "Enter", "End", "Control+Home", "Enter"])
      await page.keyboard.press(key);
    // A cell without a value is read, not opened.
    await cells.locator("[data-row='0'][data-column='2']").focus();
    await page.keyboard.press("Enter");
    expect((await pressed()).slice(4)).toEqual(["b d1", "a d0"]);
    expect(await cells.locator("[data-row='0'][data-column='2']").getAttribute("aria-label")).toBe(
      "Effects of resourcing, P86: no value, nobody used it here",
    );
    expect(await cells.locator("[tabindex='0']").count()).toBe(1);
    await page.close();
  });

  it.each<Look>([{ colorScheme: "light" }, { colorScheme: "dark" }])(
    "axe finds nothing in %j, and nothing scrolls sideways",
    async (look) => {
      const page = await open(look);
      await page.locator("summary").first().click();
      await page.addScriptTag({ path: path.join(root, "node_modules", "axe-core", "axe.min.js") });
      const found = await page.evaluate(async () => {
        const { violations } = await Reflect.get(window, "axe").run();
        return violations.map((one: { id: string; nodes: { html: string }[] }) => `${one.id}: ${one.nodes[0]?.html}`);
      });
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
      await page.close();
    },
    60_000,
  );
});
