import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

type Theme = "light" | "dark";
const colours = new Map<string, Record<Theme, string>>();
for (const [, name = "", light = "", dark = ""] of css.matchAll(
  /--([a-z-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g,
)) {
  colours.set(name, { light, dark });
}

function colour(name: string, theme: Theme): string {
  const pair = colours.get(name);
  if (!pair) throw new Error(`no colour --${name} in tokens.css`);
  return pair[theme];
}

/** Relative luminance as in WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["page", "sunken", "paper", "raised", "hover", "pressed"];
const softs = ["accent-soft", "danger-soft", "warn-soft", "good-soft"];

const words: [string, string[]][] = [
  ["ink", [...grounds, ...softs]],
  ["ink-soft", [...grounds, ...softs]],
  ["ink-faint", [...grounds, "accent-soft"]],
  ["accent", ["page", "sunken", "paper", "raised", "hover", "accent-soft"]],
  ["accent-hover", ["page", "sunken", "paper", "raised", "hover", "accent-soft"]],
  ["danger", ["page", "sunken", "paper", "raised", "hover", "danger-soft"]],
  ["warn", ["page", "sunken", "paper", "raised", "warn-soft"]],
  ["good", ["page", "sunken", "paper", "raised", "good-soft"]],
  ["accent-ink", ["accent", "accent-hover"]],
  ["danger-ink", ["danger", "danger-hover"]],
];

const graphics: [string, string[]][] = [
  ["line-strong", ["page", "paper", "raised"]],
  ["accent", grounds],
];

describe.each<Theme>(["light", "dark"])("the %s colours", (theme) => {
  it.each(words)("--%s keeps 4.5:1 as words", (name, behind) => {
    for (const ground of behind) {
      expect(contrast(colour(name, theme), colour(ground, theme)), `on --${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(graphics)("--%s keeps 3:1 as a mark", (name, behind) => {
    for (const ground of behind) {
      expect(contrast(colour(name, theme), colour(ground, theme)), `on --${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});

it("knows the published values of the formula", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

it("every colour is written for both themes", () => {
  const single = [...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,8})/g)].map(([, name]) => name);
  // Print has one theme.
  expect(single).toEqual(["page", "paper"]);
});
