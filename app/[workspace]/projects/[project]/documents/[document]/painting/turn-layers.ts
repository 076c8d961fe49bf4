import { classes } from "@/app/ui/classes";
import layers from "./layers.module.css";

/** An element that stands on a layer, and all that decides how it looks: painted again, the same is left alone. */
export interface Kept<T extends Element> {
  readonly element: T;
  readonly look: string;
}

/** A margin of a turn, in which stripes stand. */
export interface StripeMargin {
  readonly stripes: HTMLElement;
  readonly keptStripes: Map<string, Kept<HTMLElement>>;
}

/** What is laid on a turn: tints beneath its words, lines and stripes above them. */
export interface TurnLayers extends StripeMargin {
  readonly tints: Element;
  readonly lines: Element;
  readonly keptTints: Map<string, Kept<SVGPathElement>>;
  /** The margin before the text, where the painting needs one. */
  left: StripeMargin | null;
}

const SVG = "http://www.w3.org/2000/svg";

function layer<T extends Element>(element: T, className: string | undefined): T {
  element.setAttribute("data-layer", "");
  if (className) element.setAttribute("class", className);
  return element;
}

/** Three empty layers, laid on the turn when it is first painted. */
export function layTurnLayers(article: HTMLElement): TurnLayers {
  const tints = layer(document.createElementNS(SVG, "svg"), layers.tints);
  const lines = layer(document.createElementNS(SVG, "svg"), layers.lines);
  const stripes = layer(document.createElement("div"), layers.stripes);
  for (const element of [tints, lines, stripes]) element.setAttribute("aria-hidden", "true");
  article.append(tints, lines, stripes);
  return { tints, lines, stripes, keptTints: new Map(), keptStripes: new Map(), left: null };
}

/** One more margin beside those that a turn has. */
export function layMargin(beside: HTMLElement, className: string | undefined): StripeMargin {
  const stripes = layer(document.createElement("div"), classes(layers.stripes, className));
  stripes.setAttribute("aria-hidden", "true");
  beside.after(stripes);
  return { stripes, keptStripes: new Map() };
}

export function clearTurnLayers({ tints, lines, stripes, keptTints, keptStripes, left }: TurnLayers): void {
  for (const layer of [tints, lines, stripes]) layer.replaceChildren();
  left?.stripes.replaceChildren();
  keptTints.clear();
  keptStripes.clear();
  left?.keptStripes.clear();
}

export function removeTurnLayers({ tints, lines, stripes, left }: TurnLayers): void {
  for (const layer of [tints, lines, stripes]) layer.remove();
  left?.stripes.remove();
}

/** Puts on a layer what belongs there by its key: new is made, changed is made anew, gone is taken away. */
export function keepOn<T extends Element>(
  layer: Element,
  kept: Map<string, Kept<T>>,
  wanted: ReadonlyMap<string, { readonly look: string; readonly make: () => T }>,
): void {
  for (const [key, { element }] of kept) {
    if (wanted.has(key)) continue;
    element.remove();
    kept.delete(key);
  }
  const fresh: T[] = [];
  for (const [key, { look, make }] of wanted) {
    const before = kept.get(key);
    if (before?.look === look) continue;
    const element = make();
    kept.set(key, { element, look });
    if (before) before.element.replaceWith(element);
    else fresh.push(element);
  }
  if (fresh.length > 0) layer.append(...fresh);
}
