import type { DeskCoding } from "./coding-store";
import styles from "./layers.module.css";
import type { CodeLook, Marks } from "./turn-painter";

export interface PieceRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch of text that the same codings cover, where it stands in its turn, line by line. */
export interface TintPiece {
  readonly rects: readonly PieceRect[];
  readonly codings: readonly DeskCoding[];
}

const SVG = "http://www.w3.org/2000/svg";
/** How strong all tints of a stretch are together, by how many codes lie on it: deeper, but words stay readable. */
const STRENGTHS = [0.24, 0.33, 0.38, 0.42];

function pathOf(rects: readonly PieceRect[]): string {
  let path = "";
  for (const { left, top, width, height } of rects) {
    path += `M${left.toFixed(1)} ${top.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`;
  }
  return path;
}

function pathElement(path: string, className: string | undefined, colour?: string): SVGPathElement {
  const element = document.createElementNS(SVG, "path");
  element.setAttribute("d", path);
  if (className) element.setAttribute("class", className);
  if (colour) {
    element.setAttribute("data-colour", "");
    element.style.setProperty("--colour", colour);
  }
  return element;
}

/** One path for each code and depth. A code twice on the same words is still one tint. */
export function fillTints(layer: Element, pieces: readonly TintPiece[], lookOf: (codeId: string) => CodeLook): void {
  const paths = new Map<string, { codeId: string; depth: number; path: string }>();
  for (const piece of pieces) {
    const path = pathOf(piece.rects);
    const codeIds = new Set(piece.codings.map((coding) => coding.codeId));
    for (const codeId of codeIds) {
      const key = `${codeId} ${codeIds.size}`;
      const found = paths.get(key);
      if (found) found.path += path;
      else paths.set(key, { codeId, depth: codeIds.size, path });
    }
  }
  const elements: SVGPathElement[] = [];
  for (const { codeId, depth, path } of paths.values()) {
    const element = pathElement(path, styles.tint, lookOf(codeId).colour);
    const whole = STRENGTHS[Math.min(depth, STRENGTHS.length) - 1] ?? 0.42;
    element.style.fillOpacity = (1 - (1 - whole) ** (1 / depth)).toFixed(3);
    elements.push(element);
  }
  layer.replaceChildren(...elements);
}

/** The selection, while the browser does not show it: above the tints. */
export function fillHeld(layer: Element, rects: readonly PieceRect[]): void {
  for (const path of [...layer.children]) if (path.hasAttribute("data-held")) path.remove();
  if (rects.length === 0) return;
  const path = pathElement(pathOf(rects), styles.held);
  path.setAttribute("data-held", "");
  layer.append(path);
}

/** The chosen and the hovered coding stand out by a line under their words, in the full colour of their code. */
export function fillUnderlines(
  layer: Element,
  pieces: readonly TintPiece[],
  marks: Marks,
  lookOf: (codeId: string) => CodeLook,
): void {
  const elements: SVGPathElement[] = [];
  for (const [id, className] of [
    [marks.hovered === marks.chosen ? null : marks.hovered, styles.hovered],
    [marks.chosen, styles.chosen],
  ] as const) {
    if (id === null) continue;
    const own = pieces.filter((piece) => piece.codings.some((coding) => coding.id === id));
    const codeId = own[0]?.codings.find((coding) => coding.id === id)?.codeId;
    if (!codeId) continue;
    const lines = own.flatMap((piece) =>
      piece.rects.map((rect) => ({
        ...rect,
        top: rect.top + rect.height,
        height: className === styles.chosen ? 2.5 : 1.5,
      })),
    );
    elements.push(pathElement(pathOf(lines), className, lookOf(codeId).colour));
  }
  if (elements.length > 0 || layer.hasChildNodes()) layer.replaceChildren(...elements);
}
