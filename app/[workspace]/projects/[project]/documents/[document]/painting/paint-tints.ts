import styles from "./layers.module.css";
import { type PieceRect, pathOf, type TintPiece } from "./measure-turn";
import { keepOn, type TurnLayers } from "./turn-layers";
import type { CodeLook, Marks } from "./turn-painter";

const SVG = "http://www.w3.org/2000/svg";
/** How strong all tints of a stretch are together, by how many codes lie on it: deeper, but words stay readable. */
const STRENGTHS = [0.24, 0.33, 0.38, 0.42];

export function pathElement(path: string, className: string | undefined, colour?: string): SVGPathElement {
  const element = document.createElementNS(SVG, "path");
  element.setAttribute("d", path);
  if (className) element.setAttribute("class", className);
  if (colour) {
    element.setAttribute("data-colour", "");
    element.style.setProperty("--colour", colour);
  }
  return element;
}

/** `share` of the full strength. */
export function tintElement(path: string, depth: number, colour: string, share = 1): SVGPathElement {
  const element = pathElement(path, styles.tint, colour);
  const whole = STRENGTHS[Math.min(depth, STRENGTHS.length) - 1] ?? 0.42;
  element.style.fillOpacity = (share * (1 - (1 - whole) ** (1 / depth))).toFixed(3);
  return element;
}

/** One path for each code and depth. A code twice on the same words is still one tint. */
export function fillTints(
  { tints, keptTints }: TurnLayers,
  pieces: readonly TintPiece[],
  lookOf: (codeId: string) => CodeLook,
): void {
  const paths = new Map<string, { codeId: string; depth: number; path: string }>();
  for (const { codings, path } of pieces) {
    const codeIds = new Set(codings.map((coding) => coding.codeId));
    for (const codeId of codeIds) {
      const key = `${codeId} ${codeIds.size}`;
      const found = paths.get(key);
      if (found) found.path += path;
      else paths.set(key, { codeId, depth: codeIds.size, path });
    }
  }
  const wanted = new Map<string, { look: string; make: () => SVGPathElement }>();
  for (const [key, { codeId, depth, path }] of paths) {
    const { colour } = lookOf(codeId);
    wanted.set(key, { look: `${colour} ${path}`, make: () => tintElement(path, depth, colour) });
  }
  keepOn(tints, keptTints, wanted);
}

/** The selection, while the browser does not show it: above the tints. */
export function fillHeld({ tints }: TurnLayers, rects: readonly PieceRect[]): void {
  for (const path of tints.querySelectorAll("[data-held]")) path.remove();
  if (rects.length === 0) return;
  const path = pathElement(pathOf(rects), styles.held);
  path.setAttribute("data-held", "");
  tints.append(path);
}

/** The chosen and the hovered coding stand out by a line under their words, in the full colour of their code. */
export function fillUnderlines(
  { lines }: TurnLayers,
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
    const under = own.flatMap((piece) =>
      piece.rects.map((rect) => ({
        ...rect,
        top: rect.top + rect.height,
        height: className === styles.chosen ? 2.5 : 1.5,
      })),
    );
    elements.push(pathElement(pathOf(under), className, lookOf(codeId).colour));
  }
  if (elements.length > 0 || lines.hasChildNodes()) lines.replaceChildren(...elements);
}
