import styles from "./svg-file.module.css";

/** Faces that other programs have, the interface's own first. None of them is wider, so that every label keeps its room. */
const faces = "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";

/** What a drawing's looks consist of, with the value that need not be said. Colours are turned into `#rrggbb`. */
const colours = ["fill", "stroke"] as const;
const plain: readonly (readonly [string, string])[] = [
  ["stroke-width", "1"],
  ["stroke-dasharray", "none"],
  ["stroke-linecap", "butt"],
  ["stroke-linejoin", "miter"],
  ["opacity", "1"],
];
const letters: readonly (readonly [string, string])[] = [
  ["font-size", ""],
  ["font-weight", "400"],
  ["font-style", "normal"],
  ["text-anchor", "start"],
];
/** Attributes that are geometry; all others are the screen's. */
const kept = new Set(
  "viewBox width height x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform text-anchor font-size".split(" "),
);

/** Characters that no XML may hold, not even escaped. */
const notXml = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** White around the drawing. */
const margin = 8;

interface Size {
  width: number;
  height: number;
}

export interface SvgFile extends Size {
  text: string;
}

/** The drawing as a file that stands alone: its looks as attributes, on white, in the colours of the light theme. */
export function svgFile(svg: SVGSVGElement, title: string): SvgFile {
  const { width, height } = svg.viewBox.baseVal;
  const size = { width: width + 2 * margin, height: height + 2 * margin };
  const sheet = document.createElement("div");
  sheet.className = styles.sheet ?? "";
  sheet.ariaHidden = "true";
  sheet.inert = true;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("data-file", "");
  for (const element of copy.querySelectorAll("[data-screen-only], script, style, title, foreignObject")) {
    element.remove();
  }
  for (const element of copy.querySelectorAll("[data-follow]")) element.removeAttribute("transform");
  sheet.append(copy);
  document.body.append(sheet);
  // On the root, not the sheet alone: browsers and builds differ in where a `light-dark()` of the tokens is decided.
  const root = document.documentElement;
  const theme = root.getAttribute("data-theme");
  root.setAttribute("data-theme", "light");
  try {
    // All looks are read before any attribute goes: what a class says of one element, others may inherit.
    const elements = [copy, ...copy.querySelectorAll("*")];
    const looks = elements.map(looksOf);
    elements.forEach((element, index) => {
      strip(element);
      for (const [name, value] of looks[index] ?? []) element.setAttribute(name, value);
    });
    frame(copy, title, size);
    const text = new XMLSerializer().serializeToString(copy);
    return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, ...size };
  } finally {
    if (theme === null) root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme);
    sheet.remove();
  }
}

/** Gives the copy its size, a name and a white ground. */
function frame(copy: SVGSVGElement, title: string, { width, height }: Size): void {
  const make = (name: string) => document.createElementNS("http://www.w3.org/2000/svg", name);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `${-margin} ${-margin} ${width} ${height}`);
  copy.setAttribute("role", "img");
  copy.setAttribute("font-family", faces);
  const ground = make("rect");
  ground.setAttribute("x", String(-margin));
  ground.setAttribute("y", String(-margin));
  ground.setAttribute("width", String(width));
  ground.setAttribute("height", String(height));
  ground.setAttribute("fill", "#ffffff");
  const name = make("title");
  name.textContent = title.replace(notXml, "");
  copy.prepend(name, ground);
  const description = copy.querySelector("desc");
  if (description) name.after(description);
}

function strip(element: Element): void {
  for (const name of element.getAttributeNames()) if (!kept.has(name)) element.removeAttribute(name);
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) node.textContent = (node.textContent ?? "").replace(notXml, "");
  }
}

const shapes = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"]);

function looksOf(element: Element): [string, string][] {
  if (!shapes.has(element.localName)) return [];
  const style = getComputedStyle(element);
  const looks: [string, string][] = [];
  for (const name of colours) {
    const { colour, opacity } = plainColour(style.getPropertyValue(name));
    const whole = opacity * Number.parseFloat(style.getPropertyValue(`${name}-opacity`) || "1");
    if (colour === "none" || whole === 0) {
      if (name === "fill") looks.push(["fill", "none"]);
      continue;
    }
    looks.push([name, colour]);
    if (whole < 1) looks.push([`${name}-opacity`, String(Math.round(whole * 1000) / 1000)]);
  }
  const stroked = looks.some(([name]) => name === "stroke");
  const isText = element.localName === "text" || element.localName === "tspan";
  for (const [name, initial] of [...plain, ...(isText ? letters : [])]) {
    if (!stroked && name.startsWith("stroke")) continue;
    const value = style.getPropertyValue(name).replace(/px/g, "").replace(/,\s*/g, " ");
    if (value !== initial && value !== "") looks.push([name, value]);
  }
  return looks;
}

let pixel: CanvasRenderingContext2D | null = null;
const known = new Map<string, { colour: string; opacity: number }>();

/** Whatever the style sheet wrote (`oklab(…)`, `color(srgb …)`) as the `#rrggbb` that every program reads. */
function plainColour(value: string): { colour: string; opacity: number } {
  if (value === "none" || value === "") return { colour: "none", opacity: 0 };
  const before = known.get(value);
  if (before) return before;
  pixel ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!pixel) return { colour: value, opacity: 1 };
  pixel.canvas.width = 1;
  pixel.canvas.height = 1;
  pixel.fillStyle = value;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  const found = { colour: alpha === 0 ? "none" : colour, opacity: alpha / 255 };
  known.set(value, found);
  return found;
}
