// The colours that themes and their sub-themes are given until a person chooses others.
import { oklchOf, withLuminance } from "./colour";

/** What stripes are seen against; the same as the page colours of app/ui/tokens.css. */
export const PAGE_COLOURS = { light: "#fbfaf7", dark: "#1b1a18" } as const;

/**
 * Hues of Okabe & Ito (2008) and of Paul Tol's muted and vibrant schemes that colour-blind readers can tell apart,
 * where need be darkened until they stand out as stripes from the light page and from the dark one; a grey last.
 */
export const THEME_COLOURS: readonly string[] = [
  "#0072b2",
  "#b58900",
  "#aa4499",
  "#cc3311",
  "#009e73",
  "#c4709f",
  "#117733",
  "#7d7a75",
];

/** The colour for a new theme: of those used least, the first in the palette. */
export function nextThemeColour(used: readonly string[]): string {
  const counts = new Map(THEME_COLOURS.map((colour) => [colour, 0]));
  for (const colour of used) {
    const count = counts.get(colour.toLowerCase());
    if (count !== undefined) counts.set(colour.toLowerCase(), count + 1);
  }
  const least = Math.min(...counts.values());
  return THEME_COLOURS.find((colour) => counts.get(colour) === least) ?? "#0072b2";
}

/** Luminances with a contrast of 3:1 against both pages lie between about .131 and .284. */
const STEPS = [
  { luminance: 0.27, chroma: 0.8, turn: 0 },
  { luminance: 0.145, chroma: 0.9, turn: 0 },
  { luminance: 0.21, chroma: 0.45, turn: 0 },
  { luminance: 0.27, chroma: 1, turn: 0.3 },
  { luminance: 0.145, chroma: 1, turn: -0.3 },
  { luminance: 0.27, chroma: 0.4, turn: -0.15 },
  { luminance: 0.145, chroma: 0.45, turn: 0.15 },
  { luminance: 0.21, chroma: 1, turn: 0.2 },
] as const;

/**
 * The n-th step (from 0) of a theme's hue for its sub-themes; readable on both pages whatever the theme's own colour.
 * The steps repeat after the eighth.
 */
export function subThemeColour(themeColour: string, n: number): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not the number of a step`);
  const { chroma, hue } = oklchOf(themeColour);
  const step = STEPS[n % STEPS.length] ?? STEPS[0];
  return withLuminance(hue + step.turn, chroma * step.chroma, step.luminance);
}
