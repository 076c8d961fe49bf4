import layers from "./layers.module.css";

/** What is laid on a turn: tints beneath its words, lines and stripes above them. */
export interface TurnLayers {
  readonly tints: Element;
  readonly lines: Element;
  readonly stripes: HTMLElement;
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
  return { tints, lines, stripes };
}
