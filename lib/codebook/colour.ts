// Colours as numbers: contrast as WCAG 2 counts it, and lightness, chroma and hue as OKLCH does.

export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  /** In radians. */
  readonly hue: number;
}

type Triple = readonly [number, number, number];

function linear(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`${hex} is not a colour of the form #rrggbb`);
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function hexOf(rgb: Triple): string {
  const digits = rgb.map((value) => {
    const clamped = Math.min(1, Math.max(0, value));
    const encoded = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${digits.join("")}`;
}

function luminanceOf([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function luminance(hex: string): number {
  return luminanceOf(linear(hex));
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** Ottosson 2020, https://bottosson.github.io/posts/oklab/ */
export function oklchOf(hex: string): Oklch {
  const [red, green, blue] = linear(hex);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

function linearOf({ lightness, chroma, hue }: Oklch): Triple {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The colour of this hue and at most this chroma that has exactly this luminance, as far as a screen can show it. */
export function withLuminance(hue: number, chroma: number, target: number): string {
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const lightness = (low + high) / 2;
    if (luminanceOf(shown({ lightness, chroma, hue })) < target) low = lightness;
    else high = lightness;
  }
  return hexOf(shown({ lightness: (low + high) / 2, chroma, hue }));
}

/** With as much less chroma as it takes for a screen to show it. */
function shown(colour: Oklch): Triple {
  const inGamut = (rgb: Triple): boolean => rgb.every((value) => value >= -1e-6 && value <= 1 + 1e-6);
  if (inGamut(linearOf(colour))) return linearOf(colour);
  let [low, high] = [0, colour.chroma];
  for (let i = 0; i < 20; i++) {
    const chroma = (low + high) / 2;
    if (inGamut(linearOf({ ...colour, chroma }))) low = chroma;
    else high = chroma;
  }
  return linearOf({ ...colour, chroma: low });
}
