import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, oklchOf } from "./colour";
import { nextThemeColour, PAGE_COLOURS, subThemeColour, THEME_COLOURS } from "./palette";

function standsOut(colour: string): boolean {
  return contrast(colour, PAGE_COLOURS.light) >= 3 && contrast(colour, PAGE_COLOURS.dark) >= 3;
}

describe("contrast", () => {
  it("is 21 between black and white, as WCAG 2 defines it", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
  });
});

/** Protanopia and deuteranopia as Machado, Oliveira & Fernandes (2009) simulate them, on linear RGB. */
const VIEWS = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
];

function seen(hex: string, view: readonly number[]): string {
  const rgb = [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
  const channels = [0, 3, 6].map((row) => rgb.reduce((sum, value, i) => sum + value * (view[row + i] ?? 0), 0));
  return `#${channels
    .map((v) =>
      Math.round(255 * Math.min(1, Math.max(0, v)) ** (1 / 2.2))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function difference(a: string, b: string): number {
  const [x, y] = [oklchOf(a), oklchOf(b)];
  const across = x.chroma ** 2 + y.chroma ** 2 - 2 * x.chroma * y.chroma * Math.cos(x.hue - y.hue);
  return Math.sqrt((x.lightness - y.lightness) ** 2 + across);
}

describe("the palette", () => {
  it("can be told apart by colour-blind readers, two by two", () => {
    for (const view of VIEWS) {
      for (const [i, a] of THEME_COLOURS.entries()) {
        for (const b of THEME_COLOURS.slice(i + 1)) {
          expect(difference(seen(a, view), seen(b, view)), `${a} ${b}`).toBeGreaterThan(0.035);
        }
      }
    }
  });

  it.each(THEME_COLOURS)("%s stands out 3:1 from both pages", (colour) => {
    expect(standsOut(colour)).toBe(true);
  });

  it("gives each new theme the colour used least", () => {
    const given: string[] = [];
    for (let i = 0; i < THEME_COLOURS.length; i++) given.push(nextThemeColour(given));
    expect(given).toEqual(THEME_COLOURS);
    expect(nextThemeColour(given)).toBe(THEME_COLOURS[0]);
    expect(nextThemeColour(["#0072B2", "#123456"])).toBe(THEME_COLOURS[1]);
  });

  it.each(THEME_COLOURS)("steps of %s stand out, differ, and keep its hue", (theme) => {
    const steps = Array.from({ length: 8 }, (_, n) => subThemeColour(theme, n));
    expect(steps.every(standsOut)).toBe(true);
    expect(new Set([theme, ...steps]).size).toBe(9);
    for (const step of steps) {
      const turn = Math.abs(oklchOf(step).hue - oklchOf(theme).hue);
      if (oklchOf(theme).chroma > 0.03) expect(Math.min(turn, 2 * Math.PI - turn)).toBeLessThan(0.45);
    }
  });

  it("stands out for any colour that a person may choose", () => {
    fc.assert(
      fc.property(fc.nat(0xffffff), fc.nat(20), (rgb, n) => {
        expect(standsOut(subThemeColour(`#${rgb.toString(16).padStart(6, "0")}`, n))).toBe(true);
      }),
    );
  });
});
